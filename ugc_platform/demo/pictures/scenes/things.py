"""Things one would like to own: shoes, bicycles, a bottle."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Image, finish, lay, noise, paint, tint
from ..shapes import leaf, ring
from ..svg import Sheet
from ..vessels import wall_light
from .table import pampas
from .town import PAINTS, Hour, house


@dataclass(frozen=True)
class Shoe:
    upper: str
    panel: str
    accent: str
    sole: str
    lace: str


CORAL = Shoe("#f0785c", "#fbe6d6", "#2f5f78", "#fffaf0", "#fffaf0")
MINT = Shoe("#a9d6c4", "#f6f1e4", "#ef8a5c", "#fdf8ee", "#f6f1e4")
INK = Shoe("#34496b", "#e3d6bf", "#e9b44c", "#fbf5e8", "#f3ead8")


def sneaker(sheet: Sheet, x: float, foot: float, size: float, shoe: Shoe, turn: float = 0, flip: bool = False) -> None:
    """A low shoe from its outer side, toe to the right."""
    with sheet.placed(x, foot, size, turn), sheet.group(transform="scale(-1 1)" if flip else "scale(1 1)"):
        upper = ("M-0.95 -0.2C-1.04 -0.46 -1.0 -0.66 -0.93 -0.9Q-0.88 -1.02 -0.78 -0.95C-0.7 -0.83 -0.5 -0.8 -0.3 -0.93L-0.2 -1.06Q-0.11 -1.13 -0.03 -1.03"
                 "L0.08 -0.86C0.26 -0.62 0.5 -0.53 0.72 -0.47C0.98 -0.4 1.1 -0.28 1.07 -0.12L-0.95 -0.2Z")  # fmt: skip
        sheet.path("M-0.32 -0.92L-0.21 -1.07Q-0.11 -1.15 -0.02 -1.04L0.1 -0.84L-0.1 -0.7Z", sheet.linear(lighter(shoe.panel, 0.3), darker(shoe.panel, 0.18)))
        sheet.path(upper, sheet.linear(lighter(shoe.upper, 0.22), shoe.upper, darker(shoe.upper, 0.2), end=(0.2, 1)))
        with sheet.group(clip_path=sheet.clip(upper)):
            sheet.path("M0.58 -0.6C0.5 -0.4 0.5 -0.3 0.56 -0.1L1.2 -0.05V-0.6Z", sheet.linear(lighter(shoe.panel, 0.3), shoe.panel, darker(shoe.panel, 0.2)))
            sheet.path("M-1.1 -0.62C-0.8 -0.6 -0.62 -0.45 -0.58 -0.1L-1.1 -0.1Z", sheet.linear(lighter(shoe.panel, 0.2), darker(shoe.panel, 0.16)))
            sheet.path("M-1.1 -1.05L-0.7 -1.05L-0.76 -0.72L-1.1 -0.66Z", shoe.accent)
            sheet.path("M-0.5 -0.12C-0.3 -0.44 0.0 -0.62 0.24 -0.6C0.1 -0.5 -0.06 -0.32 -0.14 -0.1Z", sheet.linear(lighter(shoe.accent, 0.15), shoe.accent))
            sheet.path("M-0.12 -0.1C0.02 -0.34 0.2 -0.48 0.4 -0.5C0.3 -0.4 0.2 -0.24 0.16 -0.08Z", shoe.accent, opacity=0.55)
            sheet.path("M-0.34 -0.9C-0.2 -0.6 0.1 -0.42 0.5 -0.38L0.76 -0.6L0.1 -0.98Z", sheet.linear(lighter(shoe.panel, 0.35), darker(shoe.panel, 0.06)), opacity=0.95)
            for d in ("M0.54 -0.62C0.46 -0.4 0.46 -0.28 0.52 -0.08", "M-0.54 -0.08C-0.58 -0.46 -0.8 -0.64 -1.08 -0.66", "M-0.36 -0.86C-0.2 -0.56 0.1 -0.38 0.48 -0.34"):
                sheet.path(d, stroke=darker(shoe.upper, 0.45), stroke_width=0.011, stroke_dasharray="0.03 0.02", opacity=0.8)
            for row in range(3):
                for hole in range(5 - row):
                    sheet.circle(0.68 + hole * 0.06 + row * 0.03, -0.37 + row * 0.055 + hole * 0.012, 0.011, darker(shoe.panel, 0.5), opacity=0.7)
            sheet.path("M-1.05 -0.2C-0.4 -0.3 0.4 -0.26 1.1 -0.16V0H-1.05Z", "#1a1020", opacity=0.16)
        for step in range(5):
            t = step / 4
            lx, ly = -0.13 + 0.5 * t, -0.94 + 0.36 * t**0.9
            sheet.path(f"M{lx - 0.09:.3f} {ly + 0.12:.3f}Q{lx:.3f} {ly + 0.03:.3f} {lx + 0.1:.3f} {ly + 0.02:.3f}", stroke=darker(shoe.lace, 0.28), stroke_width=0.062, stroke_linecap="round")
            sheet.path(f"M{lx - 0.09:.3f} {ly + 0.112:.3f}Q{lx:.3f} {ly + 0.022:.3f} {lx + 0.1:.3f} {ly + 0.012:.3f}", stroke=shoe.lace, stroke_width=0.046, stroke_linecap="round")
            sheet.circle(lx - 0.1, ly + 0.13, 0.017, darker(shoe.panel, 0.55))
        sheet.path("M-0.14 -0.98C-0.34 -1.06 -0.36 -0.88 -0.16 -0.93C-0.3 -0.8 -0.2 -0.74 -0.12 -0.9C0.0 -1.1 0.16 -1.1 0.02 -0.94", stroke=shoe.lace, stroke_width=0.036, stroke_linecap="round")
        sole = "M-0.99 -0.23C-0.4 -0.2 0.4 -0.16 1.06 -0.19Q1.16 -0.14 1.12 -0.05Q1.08 0 0.98 0L-0.9 0Q-1.02 0 -1.03 -0.1Q-1.03 -0.2 -0.99 -0.23Z"
        sheet.path(sole, sheet.linear(lighter(shoe.sole, 0.2), shoe.sole, darker(shoe.sole, 0.26)))
        sheet.path("M-1.03 -0.075Q0 -0.03 1.13 -0.06L1.1 -0.02Q1.06 0 0.98 0L-0.9 0Q-1.02 0 -1.03 -0.075Z", shoe.accent)
        sheet.path("M-0.98 -0.19C-0.4 -0.155 0.4 -0.115 1.08 -0.145", stroke=darker(shoe.sole, 0.3), stroke_width=0.01, stroke_dasharray="0.028 0.018")
        sheet.path("M-0.9 -0.86C-0.96 -0.66 -0.98 -0.48 -0.93 -0.3", stroke="#ffffff", stroke_width=0.03, opacity=0.35, stroke_linecap="round")


def podium(sheet: Sheet, x: float, top: float, wide: float, tall: float, color: str) -> None:
    """A round plinth seen a little from above."""
    flat = wide * 0.13
    d = f"M{x - wide:.0f} {top:.0f}V{top + tall:.0f}A{wide:.0f} {flat:.0f} 0 0 0 {x + wide:.0f} {top + tall:.0f}V{top:.0f}Z"
    sheet.path(d, sheet.linear(lighter(color, 0.15), lighter(color, 0.05), darker(color, 0.18), darker(color, 0.34), end=(1, 0)))
    sheet.ellipse(x, top, wide, flat, sheet.linear(lighter(color, 0.42), lighter(color, 0.12), end=(1, 0.3)))


def studio(rng: Random, width: int, height: int, wall: str, floor: float) -> Image:
    """A paper roll that bends from wall to floor."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear((0, lighter(wall, 0.06)), (floor - 0.12, wall), (floor, darker(wall, 0.1)), (floor + 0.1, lighter(wall, 0.12)), (1, lighter(wall, 0.02))))
    sheet.glow(width * 0.28, height * 0.24, width * 0.6, lighter(wall, 0.6), 0.5)
    return lay(paint(sheet), tint((noise(width, height, 320, rng, 3) - 0.5) * 0.3, darker(wall, 0.4)))


