"""Still lifes from the side: pots, books, dried grass, in the light of a window."""

from __future__ import annotations

from math import pi, sin
from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, Image, finish, lay, noise, paint, tint
from ..shapes import leaf
from ..svg import Sheet
from ..vessels import (
    AMPHORA,
    BOTTLE,
    BOWL,
    CYLINDER,
    MOON,
    MUG,
    book,
    handle,
    shade_of,
    steam,
    vessel,
    wall_light,
)


def room(rng: Random, width: int, height: int, wall: str, table: str, edge: float, grain: bool = True) -> Image:
    """A wall and a table top, which begins at the row `edge` of 1."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear(lighter(wall, 0.1), wall, darker(wall, 0.22), start=(0, 0), end=(1, 0.7)))
    y = height * edge
    sheet.rect(0, y, width, height - y, sheet.linear(lighter(table, 0.14), table, darker(table, 0.2)))
    sheet.rect(0, y - height * 0.05, width, height * 0.05, sheet.linear((0, "#1a1020", 0), (1, "#1a1020", 0.2)))
    sheet.rect(0, y, width, 3, lighter(table, 0.4), opacity=0.7)
    layers = [tint((noise(width, height, 300, rng, 3) - 0.5) * 0.4, darker(wall, 0.4))]
    if grain:
        fibers = noise(width, height, 40, rng, octaves=3, stretch=16)
        mask = Sheet(width, height)
        mask.rect(0, y, width, height - y, "#ffffff")
        layer = tint((fibers - 0.47) * 1.3 * (paint(mask)[3] / 255), darker(table, 0.5))
        layers.append(layer)
    return lay(paint(sheet), *layers)


def sprig(
    sheet: Sheet,
    rng: Random,
    x: float,
    y: float,
    long: float,
    turn: float,
    color: str,
    leaves: int = 9,
    plump: float = 0.3,
) -> None:
    """A twig with leaves in pairs, from (x, y) upward, turned by degrees."""
    with sheet.placed(x, y, long, turn):
        bend = rng.uniform(-0.12, 0.12)
        stem = [(bend * share**2 * 1.4, -share) for share in (0, 0.25, 0.5, 0.75, 1)]
        sheet.curve(stem, darker(color, 0.35), 0.016)
        for index in range(leaves):
            share = 0.22 + 0.78 * index / (leaves - 1)
            px, py = bend * share**2 * 1.4, -share
            for side in (-1, 1):
                size = 0.25 * (1.12 - share * 0.55) * rng.uniform(0.8, 1.1)
                tone = lighter(color, rng.uniform(0, 0.3)) if side < 0 else darker(color, rng.uniform(0, 0.22))
                with sheet.placed(px, py, size, side * rng.uniform(46, 68) * (1.1 - share * 0.5)):
                    sheet.path(leaf(1, plump), sheet.linear(lighter(tone, 0.16), tone, end=(1, 0)))
                    sheet.line([(0, 0), (0, -0.9)], lighter(tone, 0.3), 0.025, opacity=0.6)


def mug_by_window(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#d9cdbb", "#b98a5e", 0.7)
    light = Sheet(width, height)
    wall_light(light, width * 0.3, height * -0.06, width * 0.52, height * 0.66, "#fff0cf", 0.62)
    light.polygon(
        [
            (0, height * 0.82),
            (width * 0.75, height * 0.72),
            (width, height * 0.72),
            (width, height * 0.86),
            (width * 0.2, height),
        ],
        "#ffe2b0",
        opacity=0.4,
    )
    foot = height * 0.83
    shade = Sheet(width, height)
    shade_of(shade, width * 0.42, foot, MUG, 330, "#3a2230", 0.5)
    shade_of(shade, width * 0.17, height * 0.785, AMPHORA, 430, "#3a2230", 0.45)
    shade.rect(width * 0.62, foot - 14, width * 0.34, 30, "#3a2230", opacity=0.55)
    sheet = Sheet(width, height)
    for turn, long in ((-24, 330), (-6, 400), (14, 370), (33, 300)):
        sprig(sheet, rng, width * 0.17, height * 0.785 - 418, long, turn, "#7d9678", 9)
    vessel(sheet, rng, width * 0.17, height * 0.785, AMPHORA, 430, "#e9e0d0", glaze="#f4efe6", glaze_to=0.55)
    book(sheet, width * 0.6, foot + 14, 480, 62, "#4f6d7a")
    book(sheet, width * 0.625, foot - 48, 420, 50, "#c98a4b")
    book(sheet, width * 0.61, foot - 98, 440, 44, "#b5564a")
    handle(sheet, width * 0.42, foot, 330, "#47707c")
    vessel(
        sheet,
        rng,
        width * 0.42,
        foot,
        MUG,
        330,
        "#d8c3a5",
        glaze="#4a7a86",
        glaze_to=0.3,
        inside="#3a2418",
        speckles=130,
    )
    glasses(sheet, width * 0.735, foot - 142, 74)
    wisps = Sheet(width, height)
    steam(wisps, rng, width * 0.42, foot - 350, 210, strength=0.5)
    return finish(lay(base, paint(light, blur=9), paint(shade, blur=14), sheet, paint(wisps, blur=11)), rng, glow=0.2)


def glasses(sheet: Sheet, x: float, foot: float, size: float) -> None:
    with sheet.placed(x, foot, size):
        for side in (-1, 1):
            sheet.ellipse(side * 0.72, -0.38, 0.58, 0.4, "#dfeef0", opacity=0.34)
            sheet.ellipse(side * 0.72, -0.38, 0.58, 0.4, "none", stroke="#3a2a26", stroke_width=0.08)
        sheet.path(
            "M-0.16 -0.46Q0 -0.6 0.16 -0.46M-1.3 -0.42L-1.7 -0.05M1.3 -0.42L2.1 -0.08",
            stroke="#3a2a26",
            stroke_width=0.08,
        )


def pampas(sheet: Sheet, rng: Random, x: float, y: float, long: float, turn: float, color: str) -> None:
    """A dried plume."""
    with sheet.placed(x, y, long, turn):
        bend = rng.uniform(0.04, 0.14) * (1 if turn > 0 else -1)
        sheet.curve([(0, 0), (bend * 0.25, -0.5), (bend, -1)], darker(color, 0.35), 0.012)
        hairs: dict[str, list[str]] = {}
        for _ in range(330):
            share = 0.46 + 0.54 * rng.random()
            width = sin((share - 0.46) / 0.54 * pi * 0.92 + 0.14) * 0.075
            side = rng.choice((-1, 1))
            px = bend * share**2
            tone = rng.choice((color, lighter(color, 0.3), darker(color, 0.12), lighter(color, 0.5)))
            hairs.setdefault(tone, []).append(
                f"M{px:.3f} {-share:.3f}q{side * width * 0.5:.3f} -0.03 {side * width * rng.uniform(0.6, 1.2):.3f} {rng.uniform(-0.1, -0.02):.3f}"
            )
        for tone, lines in hairs.items():
            sheet.path("".join(lines), stroke=tone, stroke_width=0.007, opacity=0.75, stroke_linecap="round")


def three_vases(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#d7a594", "#efe0d0", 0.76, grain=False)
    light = Sheet(width, height)
    light.path(
        f"M0 {height * 0.1:.0f}L{width} {height * 0.34:.0f}V{height * 0.6:.0f}L0 {height * 0.42:.0f}Z",
        "#ffe4cf",
        opacity=0.6,
    )
    light.path(
        f"M0 {height * 0.46:.0f}L{width} {height * 0.63:.0f}V{height * 0.68:.0f}L0 {height * 0.52:.0f}Z",
        "#ffe4cf",
        opacity=0.5,
    )
    shade = Sheet(width, height)
    feet = height * 0.85
    for x, foot, profile, tall in (
        (0.3, feet, BOTTLE, 560),
        (0.57, feet + 30, MOON, 380),
        (0.8, feet - 8, CYLINDER, 250),
    ):
        shade_of(shade, width * x, foot, profile, tall, "#5a2f3a", 0.42)
    for x, y, size in ((0.5, 0.4, 1), (0.62, 0.36, 0.8)):
        pampas(shade, rng, width * x, height * (y + 0.3), 620 * size, 20, "#a5675c")
    sheet = Sheet(width, height)
    for turn, long in ((-17, 560), (-5, 660), (9, 610)):
        pampas(sheet, rng, width * 0.3, feet - 540, long, turn, "#e8cfae")
    vessel(sheet, rng, width * 0.3, feet, BOTTLE, 560, "#f3ece2", speckles=160)
    for turn, long in ((-30, 190), (-8, 240), (18, 210)):
        sprig(sheet, rng, width * 0.8, feet - 250, long, turn, "#8a9a7b", 7, 0.42)
    vessel(sheet, rng, width * 0.8, feet - 8, CYLINDER, 250, "#c26a4a", bands=(0.3, 0.5, 0.7), speckles=50)
    vessel(sheet, rng, width * 0.57, feet + 30, MOON, 380, "#5e6f74", glaze="#dfe3dc", glaze_to=0.62, speckles=120)
    return finish(lay(base, paint(light, blur=12), paint(shade, blur=13), sheet), rng, glow=0.16)


def bowls(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#2f5558", "#cdb694", 0.72)
    light = Sheet(width, height)
    light.glow(width * 0.1, height * 0.2, width * 0.8, "#b7d0c0", 0.5)
    shade = Sheet(width, height)
    foot = height * 0.84
    shade_of(shade, width * 0.43, foot, BOWL, 290, "#20202a", 0.6)
    shade_of(shade, width * 0.82, foot + 40, MUG, 230, "#20202a", 0.5)
    sheet = Sheet(width, height)
    stack: list[tuple[float, float, float, str, str, str]] = []
    y = foot
    for color, glaze, tall in (
        ("#d9c7a9", "#3f7f87", 290),
        ("#e7dac2", "#c9794d", 262),
        ("#d2c3ac", "#efe8d8", 238),
        ("#cdb899", "#2f4763", 214),
    ):
        stack.append((width * 0.43 + rng.uniform(-8, 8), y, tall, color, glaze, f"bowl {glaze}"))
        y -= tall * 0.5
    for bowl_x, bowl_y, size, color, glaze, own in stack:
        vessel(sheet, Random(own), bowl_x, bowl_y, BOWL, size, color, glaze=glaze, glaze_to=0.34, speckles=140)
    for bowl_x, bowl_y, size, color, glaze, own in stack[-2::-1]:
        vessel(
            sheet, Random(own), bowl_x, bowl_y, BOWL, size, color, glaze=glaze, glaze_to=0.34, speckles=140, front=True
        )
    handle(sheet, width * 0.82, foot + 40, 230, "#c9794d")
    vessel(sheet, rng, width * 0.82, foot + 40, MUG, 230, "#d2c3ac", glaze="#c9794d", glaze_to=0.5, speckles=60)
    return finish(lay(base, paint(light, blur=12), paint(shade, blur=14), sheet), rng, glow=0.16)


PLATES = {
    "mug-by-the-window": lambda rng: mug_by_window(rng, 1600, 1200),
    "three-vases": lambda rng: three_vases(rng, 1200, 1600),
    "bowls-from-the-last-firing": lambda rng: bowls(rng, 1400, 1400),
}
