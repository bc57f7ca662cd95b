"""A jug and lemons in little light."""

from __future__ import annotations

from math import cos, sin
from random import Random

from ..colors import lighter, mix
from ..paint import Drawn, finish, lay, paint
from ..shapes import leaf
from ..svg import Sheet
from ..vessels import (
    JUG,
    handle,
    outline,
    shade_of,
    vessel,
)
from .table import room, sprig


def lemon(sheet: Sheet, x: float, y: float, size: float, turn: float, color: str = "#f2c230") -> None:
    with sheet.placed(x, y, size, turn):
        d = "M-1.18 0C-1.08 -0.12 -1.0 -0.2 -0.9 -0.38C-0.5 -0.86 0.5 -0.86 0.9 -0.36C1.0 -0.2 1.06 -0.12 1.2 0C1.06 0.12 1.0 0.2 0.9 0.36C0.5 0.86 -0.5 0.86 -0.9 0.38C-1.0 0.2 -1.08 0.12 -1.18 0Z"
        sheet.path(
            d,
            sheet.radial(
                (0, lighter(color, 0.5)),
                (0.35, color),
                (0.8, mix(color, "#b56a1e", 0.55)),
                (1, "#8a4a1c"),
                center=(0.36, 0.28),
                radius=0.72,
            ),
        )
        for index in range(40):
            a = index * 2.4
            r = 0.12 + 0.6 * (index / 40) ** 0.5
            sheet.circle(r * cos(a) * 1.1, r * sin(a) * 0.85, 0.018, "#b57a1a", opacity=0.35)
        sheet.ellipse(-0.32, -0.38, 0.24, 0.1, "#ffffff", opacity=0.4, transform="rotate(-24 -0.32 -0.38)")


def half_lemon(sheet: Sheet, x: float, y: float, size: float, flat: float = 0.9) -> None:
    with sheet.placed(x, y, size), sheet.group(transform=f"scale(1 {flat})"):
        sheet.circle(0.05, 0.06, 1, "#b57a1e")
        sheet.circle(0, 0, 1, sheet.linear("#f7d24a", "#e3a92a"))
        sheet.circle(0, 0, 0.9, "#fdf3cf")
        for segment in range(9):
            with sheet.placed(0, 0, 1, segment * 40):
                sheet.path(
                    "M0 -0.08Q-0.34 -0.55 -0.24 -0.76Q0 -0.9 0.24 -0.76Q0.34 -0.55 0 -0.08Z",
                    sheet.linear("#f6cf4e", "#fbe48d"),
                )
        sheet.circle(0, 0, 0.07, "#fdf3cf")
        sheet.ellipse(-0.3, -0.35, 0.3, 0.16, "#ffffff", opacity=0.35)


def jug_and_lemons(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#2b2a2e", "#5a3a2a", 0.68)
    light = Sheet(width, height)
    light.glow(width * 0.12, height * 0.22, width * 0.62, "#8a7a60", 0.62)
    foot = height * 0.82
    shade = Sheet(width, height)
    shade_of(shade, width * 0.36, foot, JUG, 520, "#0a0608", 0.8)
    for x, y, size in ((0.55, 0.86, 96), (0.68, 0.815, 92), (0.79, 0.885, 96), (0.2, 0.9, 90)):
        shade.ellipse(
            width * x + size * 0.45, height * y + size * 0.72, size * 1.3, size * 0.28, "#0a0608", opacity=0.85
        )
    sheet = Sheet(width, height)
    for turn, long in ((-34, 360), (-14, 420), (6, 400), (27, 340), (46, 280)):
        sprig(sheet, rng, width * 0.36, foot - 505, long, turn, "#5f7a55", 10, 0.24)
    handle(sheet, width * 0.36, foot, 520, "#dfe3e4", side=-1, top=0.88, low=0.3, reach=0.3, at=0.25)
    vessel(sheet, rng, width * 0.36, foot, JUG, 520, "#e9e9e4", speckles=20)
    with sheet.placed(width * 0.36, foot, clip_path=sheet.clip(outline(JUG, 520))):
        for step in range(13):
            a = (step - 6) * 0.25
            sheet.path(
                f"M{sin(a) * 196:.0f} {-150 + 22 * cos(a):.0f}q{12 * cos(a):.0f} -34 0 -58q{-12 * cos(a):.0f} 24 0 58",
                "#34568b",
                opacity=0.75,
            )
        for y, wide in ((-120, 184), (-235, 208), (-448, 128)):
            sheet.curve(
                [(-wide, y), (-wide * 0.5, y + 17), (0, y + 23), (wide * 0.5, y + 17), (wide, y)],
                "#34568b",
                7,
                opacity=0.75,
            )
    lemon(sheet, width * 0.68, height * 0.815, 100, -14)
    lemon(sheet, width * 0.55, height * 0.86, 104, 18)
    half_lemon(sheet, width * 0.79, height * 0.87, 92)
    lemon(sheet, width * 0.2, height * 0.9, 98, 150)
    for turn, dx in ((62, 0), (100, 26)):
        with sheet.placed(width * 0.6 + dx, height * 0.8, 120, turn):
            sheet.path(leaf(1, 0.26), sheet.linear("#7f9a5a", "#3f5a36", end=(1, 0)))
            sheet.line([(0, 0), (0, -0.9)], "#a9bf7a", 0.02)
    return finish(lay(base, paint(light, blur=14), paint(shade, blur=12), sheet), rng, glow=0.2, corners=0.36)


PLATES = {
    "blue-jug-and-lemons": lambda rng: jug_and_lemons(rng, 1600, 1200),
}
