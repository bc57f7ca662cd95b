"""Small houses far from town."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, paint
from ..shapes import fog, ground, height_at, hills, pine
from ..svg import Sheet


def red_cabin(rng: Random, width: int, height: int) -> Drawn:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#27335f", "#5a6496", "#a892b3", "#f0c0b0", "#f9dcc0", end=(0, 0.66)))
    for base, color in ((0.56, "#9a93b8"), (0.61, "#7a7aa6"), (0.65, "#565d8c")):
        line = hills(width, height * base, height * 0.06, rng)
        for _ in range(60 if base > 0.6 else 0):
            x = width * rng.random()
            sheet.path(pine(x, height_at(line, x) + 8, height * rng.uniform(0.04, 0.11), rng, 0.19), color)
        sheet.path(ground(line, width, height, True), sheet.linear(color, mix(color, "#e4d3dc", 0.5)))
    fog(sheet, rng, height * 0.665, height * 0.035, "#efd9da", 0.7)
    for index, (base, color) in enumerate(((0.68, "#cdd0e6"), (0.74, "#dfe0f0"), (0.84, "#eef0f8"))):
        line = [
            (x, y + (x / width - 0.5) * height * (0.05 if index % 2 else -0.04))
            for x, y in hills(width, height * base, height * 0.03, rng)
        ]
        sheet.path(
            ground(line, width, height, True), sheet.linear(lighter(color, 0.4), color, mix(color, "#6e7fb5", 0.55))
        )
        if index == 0:
            for x, tall in (
                (0.06, 0.36),
                (0.15, 0.27),
                (0.8, 0.3),
                (0.9, 0.42),
                (0.97, 0.3),
                (0.24, 0.18),
                (0.72, 0.19),
            ):
                snowy_pine(sheet, rng, width * x, height * (0.735 + rng.uniform(0, 0.03)), height * tall)
        if index == 1:
            cabin(sheet, width * 0.48, height * 0.785, width * 0.15)
    for _ in range(60):
        x, y = width * rng.random(), height * rng.uniform(0.86, 1)
        sheet.ellipse(x, y, width * rng.uniform(0.02, 0.09), rng.uniform(1.5, 5), "#8b98c9", opacity=0.22)
    for step in range(13):
        share = step / 12
        x = width * (0.475 + 0.06 * share - 0.2 * share**2 + (0.008 if step % 2 else -0.008))
        sheet.ellipse(
            x,
            height * (0.82 + 0.17 * share),
            width * (0.004 + 0.008 * share),
            width * (0.002 + 0.004 * share),
            "#7f8cc0",
            opacity=0.75,
        )
    for _ in range(330):
        size = rng.uniform(0.8, 2) + 3.6 * rng.random() ** 9
        sheet.circle(width * rng.random(), height * rng.random(), size, "#ffffff", opacity=rng.uniform(0.4, 0.95))
    return finish(paint(sheet), rng, glow=0.3)


def snowy_pine(sheet: Sheet, rng: Random, x: float, foot: float, tall: float) -> None:
    sheet.path(pine(x, foot, tall, rng, 0.2), sheet.linear("#48597f", "#28365c"))
    for tier in range(9):
        share = (tier + 0.8) / 9.4
        reach, y = tall * 0.19 * share**0.85, foot - tall * (1 - share * 0.92)
        thick = tall * 0.022
        side = rng.uniform(0.6, 1)
        sheet.path(f"M{x - reach * side:.1f} {y:.1f}Q{x - reach * 0.3:.1f} {y - thick * 2.6:.1f} {x:.1f} {y - thick * 3:.1f}"
                   f"Q{x + reach * 0.25:.1f} {y - thick * 1.8:.1f} {x + reach * 0.55:.1f} {y - thick * 0.6:.1f}"
                   f"Q{x + reach * 0.1:.1f} {y - thick * 0.9:.1f} {x - reach * 0.3:.1f} {y - thick * 0.2:.1f}Z", "#f1f2fb", opacity=0.92)  # fmt: skip


def cabin(sheet: Sheet, x: float, foot: float, size: float) -> None:
    with sheet.placed(x, foot, size):
        sheet.glow(0.1, 0.1, 2, "#ffb45e", 0.5, 0.4)
        sheet.rect(-1, -0.78, 2, 0.82, sheet.linear("#b03a30", "#8c2a2a", end=(1, 0.5)))
        for plank in range(20):
            sheet.rect(-1 + plank * 0.1, -0.78, 0.012, 0.82, "#4a1420", opacity=0.35)
        for corner in (-1, 0.93):
            sheet.rect(corner, -0.78, 0.07, 0.82, "#f4efe8")
        sheet.rect(0.42, -1.72, 0.2, 0.6, "#6a3a38")
        sheet.rect(0.38, -1.78, 0.28, 0.1, "#f6f7fd", 0.05)
        for puff in range(7):
            sheet.glow(
                0.52 + puff * 0.07 + puff**2 * 0.012,
                -1.9 - puff * 0.2,
                0.2 + puff * 0.075,
                "#f3e9ee",
                0.62 - puff * 0.07,
            )
        sheet.path("M-1.2 -0.72Q-1.24 -0.82 -1.1 -0.88L-0.72 -1.44Q-0.66 -1.54 -0.5 -1.54L0.5 -1.54Q0.66 -1.54 0.72 -1.44L1.1 -0.88Q1.24 -0.82 1.2 -0.72Z",
                   sheet.linear("#ffffff", "#cfd5ea"))  # fmt: skip
        for dx in (-0.7, 0.3):
            sheet.rect(dx - 0.03, -0.58, 0.46, 0.4, "#f4efe8")
            sheet.rect(dx, -0.55, 0.4, 0.34, sheet.radial("#fff1b8", "#ffbf5c", radius=0.7))
            sheet.path(f"M{dx + 0.2} -0.55V-0.21M{dx} -0.38H{dx + 0.4}", stroke="#f4efe8", stroke_width=0.03)
        sheet.rect(-0.16, -0.6, 0.32, 0.64, "#f4efe8")
        sheet.rect(-0.12, -0.56, 0.24, 0.6, "#2f4a52")
        sheet.circle(0.0, -0.42, 0.075, "none", stroke="#3f7a4c", stroke_width=0.04)
        sheet.path("M-1.1 0.06Q-0.5 -0.06 0 0.03Q0.6 -0.06 1.1 0.06Z", "#f2f3fb")


def turf_roofs(rng: Random, width: int, height: int) -> Drawn:
    """Black houses under grass on a green island."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#8fa9b8", "#b9c8cc", "#dfe2d8", end=(0, 0.5)))
    for x, y, tall, color in ((0.75, 0.12, 0.4, "#8ba39b"), (0.36, 0.2, 0.32, "#7b9888"), (1.0, 0.24, 0.3, "#6b8d76")):
        reach = width * 0.42
        px, py = width * x, height * y
        slope = (f"M{px - reach:.0f} {py + height * tall:.0f}Q{px - reach * 0.4:.0f} {py + height * 0.16:.0f} {px:.0f} {py:.0f}"
                 f"Q{px + reach * 0.1:.0f} {py + height * 0.2:.0f} {px + reach * 0.34:.0f} {py + height * tall:.0f}Z")  # fmt: skip
        sheet.path(slope, sheet.linear(mix(color, "#dfe2d8", 0.25), color))
        with sheet.group(clip_path=sheet.clip(slope)):
            for ledge in range(8):
                line = [
                    (px + reach * (at / 10 - 1), py + height * (0.06 + 0.042 * ledge) + rng.uniform(-5, 5))
                    for at in range(15)
                ]
                sheet.curve(line, mix(color, "#33503f", 0.6), rng.uniform(2, 6), opacity=0.3)
            sheet.path(f"M{px:.0f} {py:.0f}l{reach * 0.04:.0f} {height * 0.13:.0f}l{-reach * 0.05:.0f} {height * 0.1:.0f}"
                       f"l{reach * 0.08:.0f} {height * 0.3:.0f}l{reach:.0f} 0V{py:.0f}Z", "#33503f", opacity=0.22)  # fmt: skip
    fog(sheet, rng, height * 0.3, height * 0.07, "#e9ebe4", 0.85, 9)
    sheet.rect(0, height * 0.47, width, height * 0.2, sheet.linear("#a7bcc0", "#6f929d"))
    for _ in range(120):
        sheet.ellipse(
            width * rng.random(),
            height * rng.uniform(0.475, 0.6),
            width * rng.uniform(0.01, 0.04),
            1.4,
            "#dfe9e6",
            opacity=0.4,
        )
    greens = ("#93a95f", "#7f9c50", "#6a8b45", "#55783c")
    houses = {
        0: ((0.8, 0.02, 0.034),),
        1: ((0.2, 0.012, 0.058), (0.62, 0.02, 0.05)),
        2: ((0.4, 0.014, 0.09), (0.87, 0.03, 0.085)),
    }
    for index, color in enumerate(greens):
        base = 0.57 + index * 0.105
        line = [
            (x, y + (abs(x / width - 0.3) * -0.09 * height if index == 0 else 0))
            for x, y in hills(width, height * base, height * 0.035, rng)
        ]
        sheet.path(ground(line, width, height, True), sheet.linear(lighter(color, 0.2), color, darker(color, 0.2)))
        blades = []
        for _ in range(260 + index * 120):
            x = width * rng.random()
            y = height_at(line, x) + rng.uniform(0, 0.1) * height
            blades.append(f"M{x:.0f} {y:.0f}l{rng.uniform(-4, 4):.1f} {-rng.uniform(4, 9) * (0.6 + index * 0.45):.1f}")
        sheet.path("".join(blades), stroke=darker(color, 0.25), stroke_width=1.6, opacity=0.55)
        for x, dip, size in houses.get(index, ()):
            turf_house(sheet, rng, width * x, height_at(line, width * x) + height * (dip + 0.02), width * size)
    for x, y, size in (
        (0.1, 0.86, 0.016),
        (0.17, 0.885, 0.017),
        (0.57, 0.9, 0.019),
        (0.46, 0.735, 0.0095),
        (0.66, 0.76, 0.01),
        (0.5, 0.66, 0.007),
    ):
        sheep(sheet, width * x, height * y, width * size, 1 if x < 0.3 else -1)
    return finish(paint(sheet), rng, glow=0.14)