def one_shoe(rng: Random, width: int, height: int) -> Image:
    base = studio(rng, width, height, "#8fc1c4", 0.74)
    shade, sheet = Sheet(width, height), Sheet(width, height)
    back = Sheet(width, height)
    back.circle(width * 0.5, height * 0.42, height * 0.34, back.linear("#f9d9a8", "#f4b98a"))
    shade.ellipse(width * 0.56, height * 0.86, width * 0.36, height * 0.05, "#22484c", opacity=0.55)
    podium(sheet, width * 0.5, height * 0.7, width * 0.31, height * 0.14, "#f3e6d2")
    sheet.glow(width * 0.51, height * 0.7, width * 0.27, "#5a3a30", 0.75, 0.14)
    sneaker(sheet, width * 0.495, height * 0.705, width * 0.245, CORAL, -3)
    for x, y, size, color in ((0.13, 0.83, 62, "#f0785c"), (0.88, 0.86, 84, "#f4b860")):
        shade.ellipse(width * x + size * 0.5, height * y + size * 0.86, size * 1.3, size * 0.3, "#22484c", opacity=0.5)
        sheet.circle(width * x, height * y, size, sheet.radial((0, lighter(color, 0.5)), (0.45, color), (1, darker(color, 0.4)), center=(0.34, 0.28), radius=0.8))
    return finish(lay(base, back, paint(shade, blur=16), sheet), rng, glow=0.16)


