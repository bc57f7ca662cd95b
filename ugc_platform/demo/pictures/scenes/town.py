"""Harbor fronts, cabins, roofs and skylines."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Image, finish, lay, mirrored, paint
from ..shapes import fog, ground, height_at, hills, pine, stars
from ..svg import Sheet, number

PAINTS = ("#d9a441", "#b5483c", "#e7d9bd", "#5f8a9a", "#c97b52", "#8aa07a", "#e2b7a0", "#3f6474", "#d8c25e", "#a8543f")


@dataclass(frozen=True)
class Hour:
    """What the time of day does to a front: how dark it is, and how many windows are lit."""

    night: float
    lit: float
    frame: str
    roof: tuple[str, ...]
    snow: bool = False


NOON = Hour(0.0, 0.0, "#fbf6ea", ("#9c4a38", "#7f3f36", "#5d4a4a", "#a65a3f"))
WINTER_EVENING = Hour(0.62, 0.6, "#d9dbe6", ("#dfe6f2", "#d2dcec", "#e8edf6"), snow=True)
LAMP = ("#ffd27a", "#ffbd5e", "#ffe3a1")


def house(sheet: Sheet, rng: Random, x: float, foot: float, wide: float, tall: float, color: str, hour: Hour) -> None:
    """One narrow front: door or shop below, rows of windows, a gable or an eaves roof."""
    wall = mix(color, "#1d2247", hour.night)
    roof = mix(rng.choice(hour.roof), "#1d2247", hour.night * (0.45 if hour.snow else 0.8))
    top = foot - tall
    gable = rng.random() < 0.5
    rise = wide * rng.uniform(0.5, 0.72) if gable else wide * rng.uniform(0.28, 0.4)
    n = number
    chimney = x + wide * rng.choice((0.2, 0.72))
    sheet.rect(chimney, top - rise * 1.02, wide * 0.1, rise * 0.8, mix("#8a4a3a", "#1d2247", hour.night))
    if hour.snow:
        sheet.rect(chimney - 2, top - rise * 1.08, wide * 0.1 + 4, rise * 0.09, roof, 3)
    if gable:
        sheet.polygon([(x, top + 1), (x + wide / 2, top - rise), (x + wide, top + 1)], sheet.linear(lighter(wall, 0.1), wall))
        sheet.path(f"M{n(x - wide * 0.03)} {n(top + 4)}L{n(x + wide / 2)} {n(top - rise)}L{n(x + wide * 1.03)} {n(top + 4)}",
                   stroke=roof, stroke_width=wide * (0.09 if hour.snow else 0.055), stroke_linejoin="round")  # fmt: skip
    else:
        sheet.polygon([(x - wide * 0.02, top + 2), (x + wide * 0.07, top - rise), (x + wide * 0.93, top - rise), (x + wide * 1.02, top + 2)],
                      sheet.linear(lighter(roof, 0.12), roof))  # fmt: skip
        for dx in (0.22, 0.58):
            dormer(sheet, rng, x + wide * dx, top - rise * 0.18, wide * 0.19, wall, roof, hour)
    sheet.rect(x, top, wide, tall, sheet.linear(lighter(wall, 0.12), wall, darker(wall, 0.14), end=(1, 0.35)))
    sheet.rect(x, top, wide, tall * 0.016, mix(hour.frame, wall, 0.3))
    sheet.rect(x + wide - wide * 0.045, top, wide * 0.045, tall, "#1a1530", opacity=0.13)
    columns = 2 if wide < tall * 0.3 else 3
    floors = max(2, round(tall / (wide * 0.62 * (2.2 / columns))))
    story = tall / floors
    for floor in range(floors - 1):
        for column in range(columns):
            w, h = wide / columns * 0.46, story * 0.52
            cx = x + wide * (column + 0.5) / columns
            window(sheet, rng, cx - w / 2, top + story * (floor + 0.26), w, h, hour)
    if gable:
        window(sheet, rng, x + wide / 2 - wide * 0.08, top - rise * 0.48, wide * 0.16, rise * 0.36, hour)
    base = foot - story
    sheet.rect(x, base + story * 0.06, wide, story * 0.05, mix(hour.frame, wall, 0.55))
    glass = rng.choice(LAMP) if hour.lit else mix("#5f7f8c", "#dbe7e2", rng.uniform(0, 0.4))
    door = x + wide * rng.choice((0.1, 0.62))
    paint_ = mix(rng.choice(("#2f4a3f", "#5a2f2f", "#26364a", "#7a5230")), "#1d2247", hour.night * 0.7)
    sheet.rect(door, base + story * 0.24, wide * 0.24, story * 0.76, mix(hour.frame, wall, 0.2))
    sheet.rect(door + wide * 0.025, base + story * 0.28, wide * 0.19, story * 0.72, paint_)
    pane = x + wide * (0.44 if door < x + wide * 0.5 else 0.1)
    sheet.rect(pane, base + story * 0.28, wide * 0.44, story * 0.48, hour.frame)
    sheet.rect(pane + wide * 0.02, base + story * 0.31, wide * 0.4, story * 0.42, sheet.linear(lighter(glass, 0.3), glass, end=(1, 1)))
    if rng.random() < 0.65:
        awning = rng.choice(("#c24a3d", "#2f6f73", "#e2ad4a", "#44597f"))
        for stripe in range(6):
            tone = mix(awning if stripe % 2 else "#f7f0e0", "#1d2247", hour.night * 0.7)
            sx = pane - wide * 0.03 + stripe * wide * 0.5 / 6
            sheet.path(f"M{n(sx + wide * 0.01)} {n(base + story * 0.2)}h{n(wide * 0.5 / 6)}l{n(wide * 0.004)} {n(story * 0.2)}h{n(-wide * 0.5 / 6 - 0.6)}Z", tone)


def window(sheet: Sheet, rng: Random, x: float, y: float, w: float, h: float, hour: Hour) -> None:
    sheet.rect(x - w * 0.1, y - h * 0.07, w * 1.2, h * 1.14, mix(hour.frame, "#1d2247", hour.night * 0.45))
    if rng.random() < hour.lit:
        glass = rng.choice(LAMP)
        sheet.rect(x, y, w, h, sheet.linear(lighter(glass, 0.3), glass))
    else:
        dark = mix(mix("#4d6673", "#b9d0d2", rng.uniform(0, 0.5)), "#141a3a", hour.night)
        sheet.rect(x, y, w, h, sheet.linear(lighter(dark, 0.18), dark, end=(1, 1)))
    bar = mix(hour.frame, "#1d2247", hour.night * 0.45)
    sheet.rect(x + w * 0.46, y, w * 0.08, h, bar)
    sheet.rect(x, y + h * 0.34, w, h * 0.06, bar)
    sheet.rect(x - w * 0.16, y + h * 1.06, w * 1.32, h * 0.07, lighter(bar, 0.3) if hour.snow else bar)


def dormer(sheet: Sheet, rng: Random, x: float, foot: float, size: float, wall: str, roof: str, hour: Hour) -> None:
    sheet.rect(x, foot - size * 0.85, size, size * 0.85, lighter(wall, 0.1))
    window(sheet, rng, x + size * 0.22, foot - size * 0.72, size * 0.56, size * 0.6, hour)
    sheet.polygon([(x - size * 0.12, foot - size * 0.8), (x + size / 2, foot - size * 1.3), (x + size * 1.12, foot - size * 0.8)], darker(roof, 0.1))


def boat(sheet: Sheet, x: float, foot: float, size: float, hull: str, hour: Hour) -> None:
    """A wooden fishing boat with a wheelhouse and mast."""
    hull = mix(hull, "#1d2247", hour.night)
    wood, white = mix("#6a4630", "#1d2247", hour.night * 0.7), mix("#f4ecdc", "#1d2247", hour.night * 0.7)
    with sheet.placed(x, foot, size):
        sheet.path("M-0.05 -0.3L-0.05 -2.5M-0.05 -2.4L1.05 -0.3M-0.05 -2.4L-1.1 -0.32", stroke=wood, stroke_width=0.035)
        sheet.path("M-0.05 -2.5L-0.05 -0.3", stroke=wood, stroke_width=0.07)
        sheet.rect(-0.65, -0.86, 0.5, 0.6, white, 0.04)
        sheet.rect(-0.58, -0.76, 0.36, 0.2, "#ffd27a" if hour.lit else "#5b7886")
        sheet.rect(-0.72, -0.92, 0.64, 0.09, wood, 0.03)
        sheet.path("M-1.05 -0.34Q0 -0.16 1.15 -0.46Q1.0 0.1 0.8 0.12L-0.78 0.12Q-1.0 0 -1.05 -0.34Z", sheet.linear(lighter(hull, 0.15), hull, darker(hull, 0.3)))
        sheet.path("M-1.04 -0.3Q0 -0.12 1.13 -0.42", stroke=white, stroke_width=0.06)


def harbor(rng: Random, width: int, height: int, hour: Hour) -> Image:
    horizon = round(height * (0.66 if width > height else 0.7))
    sheet = Sheet(width, height)
    if hour.snow:
        sheet.fill(sheet.linear("#141a45", "#2d3470", "#6a5a90", "#c58d96", end=(0, horizon / height)))
        stars(sheet, rng, 160, horizon * 0.5)
    else:
        sheet.fill(sheet.linear("#6fb2d2", "#a9d3dc", "#e4eee0", end=(0, horizon / height)))
        for x, y, size in ((0.2, 0.14, 0.1), (0.3, 0.17, 0.07), (0.74, 0.1, 0.12), (0.84, 0.13, 0.08), (0.5, 0.22, 0.06)):
            for _ in range(7):
                sheet.glow(width * (x + rng.uniform(-0.05, 0.05)), height * (y + rng.uniform(-0.015, 0.015)), width * size, "#ffffff", 0.55, 0.3)
    quay = height * 0.022
    x, index, order = -width * 0.02, 0, rng.sample(PAINTS, len(PAINTS))
    span = width / (9.5 if width > height else 6.2)
    while x < width:
        wide = span * rng.uniform(0.82, 1.22)
        tall = height * (rng.uniform(0.27, 0.4) if width > height else rng.uniform(0.28, 0.42))
        house(sheet, rng, x, horizon - quay, wide, tall, order[index % len(order)], hour)
        x, index = x + wide, index + 1
    stone = mix("#b9a894", "#1d2247", hour.night * 0.8)
    sheet.rect(0, horizon - quay, width, quay + 1, sheet.linear("#e9eef8" if hour.snow else lighter(stone, 0.25), stone, darker(stone, 0.35)))
    for post in range(9):
        sheet.rect(width * (post + 0.4) / 9, horizon - quay * 0.9, width * 0.006, quay * 0.9, darker(stone, 0.6))
    for at, size, hull in ((0.14, 0.072, "#2f6f8a"), (0.43, 0.06, "#c2483a"), (0.66, 0.075, "#f2ead8"), (0.9, 0.062, "#3c7a62")):
        boat(sheet, width * at, horizon + 2, width * size * (1 if width > height else 1.5), hull, hour)
    scene = mirrored(paint(sheet), horizon, rng, ripple=height / 62, cell=height / 24, blur=2.2)
    front = Sheet(width, height)
    deep = "#0c1236" if hour.snow else "#1c4f66"
    front.rect(0, horizon, width, height - horizon, front.linear((0, deep, 0.18), (1, deep, 0.72)))
    if hour.snow:
        for _ in range(420):
            size = rng.uniform(0.8, 2.2) + 3.4 * rng.random() ** 8
            front.circle(width * rng.random(), height * rng.random(), size, "#ffffff", opacity=rng.uniform(0.35, 0.9))
    return finish(lay(scene, front), rng, glow=0.4 if hour.snow else 0.12)


def red_cabin(rng: Random, width: int, height: int) -> Image:
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
        line = [(x, y + (x / width - 0.5) * height * (0.05 if index % 2 else -0.04)) for x, y in hills(width, height * base, height * 0.03, rng)]
        sheet.path(ground(line, width, height, True), sheet.linear(lighter(color, 0.4), color, mix(color, "#6e7fb5", 0.55)))
        if index == 0:
            for x, tall in ((0.06, 0.36), (0.15, 0.27), (0.8, 0.3), (0.9, 0.42), (0.97, 0.3), (0.24, 0.18), (0.72, 0.19)):
                snowy_pine(sheet, rng, width * x, height * (0.735 + rng.uniform(0, 0.03)), height * tall)
        if index == 1:
            cabin(sheet, width * 0.48, height * 0.785, width * 0.15)
    for _ in range(60):
        x, y = width * rng.random(), height * rng.uniform(0.86, 1)
        sheet.ellipse(x, y, width * rng.uniform(0.02, 0.09), rng.uniform(1.5, 5), "#8b98c9", opacity=0.22)
    for step in range(13):
        share = step / 12
        x = width * (0.475 + 0.06 * share - 0.2 * share**2 + (0.008 if step % 2 else -0.008))
        sheet.ellipse(x, height * (0.82 + 0.17 * share), width * (0.004 + 0.008 * share), width * (0.002 + 0.004 * share), "#7f8cc0", opacity=0.75)
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
            sheet.glow(0.52 + puff * 0.07 + puff**2 * 0.012, -1.9 - puff * 0.2, 0.2 + puff * 0.075, "#f3e9ee", 0.62 - puff * 0.07)
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


def turf_roofs(rng: Random, width: int, height: int) -> Image:
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
                line = [(px + reach * (at / 10 - 1), py + height * (0.06 + 0.042 * ledge) + rng.uniform(-5, 5)) for at in range(15)]
                sheet.curve(line, mix(color, "#33503f", 0.6), rng.uniform(2, 6), opacity=0.3)
            sheet.path(f"M{px:.0f} {py:.0f}l{reach * 0.04:.0f} {height * 0.13:.0f}l{-reach * 0.05:.0f} {height * 0.1:.0f}"
                       f"l{reach * 0.08:.0f} {height * 0.3:.0f}l{reach:.0f} 0V{py:.0f}Z", "#33503f", opacity=0.22)  # fmt: skip
    fog(sheet, rng, height * 0.3, height * 0.07, "#e9ebe4", 0.85, 9)
    sheet.rect(0, height * 0.47, width, height * 0.2, sheet.linear("#a7bcc0", "#6f929d"))
    for _ in range(120):
        sheet.ellipse(width * rng.random(), height * rng.uniform(0.475, 0.6), width * rng.uniform(0.01, 0.04), 1.4, "#dfe9e6", opacity=0.4)
    greens = ("#93a95f", "#7f9c50", "#6a8b45", "#55783c")
    houses = {0: ((0.8, 0.02, 0.034),), 1: ((0.2, 0.012, 0.058), (0.62, 0.02, 0.05)), 2: ((0.4, 0.014, 0.09), (0.87, 0.03, 0.085))}
    for index, color in enumerate(greens):
        base = 0.57 + index * 0.105
        line = [(x, y + (abs(x / width - 0.3) * -0.09 * height if index == 0 else 0)) for x, y in hills(width, height * base, height * 0.035, rng)]
        sheet.path(ground(line, width, height, True), sheet.linear(lighter(color, 0.2), color, darker(color, 0.2)))
        blades = []
        for _ in range(260 + index * 120):
            x = width * rng.random()
            y = height_at(line, x) + rng.uniform(0, 0.1) * height
            blades.append(f"M{x:.0f} {y:.0f}l{rng.uniform(-4, 4):.1f} {-rng.uniform(4, 9) * (0.6 + index * 0.45):.1f}")
        sheet.path("".join(blades), stroke=darker(color, 0.25), stroke_width=1.6, opacity=0.55)
        for x, dip, size in houses.get(index, ()):
            turf_house(sheet, rng, width * x, height_at(line, width * x) + height * (dip + 0.02), width * size)
    for x, y, size in ((0.1, 0.86, 0.016), (0.17, 0.885, 0.017), (0.57, 0.9, 0.019), (0.46, 0.735, 0.0095), (0.66, 0.76, 0.01), (0.5, 0.66, 0.007)):
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
        tufts = [f"M{rng.uniform(-0.8, 0.8):.2f} {rng.uniform(-1.36, -0.68):.2f}l{rng.uniform(-0.03, 0.03):.2f} -0.1" for _ in range(90)]
        sheet.path("".join(tufts), stroke="#4c6b32", stroke_width=0.018, opacity=0.7)
        edge = [f"M{-0.84 + i * 0.042:.2f} -1.4l{rng.uniform(-0.02, 0.02):.2f} {-rng.uniform(0.05, 0.11):.2f}" for i in range(41)]
        sheet.path("".join(edge), stroke="#9db45c", stroke_width=0.026)
        sheet.path("M-1.14 -0.66Q0 -0.58 1.14 -0.66", stroke="#f6f1e6", stroke_width=0.045)


def sheep(sheet: Sheet, x: float, foot: float, size: float, facing: int) -> None:
    with sheet.placed(x, foot, size):
        sheet.glow(0, 0.5, 1.3, "#1f2f1c", 0.5, 0.22)
        sheet.path("M-0.45 0.1V0.55M-0.2 0.1V0.58M0.25 0.1V0.55M0.48 0.1V0.58", stroke="#3a3331", stroke_width=0.11)
        for dx, dy, r in ((-0.5, -0.1, 0.4), (0, -0.2, 0.5), (0.45, -0.12, 0.42), (-0.1, 0.05, 0.42), (0.3, 0.05, 0.38)):
            sheet.circle(dx, dy, r, sheet.linear("#fffdf4", "#e9e2d0", "#b9b3a0"))
        sheet.ellipse(facing * 0.92, -0.16, 0.24, 0.3, "#3a3331")


PLATES = {
    "quayside-at-noon": lambda rng: harbor(rng, 1600, 1200, NOON),
    "snow-on-the-quay": lambda rng: harbor(rng, 1200, 1600, WINTER_EVENING),
    "the-red-cabin": lambda rng: red_cabin(rng, 1400, 1400),
    "turf-roofs": lambda rng: turf_roofs(rng, 1600, 1200),
}
