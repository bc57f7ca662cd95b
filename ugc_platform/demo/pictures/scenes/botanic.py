"""Leaves on a wall, cacti on a sill."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, mottled, noise, paint, tint
from ..shapes import leaf
from ..svg import Sheet
from ..vessels import POT, shade_of, vessel, wall_light
from .table import room


def monstera_leaf(sheet: Sheet, x: float, y: float, size: float, turn: float, color: str, shadow: bool = False) -> None:
    """A split leaf that hangs from (x, y); as a plain shadow where asked."""
    lobes = (
        (0.02, 132, 0.5),
        (-0.06, 108, 0.64),
        (-0.2, 86, 0.68),
        (-0.36, 66, 0.64),
        (-0.52, 48, 0.54),
        (-0.68, 28, 0.44),
    )
    finger = "M-0.03 0C-0.24 -0.3 -0.26 -0.72 -0.15 -0.9Q0 -1.1 0.15 -0.9C0.26 -0.72 0.24 -0.3 0.03 0Z"
    half = "M0 0.06C-0.3 0.2 -0.42 -0.1 -0.3 -0.4C-0.22 -0.66 -0.14 -0.9 0 -1.16L0 0.06Z"
    with sheet.placed(x, y, size, turn):
        for side in (-1, 1):
            tone = color if shadow else (lighter(color, 0.12) if side < 0 else darker(color, 0.16))
            fill = tone if shadow else sheet.linear(lighter(tone, 0.16), tone, darker(tone, 0.12), end=(1, 0.6))
            for at, angle, long in lobes:
                with sheet.placed(0, at, long, side * angle):
                    sheet.path(finger, fill)
            with sheet.group(transform=f"scale({-side} 1)"):
                sheet.path(half, tone)
        if shadow:
            return
        sheet.path("M0 0.1Q0.01 -0.5 0 -1.1", stroke=lighter(color, 0.45), stroke_width=0.022)
        for at, angle, long in lobes:
            for side in (-1, 1):
                with sheet.placed(0, at, long, side * angle):
                    sheet.path("M0 0V-0.92", stroke=lighter(color, 0.38), stroke_width=0.016, opacity=0.8)


def monstera(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#f0c9ac", "#e4ab8c", "#cf8a6c", end=(1, 0.9)))
    base = lay(paint(back), tint((noise(width, height, 260, rng, 4) - 0.5) * 0.6, "#a35f44"))
    light = Sheet(width, height)
    wall_light(light, width * 0.1, -height * 0.05, width * 0.75, height * 0.8, "#fff0d6", 0.5, panes=(2, 2), lean=0.4)
    leaves = ((0.42, 0.3, 330, -24, "#4f8a63"), (0.78, 0.4, 300, 34, "#3f7a5a"), (0.2, 0.56, 290, -58, "#5c9a6a"), (0.62, 0.62, 350, 14, "#2f6a50"),
              (0.88, 0.74, 270, 62, "#4c8a60"), (0.36, 0.8, 320, -28, "#3a7858"))  # fmt: skip
    shade, sheet = Sheet(width, height), Sheet(width, height)
    foot = (width * 0.52, height * 1.04)
    for x, y, size, turn, color in leaves:
        stem = f"M{foot[0]:.0f} {foot[1]:.0f}Q{width * (x * 0.4 + 0.31):.0f} {height * (y * 0.5 + 0.5):.0f} {width * x:.0f} {height * y:.0f}"
        with shade.group(transform="translate(70 62)"):
            shade.path(stem, stroke="#8a4a38", stroke_width=12)
            monstera_leaf(shade, width * x, height * y, size, turn, "#8a4a38", shadow=True)
        sheet.path(stem, stroke=darker(color, 0.2), stroke_width=13, stroke_linecap="round")
        sheet.path(stem, stroke=lighter(color, 0.2), stroke_width=4, stroke_linecap="round")
        monstera_leaf(sheet, width * x, height * y, size, turn, color)
    soft = mottled(paint(shade, blur=13), 0.5)
    return finish(lay(base, paint(light, blur=12), soft, sheet), rng, glow=0.16)


def column(
    sheet: Sheet,
    rng: Random,
    x: float,
    foot: float,
    wide: float,
    tall: float,
    color: str,
    ribs: int = 7,
    round_: float = 0.5,
) -> None:
    """A ribbed cactus body with rows of spines."""
    top = wide * round_
    n = f"M{x - wide / 2:.1f} {foot:.1f}V{foot - tall + top:.1f}Q{x - wide / 2:.1f} {foot - tall:.1f} {x:.1f} {foot - tall:.1f}Q{x + wide / 2:.1f} {foot - tall:.1f} {x + wide / 2:.1f} {foot - tall + top:.1f}V{foot:.1f}Z"
    sheet.path(n, sheet.linear(lighter(color, 0.28), color, darker(color, 0.18), darker(color, 0.42), end=(1, 0.1)))
    with sheet.group(clip_path=sheet.clip(n)):
        for rib in range(ribs):
            px = x + wide * 0.5 * sin(pi * ((rib + 0.5) / ribs - 0.5))
            d = f"M{px:.1f} {foot:.1f}V{foot - tall + top * 1.1:.1f}Q{px:.1f} {foot - tall + top * 0.3:.1f} {x + (px - x) * 0.2:.1f} {foot - tall:.1f}"
            sheet.path(d, stroke=darker(color, 0.4), stroke_width=wide * 0.022, opacity=0.6)
            sheet.path(
                d,
                stroke=lighter(color, 0.4),
                stroke_width=wide * 0.012,
                opacity=0.5,
                transform=f"translate({-wide * 0.03:.1f} 0)",
            )
    spines = []
    for rib in range(ribs):
        px = x + wide * 0.5 * sin(pi * ((rib + 0.5) / ribs - 0.5))
        y = foot - 12
        while y > foot - tall + top * 0.8:
            for angle in (-0.7, 0, 0.7):
                spines.append(f"M{px:.1f} {y:.1f}l{9 * sin(angle + (px - x) / wide):.1f} {-8 * cos(angle):.1f}")
            y -= 24
    sheet.path("".join(spines), stroke="#fff6dc", stroke_width=1.5, opacity=0.85)


def blossom(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    for index in range(9):
        with sheet.placed(x, y, size, index * 40):
            sheet.path(leaf(1, 0.3), sheet.linear(lighter(color, 0.35), color))
    sheet.circle(x, y, size * 0.28, "#ffd970")


def cacti(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#bcd0c6", "#f2e6d4", 0.78, grain=False)
    light = Sheet(width, height)
    wall_light(light, width * 0.28, -height * 0.08, width * 0.62, height * 0.8, "#fff8e2", 0.55)
    shade, sheet = Sheet(width, height), Sheet(width, height)
    foot = height * 0.87
    pots = (
        (0.11, 0.15, "#c9714e", 0),
        (0.295, 0.17, "#f4ead8", 16),
        (0.5, 0.185, "#4f7d86", -6),
        (0.7, 0.165, "#e3ad5a", 12),
        (0.885, 0.15, "#d98f88", 0),
    )
    for x, size, _, dy in pots:
        shade_of(shade, width * x, foot + dy, POT, height * size, "#4a4038", 0.5)
        shade.ellipse(width * (x + 0.045), foot - height * 0.26, width * 0.06, height * 0.2, "#5a7068", opacity=0.3)
    for x, size, color, dy in pots:
        vessel(sheet, Random(color), width * x, foot + dy, POT, height * size, color, speckles=40)
    tops = [foot + dy - height * size + 16 for _, size, _, dy in pots]
    column(sheet, rng, width * 0.11, tops[0], 120, 430, "#5f9a6e")
    column(sheet, rng, width * 0.11 - 92, tops[0] - 190, 62, 130, "#5f9a6e", 5)
    sheet.path(f"M{width * 0.11 - 94:.0f} {tops[0] - 200:.0f}q0 74 46 78", stroke="#568f65", stroke_width=56)
    column(sheet, rng, width * 0.11 - 92, tops[0] - 196, 62, 124, "#5f9a6e", 5)
    blossom(sheet, width * 0.11, tops[0] - 428, 36, "#f0718a")
    with sheet.placed(width * 0.295, tops[1] - 84):
        column(sheet, rng, 0, 92, 230, 210, "#7fae72", 11, 0.55)
    blossom(sheet, width * 0.295 - 34, tops[1] - 196, 34, "#f7c04a")
    blossom(sheet, width * 0.295 + 30, tops[1] - 204, 30, "#f58f6a")
    for index in range(17):
        turn = -72 + 9 * index
        long = 330 * (1 - 0.28 * abs(turn) / 72)
        tone = mix("#4f8f7a", "#8fc0a0", rng.random())
        with sheet.placed(width * 0.5 + turn * 0.8, tops[2] + 8, long, turn):
            sheet.path(
                leaf(1, 0.075, bend=0.1 * (1 if turn > 0 else -1)),
                sheet.linear(lighter(tone, 0.2), darker(tone, 0.14), end=(1, 0)),
            )
    pads = (
        (0, 0, 92, 0),
        (-64, -150, 78, -32),
        (72, -142, 76, 30),
        (6, -196, 72, 2),
        (-112, -266, 60, -40),
        (116, -262, 58, 36),
        (-12, -318, 58, -10),
        (60, -300, 46, 26),
    )
    for dx, dy, size, lean in pads:
        with sheet.placed(width * 0.7 + dx, tops[3] + dy + 8, size, lean):
            sheet.path(
                "M-0.3 0C-0.8 -0.5 -0.9 -1.5 0 -1.9C0.9 -1.5 0.8 -0.5 0.3 0Z",
                sheet.linear("#a3c98a", "#6fa368", "#4a7d52", end=(1, 0.3)),
            )
            for row in range(4):
                for col in range(3):
                    px, py = (col - 1) * 0.42 + 0.2 * (row % 2) - 0.1, -0.42 - row * 0.36
                    sheet.path(
                        f"M{px:.2f} {py:.2f}l-0.07 -0.1M{px:.2f} {py:.2f}l0.07 -0.1M{px:.2f} {py:.2f}v-0.13",
                        stroke="#fff6dc",
                        stroke_width=0.022,
                    )
    for dx, dy in ((-150, -374), (146, -360), (-16, -428)):
        blossom(sheet, width * 0.7 + dx, tops[3] + dy, 26, "#e4576b")
    for dx, wide, tall in ((-46, 66, 190), (34, 74, 280), (88, 54, 140)):
        column(sheet, rng, width * 0.885 + dx, tops[4] + 4, wide, tall, "#86a98f", 6)
    for x, size, color, dy in pots:
        vessel(sheet, Random(color), width * x, foot + dy, POT, height * size, color, speckles=40, front=True)
    return finish(lay(base, paint(light, blur=10), paint(shade, blur=13), sheet), rng, glow=0.16)


PLATES = {
    "monstera-afternoon": lambda rng: monstera(rng, 1200, 1600),
    "five-prickly-friends": lambda rng: cacti(rng, 1600, 1200),
}