def two_shoes(rng: Random, width: int, height: int) -> Image:
    blocks = Sheet(width, height)
    blocks.fill("#f6d7c0")
    blocks.polygon([(0, 0), (width * 0.62, 0), (width * 0.3, height), (0, height)], "#ef9f80")
    blocks.polygon([(0, height * 0.62), (width, height * 0.4), (width, height), (0, height)], "#f3c06a", opacity=0.85)
    base = lay(paint(blocks), tint((noise(width, height, 340, rng, 3) - 0.5) * 0.3, "#8a4a3a"))
    light, shade, sheet = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    wall_light(light, width * 0.24, -height * 0.1, width * 0.6, height * 1.1, "#fff6e4", 0.3, panes=(2, 3), lean=0.35)
    for y, dx in ((0.49, 0.04), (0.835, 0.05)):
        shade.ellipse(width * (0.5 + dx), height * y, width * 0.33, height * 0.035, "#6a2f28", opacity=0.7)
    sneaker(sheet, width * 0.47, height * 0.48, width * 0.305, INK, -7)
    sneaker(sheet, width * 0.52, height * 0.83, width * 0.325, MINT, 4, flip=True)
    return finish(lay(base, paint(light, blur=12), paint(shade, blur=15), sheet), rng, glow=0.14)


def wheel(sheet: Sheet, x: float, y: float, radius: float, tyre: str, rim: str, spokes: str) -> None:
    lines = []
    for index in range(28):
        a = 2 * pi * index / 28
        b = a + (0.5 if index % 2 else -0.5)
        lines.append(f"M{x + radius * 0.07 * cos(b):.1f} {y + radius * 0.07 * sin(b):.1f}L{x + radius * 0.92 * cos(a):.1f} {y + radius * 0.92 * sin(a):.1f}")
    sheet.path("".join(lines), stroke=spokes, stroke_width=max(1.0, radius * 0.008), opacity=0.8)
    sheet.path(ring(x, y, radius * 0.93), stroke=rim, stroke_width=radius * 0.045)
    sheet.path(ring(x, y, radius), stroke=tyre, stroke_width=radius * 0.085)
    sheet.circle(x, y, radius * 0.07, rim)


