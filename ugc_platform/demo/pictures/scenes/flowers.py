"""Poppies outside, tulips inside."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix, ramp
from ..paint import Drawn, finish, lay, paint
from ..shapes import ground, hills, leaf, sun
from ..svg import Sheet
from ..vessels import JUG, shade_of, vessel, wall_light
from .table import room


def poppy(
    sheet: Sheet, rng: Random, x: float, y: float, size: float, color: str, foot: float, detail: bool = True
) -> None:
    sway = rng.uniform(-0.5, 0.5) * size
    sheet.path(
        f"M{x:.0f} {y:.0f}Q{x + sway:.0f} {(y + foot) / 2:.0f} {x + sway * 1.6:.0f} {foot:.0f}",
        stroke="#4f7a45",
        stroke_width=max(1.5, size * 0.08),
    )
    with sheet.placed(x, y, size, rng.uniform(-24, 24)):
        dark = darker(color, 0.34)
        sheet.path(
            "M0 0.3C-0.9 0.3 -1.25 -0.4 -0.9 -0.85C-0.5 -1.15 0.5 -1.15 0.9 -0.85C1.25 -0.4 0.9 0.3 0 0.3Z",
            sheet.linear(dark, color),
        )
        if not detail:
            return
        sheet.path(
            "M-0.05 0.3C-1.0 0.42 -1.4 -0.2 -1.08 -0.7C-0.85 -0.5 -0.3 -0.5 0.05 -0.1Z",
            sheet.linear(lighter(color, 0.22), color, dark, end=(0.4, 1)),
        )
        sheet.path(
            "M0.05 0.3C1.0 0.42 1.4 -0.2 1.08 -0.7C0.85 -0.5 0.3 -0.5 -0.05 -0.1Z",
            sheet.linear(color, dark, end=(0.7, 1)),
        )
        sheet.path(
            "M0 0.42C-0.7 0.5 -0.9 0 -0.62 -0.32Q0 0.02 0.62 -0.32C0.9 0 0.7 0.5 0 0.42Z",
            sheet.linear(lighter(color, 0.3), lighter(color, 0.05), darker(color, 0.1)),
        )
        for fold in (-0.4, -0.14, 0.16, 0.42):
            sheet.path(
                f"M{fold} -0.12Q{fold * 0.9:.2f} 0.16 {fold * 0.4:.2f} 0.38",
                stroke=dark,
                stroke_width=0.02,
                opacity=0.4,
            )
        sheet.ellipse(0, -0.36, 0.26, 0.17, "#2a1c26")
        for index in range(12):
            a = 2 * pi * index / 12
            sheet.circle(0.36 * cos(a), -0.36 + 0.22 * sin(a), 0.035, "#3a2630")


def poppies(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#9cc4d4", "#d3e0d6", "#f8e6c4", end=(0, 0.6)))
    sun(back, width * 0.78, height * 0.26, width * 0.034, "#fffaf0", "#fff0c9", 11)
    for base, color in ((0.46, "#a9b9a4"), (0.51, "#93aa82"), (0.57, "#85a06a")):
        back.path(
            ground(hills(width, height * base, height * 0.05, rng), width, height, True),
            back.linear(lighter(color, 0.15), color),
        )
    back.rect(
        0, height * 0.6, width, height * 0.4, back.linear((0, "#8aa866", 0), (0.2, "#7f9f58", 1), (1, "#3f6a3c", 1))
    )
    for _ in range(240):
        share = rng.random()
        back.circle(
            width * rng.random(),
            height * (0.6 + 0.2 * share),
            width * (0.003 + 0.007 * share),
            rng.choice(("#e4533f", "#d8432f", "#f07a5a")),
        )
    scene = paint(back, blur=5)
    middle = Sheet(width, height)
    blades = [
        f"M{width * rng.random():.0f} {height * rng.uniform(0.74, 1.02):.0f}q{rng.uniform(-12, 12):.0f} -50 {rng.uniform(-30, 30):.0f} {-rng.uniform(60, 150):.0f}"
        for _ in range(420)
    ]
    for part, tone in enumerate(("#5f8a4a", "#76a058", "#4a7540")):
        middle.path("".join(blades[part::3]), stroke=tone, stroke_width=3.2, opacity=0.8, stroke_linecap="round")
    for _ in range(34):
        x, y = width * rng.random(), height * rng.uniform(0.62, 0.76)
        poppy(
            middle,
            rng,
            x,
            y,
            width * 0.016,
            rng.choice(("#e4533f", "#d8432f", "#ee6a4c")),
            y + height * 0.16,
            detail=False,
        )
    front = Sheet(width, height)
    for x, y, size in ((0.1, 0.6, 0.05), (0.25, 0.74, 0.04), (0.37, 0.5, 0.062), (0.53, 0.7, 0.05), (0.66, 0.57, 0.044), (0.8, 0.72, 0.058), (0.93, 0.58, 0.046),
                       (0.45, 0.83, 0.042), (0.16, 0.87, 0.05), (0.69, 0.87, 0.045)):  # fmt: skip
        poppy(
            front,
            rng,
            width * x,
            height * y,
            width * size,
            rng.choice(("#e8503a", "#dc3f2f", "#f0684a")),
            height * 1.05,
        )
    for x, y, lean in ((0.3, 0.56, -8), (0.6, 0.46, 10), (0.88, 0.45, -6)):
        front.path(
            f"M{width * x:.0f} {height * y:.0f}q{lean} 200 {lean * 3} {height * 0.6:.0f}",
            stroke="#557f48",
            stroke_width=5,
        )
        with front.placed(width * x, height * y, width * 0.014, 150 + lean):
            front.path(
                "M-0.7 0.4Q-0.9 -1.4 0 -1.8Q0.9 -1.4 0.7 0.4Q0 0.9 -0.7 0.4Z",
                front.linear("#93b56f", "#557f48", end=(1, 0)),
            )
    bokeh = Sheet(width, height)
    for x, y, size in ((0.02, 0.98, 0.09), (0.97, 0.97, 0.1), (0.58, 1.03, 0.07)):
        bokeh.circle(width * x, height * y, width * size, "#e0503c", opacity=0.6)
    return finish(lay(scene, paint(middle, blur=1.6), front, paint(bokeh, blur=34)), rng, glow=0.22)


def tulip(sheet: Sheet, rng: Random, x: float, y: float, size: float, color: str, turn: float) -> None:
    with sheet.placed(x, y, size, turn):
        dark, pale = darker(color, 0.26), lighter(color, 0.3)
        sheet.path(
            "M-0.3 0.5C-0.9 0.1 -0.7 -0.7 -0.26 -1.12Q0 -0.9 0.26 -1.12C0.7 -0.7 0.9 0.1 0.3 0.5Z",
            sheet.linear(dark, color),
        )
        sheet.path(
            "M0 0.62C-0.9 0.6 -0.95 -0.3 -0.62 -1.0C-0.2 -0.6 0.02 -0.1 0 0.62Z",
            sheet.linear(pale, color, dark, end=(0.9, 0.8)),
        )
        sheet.path(
            "M0 0.62C0.9 0.6 0.95 -0.3 0.62 -1.0C0.2 -0.6 -0.02 -0.1 0 0.62Z", sheet.linear(color, dark, end=(0.9, 0.6))
        )
        sheet.path(
            "M0 0.66C-0.55 0.55 -0.52 -0.3 0 -0.86C0.52 -0.3 0.55 0.55 0 0.66Z",
            sheet.linear(lighter(color, 0.36), color, darker(color, 0.1), end=(0.6, 1)),
        )
        sheet.path(
            "M0 0.6Q-0.06 0 0 -0.8M-0.16 0.5Q-0.26 0 -0.1 -0.5M0.16 0.5Q0.26 0 0.1 -0.5",
            stroke=dark,
            stroke_width=0.025,
            opacity=0.3,
        )


def tulips(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#86a5b8", "#efe6d8", 0.8, grain=False)
    light = Sheet(width, height)
    wall_light(light, width * 0.02, height * 0.02, width * 0.7, height * 0.62, "#fdf3dc", 0.4, lean=0.34)
    foot, x = height * 0.885, width * 0.5
    shade = Sheet(width, height)
    shade_of(shade, x, foot, JUG, 470, "#37475a", 0.55)
    sheet = Sheet(width, height)
    heads = ((-0.3, 0.3, -34), (-0.17, 0.2, -18), (-0.03, 0.145, -4), (0.12, 0.19, 14), (0.27, 0.27, 30), (-0.09, 0.32, -10), (0.08, 0.33, 8), (-0.34, 0.43, -52),
             (0.35, 0.42, 54), (0.2, 0.41, 24), (-0.2, 0.42, -24))  # fmt: skip
    top = foot - 450
    vessel(sheet, Random("jug"), x, foot, JUG, 470, "#f3ebdc", glaze="#f7f2e8", glaze_to=0.5, speckles=130)
    for dx, dy, _ in heads:
        hx, hy = x + dx * width, height * dy
        sheet.path(
            f"M{hx:.0f} {hy:.0f}Q{x + dx * width * 0.6:.0f} {(hy + top) / 2:.0f} {x + dx * 180:.0f} {top + 30:.0f}",
            stroke="#6a9a58",
            stroke_width=15,
        )
        sheet.path(
            f"M{hx - 3:.0f} {hy:.0f}Q{x + dx * width * 0.6 - 3:.0f} {(hy + top) / 2:.0f} {x + dx * 180 - 3:.0f} {top + 30:.0f}",
            stroke="#9cc27f",
            stroke_width=4,
        )
    for index in range(15):
        turn = -80 + 160 * index / 14 + rng.uniform(-5, 5)
        tone = mix("#4f8558", "#8fb978", rng.random())
        with sheet.placed(x + turn * 0.9, top + 34, rng.uniform(330, 470), turn):
            sheet.path(
                leaf(1, 0.1, bend=0.16 if turn > 0 else -0.16),
                sheet.linear(lighter(tone, 0.22), tone, darker(tone, 0.15), end=(1, 0)),
            )
    colors = ("#f0718a", "#f7b04a", "#f6e3d0", "#e4533f", "#f29aa6", "#c9447a", "#f7c96a")
    for index, (dx, dy, turn) in enumerate(heads):
        tulip(
            sheet,
            rng,
            x + dx * width,
            height * dy,
            width * rng.uniform(0.066, 0.078),
            ramp(colors, (index * 0.37) % 1),
            turn + rng.uniform(-5, 5),
        )
    with shade.group(transform="translate(90 60)"):
        for dx, dy, _ in heads:
            shade.circle(x + dx * width, height * dy, width * 0.06, "#4f6a80", opacity=0.28)
    vessel(sheet, Random("jug"), x, foot, JUG, 470, "#f3ebdc", glaze="#f7f2e8", glaze_to=0.5, speckles=130, front=True)
    return finish(lay(base, paint(light, blur=10), paint(shade, blur=15), sheet), rng, glow=0.16)


PLATES = {
    "poppies-by-the-field-road": lambda rng: poppies(rng, 1600, 1200),
    "market-tulips": lambda rng: tulips(rng, 1200, 1600),
}
