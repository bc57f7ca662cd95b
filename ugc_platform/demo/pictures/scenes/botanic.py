"""Leaves on a wall, cacti on a sill, poppies, tulips."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix, ramp
from ..paint import Image, finish, lay, noise, paint, tint
from ..shapes import ground, hills, leaf, sun
from ..svg import Sheet
from ..vessels import JUG, POT, shade_of, vessel, wall_light
from .table import room


def monstera_leaf(sheet: Sheet, x: float, y: float, size: float, turn: float, color: str, shadow: bool = False) -> None:
    """A split leaf that hangs from (x, y); as a plain shadow where asked."""
    lobes = ((0.02, 132, 0.5), (-0.06, 108, 0.64), (-0.2, 86, 0.68), (-0.36, 66, 0.64), (-0.52, 48, 0.54), (-0.68, 28, 0.44))
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


def monstera(rng: Random, width: int, height: int) -> Image:
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
    soft = paint(shade, blur=13)
    soft = soft[0:3].bandjoin((soft[3] * 0.5).cast("uchar")).copy(interpretation="srgb")
    return finish(lay(base, paint(light, blur=12), soft, sheet), rng, glow=0.16)


def column(sheet: Sheet, rng: Random, x: float, foot: float, wide: float, tall: float, color: str, ribs: int = 7, round_: float = 0.5) -> None:
    """A ribbed cactus body with rows of spines."""
    top = wide * round_
    n = f"M{x - wide / 2:.1f} {foot:.1f}V{foot - tall + top:.1f}Q{x - wide / 2:.1f} {foot - tall:.1f} {x:.1f} {foot - tall:.1f}Q{x + wide / 2:.1f} {foot - tall:.1f} {x + wide / 2:.1f} {foot - tall + top:.1f}V{foot:.1f}Z"
    sheet.path(n, sheet.linear(lighter(color, 0.28), color, darker(color, 0.18), darker(color, 0.42), end=(1, 0.1)))
    with sheet.group(clip_path=sheet.clip(n)):
        for rib in range(ribs):
            px = x + wide * 0.5 * sin(pi * ((rib + 0.5) / ribs - 0.5))
            d = f"M{px:.1f} {foot:.1f}V{foot - tall + top * 1.1:.1f}Q{px:.1f} {foot - tall + top * 0.3:.1f} {x + (px - x) * 0.2:.1f} {foot - tall:.1f}"
            sheet.path(d, stroke=darker(color, 0.4), stroke_width=wide * 0.022, opacity=0.6)
            sheet.path(d, stroke=lighter(color, 0.4), stroke_width=wide * 0.012, opacity=0.5, transform=f"translate({-wide * 0.03:.1f} 0)")
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


def cacti(rng: Random, width: int, height: int) -> Image:
    base = room(rng, width, height, "#bcd0c6", "#f2e6d4", 0.78, grain=False)
    light = Sheet(width, height)
    wall_light(light, width * 0.28, -height * 0.08, width * 0.62, height * 0.8, "#fff8e2", 0.55)
    shade, sheet = Sheet(width, height), Sheet(width, height)
    foot = height * 0.87
    pots = ((0.11, 0.15, "#c9714e", 0), (0.295, 0.17, "#f4ead8", 16), (0.5, 0.185, "#4f7d86", -6), (0.7, 0.165, "#e3ad5a", 12), (0.885, 0.15, "#d98f88", 0))
    for x, size, _, dy in pots:
        shade_of(shade, width * x, foot + dy, POT, height * size, "#4a4038", 0.5)
        shade.ellipse(width * (x + 0.045), foot - height * 0.26, width * 0.06, height * 0.2, "#5a7068", opacity=0.3)
    for x, size, color, dy in pots:
        vessel(sheet, Random(color), width * x, foot + dy, POT, height * size, color, speckles=40)  # noqa: S311
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
            sheet.path(leaf(1, 0.075, bend=0.1 * (1 if turn > 0 else -1)), sheet.linear(lighter(tone, 0.2), darker(tone, 0.14), end=(1, 0)))
    pads = ((0, 0, 92, 0), (-64, -150, 78, -32), (72, -142, 76, 30), (6, -196, 72, 2), (-112, -266, 60, -40), (116, -262, 58, 36), (-12, -318, 58, -10), (60, -300, 46, 26))
    for dx, dy, size, lean in pads:
        with sheet.placed(width * 0.7 + dx, tops[3] + dy + 8, size, lean):
            sheet.path("M-0.3 0C-0.8 -0.5 -0.9 -1.5 0 -1.9C0.9 -1.5 0.8 -0.5 0.3 0Z", sheet.linear("#a3c98a", "#6fa368", "#4a7d52", end=(1, 0.3)))
            for row in range(4):
                for col in range(3):
                    px, py = (col - 1) * 0.42 + 0.2 * (row % 2) - 0.1, -0.42 - row * 0.36
                    sheet.path(f"M{px:.2f} {py:.2f}l-0.07 -0.1M{px:.2f} {py:.2f}l0.07 -0.1M{px:.2f} {py:.2f}v-0.13", stroke="#fff6dc", stroke_width=0.022)
    for dx, dy in ((-150, -374), (146, -360), (-16, -428)):
        blossom(sheet, width * 0.7 + dx, tops[3] + dy, 26, "#e4576b")
    for dx, wide, tall in ((-46, 66, 190), (34, 74, 280), (88, 54, 140)):
        column(sheet, rng, width * 0.885 + dx, tops[4] + 4, wide, tall, "#86a98f", 6)
    for x, size, color, dy in pots:
        vessel(sheet, Random(color), width * x, foot + dy, POT, height * size, color, speckles=40, front=True)  # noqa: S311
    return finish(lay(base, paint(light, blur=10), paint(shade, blur=13), sheet), rng, glow=0.16)


def poppy(sheet: Sheet, rng: Random, x: float, y: float, size: float, color: str, foot: float, detail: bool = True) -> None:
    sway = rng.uniform(-0.5, 0.5) * size
    sheet.path(f"M{x:.0f} {y:.0f}Q{x + sway:.0f} {(y + foot) / 2:.0f} {x + sway * 1.6:.0f} {foot:.0f}", stroke="#4f7a45", stroke_width=max(1.5, size * 0.08))
    with sheet.placed(x, y, size, rng.uniform(-24, 24)):
        dark = darker(color, 0.34)
        sheet.path("M0 0.3C-0.9 0.3 -1.25 -0.4 -0.9 -0.85C-0.5 -1.15 0.5 -1.15 0.9 -0.85C1.25 -0.4 0.9 0.3 0 0.3Z", sheet.linear(dark, color))
        if not detail:
            return
        sheet.path("M-0.05 0.3C-1.0 0.42 -1.4 -0.2 -1.08 -0.7C-0.85 -0.5 -0.3 -0.5 0.05 -0.1Z", sheet.linear(lighter(color, 0.22), color, dark, end=(0.4, 1)))
        sheet.path("M0.05 0.3C1.0 0.42 1.4 -0.2 1.08 -0.7C0.85 -0.5 0.3 -0.5 -0.05 -0.1Z", sheet.linear(color, dark, end=(0.7, 1)))
        sheet.path("M0 0.42C-0.7 0.5 -0.9 0 -0.62 -0.32Q0 0.02 0.62 -0.32C0.9 0 0.7 0.5 0 0.42Z", sheet.linear(lighter(color, 0.3), lighter(color, 0.05), darker(color, 0.1)))
        for fold in (-0.4, -0.14, 0.16, 0.42):
            sheet.path(f"M{fold} -0.12Q{fold * 0.9:.2f} 0.16 {fold * 0.4:.2f} 0.38", stroke=dark, stroke_width=0.02, opacity=0.4)
        sheet.ellipse(0, -0.36, 0.26, 0.17, "#2a1c26")
        for index in range(12):
            a = 2 * pi * index / 12
            sheet.circle(0.36 * cos(a), -0.36 + 0.22 * sin(a), 0.035, "#3a2630")


def poppies(rng: Random, width: int, height: int) -> Image:
    back = Sheet(width, height)
    back.fill(back.linear("#9cc4d4", "#d3e0d6", "#f8e6c4", end=(0, 0.6)))
    sun(back, width * 0.78, height * 0.26, width * 0.034, "#fffaf0", "#fff0c9", 11)
    for base, color in ((0.46, "#a9b9a4"), (0.51, "#93aa82"), (0.57, "#85a06a")):
        back.path(ground(hills(width, height * base, height * 0.05, rng), width, height, True), back.linear(lighter(color, 0.15), color))
    back.rect(0, height * 0.6, width, height * 0.4, back.linear((0, "#8aa866", 0), (0.2, "#7f9f58", 1), (1, "#3f6a3c", 1)))
    for _ in range(240):
        share = rng.random()
        back.circle(width * rng.random(), height * (0.6 + 0.2 * share), width * (0.003 + 0.007 * share), rng.choice(("#e4533f", "#d8432f", "#f07a5a")))
    scene = paint(back, blur=5)
    middle = Sheet(width, height)
    blades = [f"M{width * rng.random():.0f} {height * rng.uniform(0.74, 1.02):.0f}q{rng.uniform(-12, 12):.0f} -50 {rng.uniform(-30, 30):.0f} {-rng.uniform(60, 150):.0f}" for _ in range(420)]
    for part, tone in enumerate(("#5f8a4a", "#76a058", "#4a7540")):
        middle.path("".join(blades[part::3]), stroke=tone, stroke_width=3.2, opacity=0.8, stroke_linecap="round")
    for _ in range(34):
        x, y = width * rng.random(), height * rng.uniform(0.62, 0.76)
        poppy(middle, rng, x, y, width * 0.016, rng.choice(("#e4533f", "#d8432f", "#ee6a4c")), y + height * 0.16, detail=False)
    front = Sheet(width, height)
    for x, y, size in ((0.1, 0.6, 0.05), (0.25, 0.74, 0.04), (0.37, 0.5, 0.062), (0.53, 0.7, 0.05), (0.66, 0.57, 0.044), (0.8, 0.72, 0.058), (0.93, 0.58, 0.046),
                       (0.45, 0.83, 0.042), (0.16, 0.87, 0.05), (0.69, 0.87, 0.045)):  # fmt: skip
        poppy(front, rng, width * x, height * y, width * size, rng.choice(("#e8503a", "#dc3f2f", "#f0684a")), height * 1.05)
    for x, y, lean in ((0.3, 0.56, -8), (0.6, 0.46, 10), (0.88, 0.45, -6)):
        front.path(f"M{width * x:.0f} {height * y:.0f}q{lean} 200 {lean * 3} {height * 0.6:.0f}", stroke="#557f48", stroke_width=5)
        with front.placed(width * x, height * y, width * 0.014, 150 + lean):
            front.path("M-0.7 0.4Q-0.9 -1.4 0 -1.8Q0.9 -1.4 0.7 0.4Q0 0.9 -0.7 0.4Z", front.linear("#93b56f", "#557f48", end=(1, 0)))
    bokeh = Sheet(width, height)
    for x, y, size in ((0.02, 0.98, 0.09), (0.97, 0.97, 0.1), (0.58, 1.03, 0.07)):
        bokeh.circle(width * x, height * y, width * size, "#e0503c", opacity=0.6)
    return finish(lay(scene, paint(middle, blur=1.6), front, paint(bokeh, blur=34)), rng, glow=0.22)


def tulip(sheet: Sheet, rng: Random, x: float, y: float, size: float, color: str, turn: float) -> None:
    with sheet.placed(x, y, size, turn):
        dark, pale = darker(color, 0.26), lighter(color, 0.3)
        sheet.path("M-0.3 0.5C-0.9 0.1 -0.7 -0.7 -0.26 -1.12Q0 -0.9 0.26 -1.12C0.7 -0.7 0.9 0.1 0.3 0.5Z", sheet.linear(dark, color))
        sheet.path("M0 0.62C-0.9 0.6 -0.95 -0.3 -0.62 -1.0C-0.2 -0.6 0.02 -0.1 0 0.62Z", sheet.linear(pale, color, dark, end=(0.9, 0.8)))
        sheet.path("M0 0.62C0.9 0.6 0.95 -0.3 0.62 -1.0C0.2 -0.6 -0.02 -0.1 0 0.62Z", sheet.linear(color, dark, end=(0.9, 0.6)))
        sheet.path("M0 0.66C-0.55 0.55 -0.52 -0.3 0 -0.86C0.52 -0.3 0.55 0.55 0 0.66Z", sheet.linear(lighter(color, 0.36), color, darker(color, 0.1), end=(0.6, 1)))
        sheet.path("M0 0.6Q-0.06 0 0 -0.8M-0.16 0.5Q-0.26 0 -0.1 -0.5M0.16 0.5Q0.26 0 0.1 -0.5", stroke=dark, stroke_width=0.025, opacity=0.3)


def tulips(rng: Random, width: int, height: int) -> Image:
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
    vessel(sheet, Random("jug"), x, foot, JUG, 470, "#f3ebdc", glaze="#f7f2e8", glaze_to=0.5, speckles=130)  # noqa: S311
    for dx, dy, _ in heads:
        hx, hy = x + dx * width, height * dy
        sheet.path(f"M{hx:.0f} {hy:.0f}Q{x + dx * width * 0.6:.0f} {(hy + top) / 2:.0f} {x + dx * 180:.0f} {top + 30:.0f}", stroke="#6a9a58", stroke_width=15)
        sheet.path(f"M{hx - 3:.0f} {hy:.0f}Q{x + dx * width * 0.6 - 3:.0f} {(hy + top) / 2:.0f} {x + dx * 180 - 3:.0f} {top + 30:.0f}", stroke="#9cc27f", stroke_width=4)
    for index in range(15):
        turn = -80 + 160 * index / 14 + rng.uniform(-5, 5)
        tone = mix("#4f8558", "#8fb978", rng.random())
        with sheet.placed(x + turn * 0.9, top + 34, rng.uniform(330, 470), turn):
            sheet.path(leaf(1, 0.1, bend=0.16 if turn > 0 else -0.16), sheet.linear(lighter(tone, 0.22), tone, darker(tone, 0.15), end=(1, 0)))
    colors = ("#f0718a", "#f7b04a", "#f6e3d0", "#e4533f", "#f29aa6", "#c9447a", "#f7c96a")
    for index, (dx, dy, turn) in enumerate(heads):
        tulip(sheet, rng, x + dx * width, height * dy, width * rng.uniform(0.066, 0.078), ramp(colors, (index * 0.37) % 1), turn + rng.uniform(-5, 5))
    with shade.group(transform="translate(90 60)"):
        for dx, dy, _ in heads:
            shade.circle(x + dx * width, height * dy, width * 0.06, "#4f6a80", opacity=0.28)
    vessel(sheet, Random("jug"), x, foot, JUG, 470, "#f3ebdc", glaze="#f7f2e8", glaze_to=0.5, speckles=130, front=True)  # noqa: S311
    return finish(lay(base, paint(light, blur=10), paint(shade, blur=15), sheet), rng, glow=0.16)


PLATES = {
    "monstera-afternoon": lambda rng: monstera(rng, 1200, 1600),
    "five-prickly-friends": lambda rng: cacti(rng, 1600, 1200),
    "poppies-by-the-field-road": lambda rng: poppies(rng, 1600, 1200),
    "market-tulips": lambda rng: tulips(rng, 1200, 1600),
}