def bicycle(sheet: Sheet, x: float, foot: float, size: float, paint_: str, tyre: str, metal: str, leather: str, plain: bool = False) -> None:
    """A town bicycle, front to the right; `size` is the radius of a wheel."""
    r = size
    rear, front = (x - 1.52 * r, foot - r), (x + 1.52 * r, foot - r)
    crank, seat, head = (x - 0.25 * r, foot - 0.92 * r), (x - 0.72 * r, foot - 2.3 * r), (x + 0.92 * r, foot - 2.36 * r)
    for hub in (rear, front):
        wheel(sheet, *hub, r, tyre, metal, metal)
    for hub, start, stop in ((rear, 175, 330), (front, 190, 325)):
        a, b = start * pi / 180, stop * pi / 180
        reach = r * 1.13
        d = f"M{hub[0] + reach * cos(a):.1f} {hub[1] + reach * sin(a):.1f}A{reach:.1f} {reach:.1f} 0 0 1 {hub[0] + reach * cos(b):.1f} {hub[1] + reach * sin(b):.1f}"
        sheet.path(d, stroke=darker(paint_, 0.12), stroke_width=r * 0.07, stroke_linecap="round")
    tube = r * 0.095
    lower = (x + 0.98 * r, foot - 2.08 * r)
    for pair, wide in (((rear, crank), 0.7), ((rear, (seat[0] + 0.1 * r, seat[1] + 0.35 * r)), 0.6), ((crank, seat), 1.0), ((crank, lower), 1.1)):
        sheet.line(pair, paint_, tube * wide)
    sheet.path(f"M{x - 0.58 * r:.1f} {foot - 1.85 * r:.1f}Q{x + 0.1 * r:.1f} {foot - 1.5 * r:.1f} {lower[0] - 0.02 * r:.1f} {lower[1] - 0.1 * r:.1f}", stroke=paint_, stroke_width=tube)
    sheet.path(f"M{head[0]:.1f} {head[1]:.1f}L{x + 1.06 * r:.1f} {foot - 1.9 * r:.1f}Q{x + 1.2 * r:.1f} {foot - 1.4 * r:.1f} {front[0]:.1f} {front[1]:.1f}", stroke=paint_, stroke_width=tube * 0.9, stroke_linecap="round")
    if not plain:
        sheet.path(f"M{crank[0]:.1f} {crank[1] - 3:.1f}L{lower[0]:.1f} {lower[1] - 3:.1f}", stroke=lighter(paint_, 0.4), stroke_width=tube * 0.22, opacity=0.7)
    sheet.path(f"M{head[0]:.1f} {head[1]:.1f}L{head[0] - 0.1 * r:.1f} {head[1] - 0.35 * r:.1f}Q{head[0] + 0.1 * r:.1f} {head[1] - 0.5 * r:.1f} {head[0] + 0.16 * r:.1f} {head[1] - 0.36 * r:.1f}"
               f"Q{head[0] - 0.1 * r:.1f} {head[1] - 0.3 * r:.1f} {head[0] - 0.5 * r:.1f} {head[1] - 0.28 * r:.1f}", stroke=metal, stroke_width=r * 0.05, stroke_linecap="round")  # fmt: skip
    sheet.line([(head[0] - 0.5 * r, head[1] - 0.28 * r), (head[0] - 0.24 * r, head[1] - 0.31 * r)], leather, r * 0.1)
    sheet.line([seat, (seat[0] - 0.06 * r, seat[1] - 0.2 * r)], metal, r * 0.055)
    sx, sy = seat[0] - 0.08 * r, seat[1] - 0.24 * r
    saddle = f"M{sx - 0.34 * r:.1f} {sy - 0.08 * r:.1f}Q{sx - 0.32 * r:.1f} {sy - 0.2 * r:.1f} {sx - 0.1 * r:.1f} {sy - 0.12 * r:.1f}Q{sx + 0.3 * r:.1f} {sy - 0.12 * r:.1f} {sx + 0.46 * r:.1f} {sy - 0.04 * r:.1f}Q{sx + 0.3 * r:.1f} {sy + 0.06 * r:.1f} {sx:.1f} {sy + 0.07 * r:.1f}Q{sx - 0.3 * r:.1f} {sy + 0.1 * r:.1f} {sx - 0.34 * r:.1f} {sy - 0.08 * r:.1f}Z"
    sheet.path(saddle, leather if plain else sheet.linear(lighter(leather, 0.2), darker(leather, 0.2)))
    sheet.path(ring(*crank, r * 0.2), stroke=metal, stroke_width=r * 0.05)
    sheet.line([(crank[0] - 0.2 * r, crank[1] + 0.3 * r), (crank[0] + 0.2 * r, crank[1] - 0.3 * r)], metal, r * 0.05)
    for side in (-1, 1):
        sheet.line([(crank[0] + side * 0.1 * r, crank[1] - side * 0.3 * r), (crank[0] + side * 0.32 * r, crank[1] - side * 0.3 * r)], tyre, r * 0.06)
    sheet.line([(rear[0] + 0.05 * r, rear[1] - 0.06 * r), (crank[0], crank[1] - 0.2 * r)], metal, r * 0.02)
    sheet.line([(rear[0], rear[1] - 1.24 * r), (seat[0] + 0.1 * r, rear[1] - 1.24 * r)], metal, r * 0.045)