def turf_house(sheet: Sheet, rng: Random, x: float, foot: float, size: float) -> None:
    with sheet.placed(x, foot, size):
        sheet.glow(0, 0.06, 1.6, "#1f2f1c", 0.5, 0.16)
        sheet.rect(-1, -0.72, 2, 0.8, sheet.linear("#35302f", "#211d20", end=(1, 0.4)))
        for plank in range(22):
            sheet.rect(-1 + plank * 0.091, -0.72, 0.01, 0.8, "#0f0d10", opacity=0.6)
        sheet.rect(-1.02, 0.0, 2.04, 0.14, "#a8a49a")
        for dx in (-0.74, -0.2, 0.48):
            sheet.rect(dx, -0.56, 0.3, 0.36, "#f6f1e6")
            sheet.rect(dx + 0.03, -0.53, 0.24, 0.3, sheet.linear("#b9d3da", "#5f8492"))
            sheet.path(f"M{dx + 0.15} -0.53v0.3M{dx + 0.03} -0.4h0.24", stroke="#f6f1e6", stroke_width=0.025)
        sheet.rect(0.18, -0.58, 0.22, 0.64, "#c0392f")
        sheet.rect(-0.5, -1.7, 0.16, 0.5, "#f1ede2")
        roof = "M-1.14 -0.66L-0.82 -1.4Q0 -1.5 0.82 -1.4L1.14 -0.66Q0 -0.58 -1.14 -0.66Z"
        sheet.path(roof, sheet.linear("#a9bd62", "#7b9a48", "#5b7c3a"))
        tufts = [
            f"M{rng.uniform(-0.8, 0.8):.2f} {rng.uniform(-1.36, -0.68):.2f}l{rng.uniform(-0.03, 0.03):.2f} -0.1"
            for _ in range(90)
        ]
        sheet.path("".join(tufts), stroke="#4c6b32", stroke_width=0.018, opacity=0.7)
        edge = [
            f"M{-0.84 + i * 0.042:.2f} -1.4l{rng.uniform(-0.02, 0.02):.2f} {-rng.uniform(0.05, 0.11):.2f}"
            for i in range(41)
        ]
        sheet.path("".join(edge), stroke="#9db45c", stroke_width=0.026)
        sheet.path("M-1.14 -0.66Q0 -0.58 1.14 -0.66", stroke="#f6f1e6", stroke_width=0.045)


def sheep(sheet: Sheet, x: float, foot: float, size: float, facing: int) -> None:
    with sheet.placed(x, foot, size):
        sheet.glow(0, 0.5, 1.3, "#1f2f1c", 0.5, 0.22)
        sheet.path("M-0.45 0.1V0.55M-0.2 0.1V0.58M0.25 0.1V0.55M0.48 0.1V0.58", stroke="#3a3331", stroke_width=0.11)
        for dx, dy, r in (
            (-0.5, -0.1, 0.4),
            (0, -0.2, 0.5),
            (0.45, -0.12, 0.42),
            (-0.1, 0.05, 0.42),
            (0.3, 0.05, 0.38),
        ):
            sheet.circle(dx, dy, r, sheet.linear("#fffdf4", "#e9e2d0", "#b9b3a0"))
        sheet.ellipse(facing * 0.92, -0.16, 0.24, 0.3, "#3a3331")


PLATES = {
    "the-red-cabin": lambda rng: red_cabin(rng, 1400, 1400),
    "turf-roofs": lambda rng: turf_roofs(rng, 1600, 1200),
}
