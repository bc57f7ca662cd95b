"""A shelf with books, pots and a camera."""

from __future__ import annotations

from math import sin
from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, finish, lay, noise, paint, tint
from ..svg import Sheet
from ..vessels import AMPHORA, BOTTLE, MOON, POT, vessel, wall_light
from .rooms import potted


def shelf(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#e6ddcf", "#d9ccb8", "#bfae97", end=(1, 0.6)))
    base = lay(paint(back), tint((noise(width, height, 380, rng, 3) - 0.5) * 0.3, "#7a6450"))
    light = Sheet(width, height)
    wall_light(light, width * 0.16, -height * 0.1, width * 0.6, height * 0.95, "#fff6de", 0.6, lean=0.32)
    boards = (height * 0.46, height * 0.9)
    shade = Sheet(width, height)
    sheet = Sheet(width, height)
    for y in boards:
        shade.rect(width * 0.08, y + 20, width * 0.87, 54, "#5a4030", opacity=0.5)
        sheet.rect(width * 0.06, y, width * 0.88, 30, sheet.linear("#c9955f", "#a06b3c"))
        sheet.rect(width * 0.06, y, width * 0.88, 5, "#e9c090")
    colors = (
        "#b5523f",
        "#e0b04f",
        "#2f5f6b",
        "#e9dfcc",
        "#7b8f6a",
        "#d68a6a",
        "#3d4a63",
        "#c7b08a",
        "#8a3f45",
        "#5e8a8c",
    )
    x = width * 0.09
    for index in range(15):
        thick, tall = rng.uniform(30, 58), height * rng.uniform(0.2, 0.29)
        lean = 11 if index == 14 else 0
        tone = colors[index % len(colors)]
        with sheet.placed(x + (42 if lean else 0), boards[0], turn=-lean):
            sheet.rect(0, -tall, thick, tall, sheet.linear(lighter(tone, 0.2), tone, darker(tone, 0.3), end=(1, 0)), 3)
            for at in (0.1, 0.14, 0.86):
                sheet.rect(0, -tall * (1 - at), thick, 5, lighter(tone, 0.45), opacity=0.7)
            sheet.rect(thick * 0.36, -tall * 0.68, thick * 0.28, tall * 0.36, lighter(tone, 0.5), opacity=0.55)
        shade.rect(x + 18, boards[0] - tall * 0.95, thick, tall * 0.95, "#5a4030", opacity=0.3)
        x += thick + 1.5
    shade.rect(width * 0.62, boards[0] - height * 0.2, 100, height * 0.2, "#5a4030", opacity=0.22)
    vessel(
        sheet,
        rng,
        width * 0.66,
        boards[0] + 6,
        AMPHORA,
        height * 0.24,
        "#dfe1da",
        glaze="#5f8791",
        glaze_to=0.5,
        speckles=90,
    )
    trailing(sheet, rng, width * 0.84, boards[0] + 6, height)
    vessel(sheet, rng, width * 0.15, boards[1] + 6, BOTTLE, height * 0.33, "#c9714e", speckles=60)
    vessel(
        sheet,
        rng,
        width * 0.255,
        boards[1] + 10,
        MOON,
        height * 0.17,
        "#efe7d8",
        glaze="#d9a24a",
        glaze_to=0.62,
        speckles=80,
    )
    for dx in (0.15, 0.25):
        shade.ellipse(width * (dx + 0.03), boards[1] - 120, 70, 130, "#5a4030", opacity=0.25)
    for index, (tone, wide) in enumerate((("#3d5a66", 400), ("#e3d3b4", 370), ("#b5523f", 385), ("#7b8f6a", 340))):
        y = boards[1] - 44 * (index + 1)
        sheet.rect(
            width * 0.36 + rng.uniform(-12, 12),
            y,
            wide,
            44,
            sheet.linear(lighter(tone, 0.22), tone, darker(tone, 0.35)),
            4,
        )
        sheet.rect(width * 0.44, y + 16, wide * 0.3, 11, lighter(tone, 0.5), opacity=0.6)
    potted(sheet, rng, width * 0.475, boards[1] - 172, height * 0.19, "#e9dcc6", "#6d9a68", 13, 0.3)
    camera(sheet, width * 0.77, boards[1] + 8, height * 0.17)
    return finish(lay(base, paint(light, blur=10), paint(shade, blur=14), sheet), rng, glow=0.18)


def trailing(sheet: Sheet, rng: Random, x: float, foot: float, height: float) -> None:
    """A pot whose vines hang down past the shelf."""
    for start, long in ((-52, 0.3), (-26, 0.4), (8, 0.22), (34, 0.36), (58, 0.27)):
        vine = [
            (
                x + start + sin(step * 0.9 + start) * 16 + start * 0.25 * step / 4,
                foot - height * 0.13 + (height * long) * max(0, step - 1) / 9,
            )
            for step in range(11)
        ]
        sheet.curve(vine, "#4c6b44", 3.5)
        for index, (vx, vy) in enumerate(vine[1:]):
            with sheet.placed(vx, vy, rng.uniform(34, 48), (140 if index % 2 else -140) + rng.uniform(-25, 25)):
                tone = rng.choice(("#6d9a5c", "#87b06c", "#55824c"))
                sheet.path(
                    "M0 0C-0.5 -0.1 -0.6 -0.6 0 -1C0.6 -0.6 0.5 -0.1 0 0Z",
                    sheet.linear(lighter(tone, 0.16), tone, end=(1, 0)),
                )
                sheet.path("M0 0V-0.85", stroke=lighter(tone, 0.35), stroke_width=0.03)
    vessel(sheet, rng, x, foot, POT, height * 0.15, "#f0e6d6", speckles=30)


def camera(sheet: Sheet, x: float, foot: float, size: float) -> None:
    with sheet.placed(x, foot, size):
        sheet.path(
            "M-0.72 -0.5C-1.15 -0.3 -1.1 0.2 -0.9 0.0M0.72 -0.5C1.0 -0.3 1.2 -0.1 1.05 0.0",
            stroke="#6b432a",
            stroke_width=0.05,
        )
        sheet.path("M-0.32 -0.8L-0.24 -0.98L0.24 -0.98L0.32 -0.8Z", sheet.linear("#d8d5cc", "#8f8c86"))
        sheet.rect(-0.56, -0.86, 0.18, 0.08, "#b9b6ae", 0.02)
        sheet.rect(0.42, -0.88, 0.14, 0.1, "#b9b6ae", 0.03)
        sheet.rect(-0.75, -0.8, 1.5, 0.8, sheet.linear("#e9e6dc", "#bdb9ae"), 0.08)
        sheet.rect(-0.75, -0.64, 1.5, 0.5, sheet.linear("#3a3436", "#211d20"))
        for radius, tone in ((0.36, "#8f8c86"), (0.33, "#26222a"), (0.25, "#3b3743"), (0.19, "#15131c")):
            sheet.circle(0, -0.39, radius, sheet.linear(lighter(tone, 0.25), tone, darker(tone, 0.3), end=(0.7, 1)))
        sheet.circle(
            0,
            -0.39,
            0.15,
            sheet.radial((0, "#6f8fb0"), (0.6, "#2a3a5a"), (1, "#0d0f1a"), center=(0.35, 0.3), radius=0.8),
        )
        sheet.ellipse(-0.06, -0.45, 0.05, 0.035, "#ffffff", opacity=0.8)
        sheet.circle(0.52, -0.72, 0.035, "#c0392f")


PLATES = {
    "the-long-shelf": lambda rng: shelf(rng, 1600, 1200),
}