def basket(sheet: Sheet, rng: Random, x: float, top: float, size: float) -> None:
    """A wicker basket with flowers and a loaf."""
    for dx, turn in ((-0.3, -24), (0.05, -6)):
        with sheet.placed(x + dx * size, top + size * 0.2, size, turn):
            sheet.path("M-0.14 0V-0.9Q0 -1.12 0.14 -0.9V0Z", sheet.linear("#e9b878", "#b97a3c", end=(1, 0)))
            for cut in range(3):
                sheet.path(f"M-0.1 {-0.78 + cut * 0.2:.2f}L0.08 {-0.7 + cut * 0.2:.2f}", stroke="#f6dcae", stroke_width=0.05)
    for _ in range(20):
        with sheet.placed(x + rng.uniform(-0.1, 0.62) * size, top + size * 0.1, size * rng.uniform(0.4, 0.7), rng.uniform(-50, 60)):
            sheet.path(leaf(1, 0.16), rng.choice(("#5f8a52", "#86a86c", "#4a7444")))
    for _ in range(13):
        fx, fy = x + rng.uniform(0.0, 0.6) * size, top - rng.uniform(0.1, 0.6) * size
        color = rng.choice(("#f6efe0", "#ef8a9a", "#e4573d", "#f6efe0"))
        for petal in range(6):
            with sheet.placed(fx, fy, size * 0.13, petal * 60):
                sheet.path(leaf(1, 0.4), color)
        sheet.circle(fx, fy, size * 0.045, "#f2c14e")
    d = f"M{x - size * 0.66:.1f} {top:.1f}L{x - size * 0.5:.1f} {top + size * 0.8:.1f}H{x + size * 0.5:.1f}L{x + size * 0.66:.1f} {top:.1f}Z"
    sheet.path(d, sheet.linear("#c9945a", "#8f5f34"))
    with sheet.group(clip_path=sheet.clip(d)):
        for row in range(6):
            for column in range(12):
                tone = "#e3b67c" if (row + column) % 2 else "#a87442"
                sheet.rect(x - size * 0.66 + column * size * 0.112, top + row * size * 0.14, size * 0.1, size * 0.11, tone, size * 0.03, opacity=0.85)
    sheet.rect(x - size * 0.7, top - size * 0.05, size * 1.4, size * 0.12, "#b07c46", size * 0.06)


def against_yellow(rng: Random, width: int, height: int) -> Image:
    back = Sheet(width, height)
    back.fill(back.linear("#f6cf72", "#efbb52", "#dc9f3c", end=(1, 0.8)))
    ground_y = height * 0.84
    back.rect(0, ground_y, width, height, back.linear("#c9b8a4", "#a08d7c"))
    for row in range(4):
        y = ground_y + (height - ground_y) * (row / 4) ** 1.3
        back.rect(0, y, width, 2.5, "#6a5a50", opacity=0.4)
        for column in range(14):
            back.rect(width * (column + 0.5 * (row % 2)) / 13, y, 2.5, (height - ground_y) * 0.4, "#6a5a50", opacity=0.3)
    back.rect(0, ground_y - 46, width, 46, back.linear("#8a6a4a", "#6f5238"))
    base = lay(paint(back), tint((noise(width, height, 240, rng, 4) - 0.5) * 0.7, "#a8692a"), tint((0.44 - noise(width, height, 120, rng, 3)) * 1.2, "#ffe8b0"))
    sheet, shade = Sheet(width, height), Sheet(width, height)
    wx, wy, ww, wh = width * 0.1, height * 0.1, width * 0.2, height * 0.38
    for side in (-0.52, 1.02):
        sheet.rect(wx + ww * side, wy, ww * 0.5, wh, sheet.linear("#3f8a80", "#2a655e", end=(1, 0)), 4)
        for slat in range(15):
            sheet.rect(wx + ww * (side + 0.06), wy + wh * (0.04 + slat * 0.062), ww * 0.38, wh * 0.036, "#1f4f4a", opacity=0.55)
    sheet.rect(wx, wy, ww, wh, "#fbf3e0")
    sheet.rect(wx + 10, wy + 10, ww - 20, wh - 20, sheet.linear("#5f7f92", "#2f4557", end=(1, 1)))
    sheet.rect(wx + ww / 2 - 5, wy, 10, wh, "#fbf3e0")
    for bar in (0.33, 0.66):
        sheet.rect(wx, wy + wh * bar - 4, ww, 8, "#fbf3e0")
    sheet.rect(wx - 14, wy + wh, ww + 28, 20, "#e9dcc0")
    for _ in range(46):
        fx = wx + rng.uniform(-0.02, 1.02) * ww
        sheet.circle(fx, wy + wh - rng.uniform(0, 54), rng.uniform(9, 17), rng.choice(("#5f8a52", "#e4573d", "#f29aa6", "#4a7444", "#e4573d")))
    sheet.rect(wx - 4, wy + wh - 12, ww + 8, 44, sheet.linear("#c26a4a", "#98492f"), 5)
    with shade.group(transform="translate(58 26)"):
        bicycle(shade, width * 0.62, ground_y + 62, height * 0.185, "#8a5a20", "#8a5a20", "#8a5a20", "#8a5a20", plain=True)
    shade.ellipse(width * 0.64, ground_y + 66, width * 0.29, 16, "#3a2a20", opacity=0.8)
    bicycle(sheet, width * 0.62, ground_y + 62, height * 0.185, "#2f7f8f", "#2b2628", "#b9b4aa", "#8a4a2c")
    basket(sheet, rng, width * 0.62 + height * 0.185 * 1.32, ground_y + 62 - height * 0.185 * 2.62, height * 0.115)
    soft = paint(shade, blur=6)
    soft = soft[0:3].bandjoin((soft[3] * 0.55).cast("uchar")).copy(interpretation="srgb")
    return finish(lay(base, soft, sheet), rng, glow=0.14)


def canal_bicycle(rng: Random, width: int, height: int) -> Image:
    back = Sheet(width, height)
    back.fill(back.linear("#2b2f66", "#6a4f86", "#d3788a", "#f9b183", "#fdd9a0", end=(0, 0.56)))
    back.glow(width * 0.36, height * 0.5, width * 0.5, "#ffe2ad", 0.75)
    x = -width * 0.05
    for index in range(7):
        wide = width * rng.uniform(0.14, 0.2)
        if not 0.22 < (x + wide / 2) / width < 0.5:
            house(back, rng, x, height * 0.6, wide, height * rng.uniform(0.2, 0.3), PAINTS[index % len(PAINTS)], Hour(0.78, 0.5, "#cbbfc9", ("#3a2f50", "#2f2a4a")))
        x += wide
    back.rect(0, height * 0.6, width, height * 0.4, back.linear("#e39a86", "#7a5684", "#2a2754"))
    for _ in range(120):
        back.ellipse(width * rng.random(), height * rng.uniform(0.61, 0.85), width * rng.uniform(0.02, 0.08), rng.uniform(2, 5), rng.choice(("#ffd39a", "#5a4478", "#f2a98a")), opacity=0.5)
    scene = paint(back, blur=6)
    bokeh = Sheet(width, height)
    for _ in range(26):
        size = width * rng.uniform(0.014, 0.036)
        bokeh.circle(width * rng.random(), height * rng.uniform(0.4, 0.72), size, bokeh.radial((0, "#ffcf85", 0.5), (0.85, "#ffcf85", 0.6), (1, "#ffcf85", 0)), opacity=rng.uniform(0.3, 0.9))
    dark, iron = "#17132e", "#221c3c"
    front = Sheet(width, height)
    floor = height * 0.9
    front.rect(0, floor, width, height - floor, front.linear("#3a2c4e", "#120f26"))
    for row in range(4):
        for column in range(12):
            front.rect(width * (column + 0.5 * (row % 2)) / 11 - 40, floor + 8 + row * 42, width / 11 - 6, 36, "#4a3a5e", 8, opacity=0.5 - 0.08 * row)
    top = height * 0.62
    front.rect(0, top, width, 20, front.linear("#5a4468", iron), 8)
    front.rect(0, floor - 54, width, 12, iron)
    for post in range(30):
        px = width * (post + 0.5) / 30
        front.rect(px - 4, top, 8, floor - top, iron)
    for post in (0.02, 0.5, 0.98):
        front.rect(width * post - 15, top - 34, 30, floor - top + 34, iron, 6)
        front.circle(width * post, top - 44, 22, iron)
    size = height * 0.118
    rail = front
    bicycle(rail, width * 0.5, floor + 26, size, dark, dark, "#2a2244", dark, plain=True)
    for hub in (-1.52, 1.52):
        cx, cy = width * 0.5 + hub * size, floor + 26 - size
        front.path(f"M{cx - size * 0.95:.0f} {cy - size * 0.32:.0f}A{size:.0f} {size:.0f} 0 0 1 {cx + size * 0.3:.0f} {cy - size * 0.96:.0f}", stroke="#ffb98a", stroke_width=4, opacity=0.7)
    front.glow(width * 0.5 + size * 1.24, floor + 26 - size * 2.26, size * 0.9, "#ffe6a8", 0.95)
    front.circle(width * 0.5 + size * 1.2, floor + 26 - size * 2.26, size * 0.1, "#fff6d8")
    return finish(lay(scene, paint(bokeh, blur=2.6), front), rng, glow=0.36)


def bottle(rng: Random, width: int, height: int) -> Image:
    base = studio(rng, width, height, "#e9cfc0", 0.76)
    light, shade, back, sheet = (Sheet(width, height) for _ in range(4))
    x, top = width * 0.5, height * 0.775
    arch = f"M{x - width * 0.3:.0f} {height * 0.82:.0f}V{height * 0.4:.0f}A{width * 0.3:.0f} {width * 0.3:.0f} 0 0 1 {x + width * 0.3:.0f} {height * 0.4:.0f}V{height * 0.82:.0f}Z"
    back.path(arch, back.linear("#d9a08a", "#c07f6c", end=(1, 0.5)))
    back.path(arch, stroke="#f6e3d6", stroke_width=5, opacity=0.6)
    wall_light(light, width * 0.12, height * 0.12, width * 0.62, height * 0.56, "#fff0dc", 0.42, panes=(2, 2), lean=0.5)
    shade.ellipse(x + 90, height * 0.885, width * 0.36, height * 0.026, "#5a3028", opacity=0.6)
    for turn, long in ((14, 560), (26, 640), (40, 540)):
        pampas(back, rng, x + width * 0.19, top + 40, long, turn, "#f3dcc0")
    podium(sheet, x, top, width * 0.31, height * 0.085, "#f0e0d2")
    sheet.glow(x + 30, top + 4, width * 0.24, "#6a3428", 0.75, 0.16)
    w, tall = width * 0.15, height * 0.27
    body = f"M{x - w:.0f} {top - tall + 46:.0f}Q{x - w:.0f} {top - tall:.0f} {x - w + 46:.0f} {top - tall:.0f}H{x + w - 46:.0f}Q{x + w:.0f} {top - tall:.0f} {x + w:.0f} {top - tall + 46:.0f}V{top - 22:.0f}Q{x + w:.0f} {top + 6:.0f} {x + w - 30:.0f} {top + 8:.0f}H{x - w + 30:.0f}Q{x - w:.0f} {top + 6:.0f} {x - w:.0f} {top - 22:.0f}Z"
    sheet.path(body, sheet.linear((0, "#fff4ea", 0.85), (0.12, "#f3d3c4", 0.7), (0.5, "#fbe9de", 0.5), (0.88, "#e0b3a2", 0.75), (1, "#fff4ea", 0.85), end=(1, 0)))
    inner = f"M{x - w + 26:.0f} {top - tall * 0.66:.0f}H{x + w - 26:.0f}V{top - 40:.0f}Q{x + w - 26:.0f} {top - 20:.0f} {x + w - 48:.0f} {top - 20:.0f}H{x - w + 48:.0f}Q{x - w + 26:.0f} {top - 20:.0f} {x - w + 26:.0f} {top - 40:.0f}Z"
    sheet.path(inner, sheet.linear("#c9602e", "#f0a04a", "#f8bf6a", "#d9783a", "#a84a24", end=(1, 0.15)), opacity=0.92)
    sheet.ellipse(x, top - tall * 0.66, w - 26, 13, "#f9cf8a", opacity=0.95)
    sheet.rect(x - 5, top - tall, 10, tall * 0.9, "#fff6ee", opacity=0.6)
    sheet.rect(x - w * 0.32, top - tall - 40, w * 0.64, 46, sheet.linear("#f6e3b4", "#c9a05a", "#8f6a30", "#d9b672", end=(1, 0)))
    cap = f"M{x - w * 0.46:.0f} {top - tall - 40:.0f}V{top - tall - 170:.0f}Q{x - w * 0.46:.0f} {top - tall - 190:.0f} {x - w * 0.36:.0f} {top - tall - 190:.0f}H{x + w * 0.36:.0f}Q{x + w * 0.46:.0f} {top - tall - 190:.0f} {x + w * 0.46:.0f} {top - tall - 170:.0f}V{top - tall - 40:.0f}Z"
    sheet.path(cap, sheet.linear("#8a5a3a", "#c9966a", "#a8724a", "#5f3a24", end=(1, 0)))
    for line in range(7):
        lx = x - w * 0.4 + line * w * 0.13
        sheet.curve([(lx, top - tall - 186), (lx + rng.uniform(-6, 6), top - tall - 110), (lx, top - tall - 42)], "#4a2a18", 2, opacity=0.3)
    sheet.rect(x - w * 0.56, top - tall * 0.48, w * 1.12, tall * 0.27, "#fbf5ea", 4)
    sheet.rect(x - w * 0.5, top - tall * 0.455, w, tall * 0.22, "none", 2, stroke="#b98a5a", stroke_width=2)
    for blade in range(5):
        with sheet.placed(x, top - tall * 0.285, tall * 0.12, -56 + blade * 28):
            sheet.path(leaf(1, 0.17), "#8a5a3a")
    sheet.path(f"M{x - w + 20:.0f} {top - tall + 54:.0f}V{top - 50:.0f}", stroke="#ffffff", stroke_width=16, opacity=0.6, stroke_linecap="round")
    sheet.path(f"M{x + w - 16:.0f} {top - tall + 60:.0f}V{top - 60:.0f}", stroke="#ffffff", stroke_width=6, opacity=0.6, stroke_linecap="round")
    for sx, sy, size in ((0.3, 0.885, 66), (0.22, 0.905, 46)):
        shade.ellipse(width * sx + 26, height * sy + size * 0.5, size * 1.3, size * 0.3, "#5a3028", opacity=0.5)
        sheet.ellipse(width * sx, height * sy, size, size * 0.62, sheet.linear("#fbf3e8", "#d9c0b0", "#a88474", end=(0.8, 1)))
    return finish(lay(base, back, paint(light, blur=13), paint(shade, blur=15), sheet), rng, glow=0.2)


PLATES = {
    "coral-runner": lambda rng: one_shoe(rng, 1600, 1200),
    "left-ink-right-mint": lambda rng: two_shoes(rng, 1400, 1400),
    "bicycle-with-breakfast": lambda rng: against_yellow(rng, 1600, 1200),
    "parked-above-the-canal": lambda rng: canal_bicycle(rng, 1200, 1600),
    "amber-and-cedar": lambda rng: bottle(rng, 1200, 1600),
}
