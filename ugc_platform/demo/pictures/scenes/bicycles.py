"""Bicycles, by day and by night."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, finish, lay, mottled, noise, paint, tint
from ..shapes import leaf, ring
from ..svg import Sheet
from .houses import PAINTS, Hour, house


def wheel(sheet: Sheet, x: float, y: float, radius: float, tyre: str, rim: str, spokes: str) -> None:
    lines = []
    for index in range(28):
        a = 2 * pi * index / 28
        b = a + (0.5 if index % 2 else -0.5)
        lines.append(
            f"M{x + radius * 0.07 * cos(b):.1f} {y + radius * 0.07 * sin(b):.1f}L{x + radius * 0.92 * cos(a):.1f} {y + radius * 0.92 * sin(a):.1f}"
        )
    sheet.path("".join(lines), stroke=spokes, stroke_width=max(1.0, radius * 0.008), opacity=0.8)
    sheet.path(ring(x, y, radius * 0.93), stroke=rim, stroke_width=radius * 0.045)
    sheet.path(ring(x, y, radius), stroke=tyre, stroke_width=radius * 0.085)
    sheet.circle(x, y, radius * 0.07, rim)


def bicycle(
    sheet: Sheet,
    x: float,
    foot: float,
    size: float,
    paint_: str,
    tyre: str,
    metal: str,
    leather: str,
    plain: bool = False,
) -> None:
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
    for pair, wide in (
        ((rear, crank), 0.7),
        ((rear, (seat[0] + 0.1 * r, seat[1] + 0.35 * r)), 0.6),
        ((crank, seat), 1.0),
        ((crank, lower), 1.1),
    ):
        sheet.line(pair, paint_, tube * wide)
    sheet.path(
        f"M{x - 0.58 * r:.1f} {foot - 1.85 * r:.1f}Q{x + 0.1 * r:.1f} {foot - 1.5 * r:.1f} {lower[0] - 0.02 * r:.1f} {lower[1] - 0.1 * r:.1f}",
        stroke=paint_,
        stroke_width=tube,
    )
    sheet.path(
        f"M{head[0]:.1f} {head[1]:.1f}L{x + 1.06 * r:.1f} {foot - 1.9 * r:.1f}Q{x + 1.2 * r:.1f} {foot - 1.4 * r:.1f} {front[0]:.1f} {front[1]:.1f}",
        stroke=paint_,
        stroke_width=tube * 0.9,
        stroke_linecap="round",
    )
    if not plain:
        sheet.path(
            f"M{crank[0]:.1f} {crank[1] - 3:.1f}L{lower[0]:.1f} {lower[1] - 3:.1f}",
            stroke=lighter(paint_, 0.4),
            stroke_width=tube * 0.22,
            opacity=0.7,
        )
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
        sheet.line(
            [
                (crank[0] + side * 0.1 * r, crank[1] - side * 0.3 * r),
                (crank[0] + side * 0.32 * r, crank[1] - side * 0.3 * r),
            ],
            tyre,
            r * 0.06,
        )
    sheet.line([(rear[0] + 0.05 * r, rear[1] - 0.06 * r), (crank[0], crank[1] - 0.2 * r)], metal, r * 0.02)
    sheet.line([(rear[0], rear[1] - 1.24 * r), (seat[0] + 0.1 * r, rear[1] - 1.24 * r)], metal, r * 0.045)


def basket(sheet: Sheet, rng: Random, x: float, top: float, size: float) -> None:
    """A wicker basket with flowers and a loaf."""
    for dx, turn in ((-0.3, -24), (0.05, -6)):
        with sheet.placed(x + dx * size, top + size * 0.2, size, turn):
            sheet.path("M-0.14 0V-0.9Q0 -1.12 0.14 -0.9V0Z", sheet.linear("#e9b878", "#b97a3c", end=(1, 0)))
            for cut in range(3):
                sheet.path(
                    f"M-0.1 {-0.78 + cut * 0.2:.2f}L0.08 {-0.7 + cut * 0.2:.2f}", stroke="#f6dcae", stroke_width=0.05
                )
    for _ in range(20):
        with sheet.placed(
            x + rng.uniform(-0.1, 0.62) * size, top + size * 0.1, size * rng.uniform(0.4, 0.7), rng.uniform(-50, 60)
        ):
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
                sheet.rect(
                    x - size * 0.66 + column * size * 0.112,
                    top + row * size * 0.14,
                    size * 0.1,
                    size * 0.11,
                    tone,
                    size * 0.03,
                    opacity=0.85,
                )
    sheet.rect(x - size * 0.7, top - size * 0.05, size * 1.4, size * 0.12, "#b07c46", size * 0.06)


def against_yellow(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#f6cf72", "#efbb52", "#dc9f3c", end=(1, 0.8)))
    ground_y = height * 0.84
    back.rect(0, ground_y, width, height, back.linear("#c9b8a4", "#a08d7c"))
    for row in range(4):
        y = ground_y + (height - ground_y) * (row / 4) ** 1.3
        back.rect(0, y, width, 2.5, "#6a5a50", opacity=0.4)
        for column in range(14):
            back.rect(
                width * (column + 0.5 * (row % 2)) / 13, y, 2.5, (height - ground_y) * 0.4, "#6a5a50", opacity=0.3
            )
    back.rect(0, ground_y - 46, width, 46, back.linear("#8a6a4a", "#6f5238"))
    base = lay(
        paint(back),
        tint((noise(width, height, 240, rng, 4) - 0.5) * 0.7, "#a8692a"),
        tint((0.44 - noise(width, height, 120, rng, 3)) * 1.2, "#ffe8b0"),
    )
    sheet, shade = Sheet(width, height), Sheet(width, height)
    wx, wy, ww, wh = width * 0.1, height * 0.1, width * 0.2, height * 0.38
    for side in (-0.52, 1.02):
        sheet.rect(wx + ww * side, wy, ww * 0.5, wh, sheet.linear("#3f8a80", "#2a655e", end=(1, 0)), 4)
        for slat in range(15):
            sheet.rect(
                wx + ww * (side + 0.06), wy + wh * (0.04 + slat * 0.062), ww * 0.38, wh * 0.036, "#1f4f4a", opacity=0.55
            )
    sheet.rect(wx, wy, ww, wh, "#fbf3e0")
    sheet.rect(wx + 10, wy + 10, ww - 20, wh - 20, sheet.linear("#5f7f92", "#2f4557", end=(1, 1)))
    sheet.rect(wx + ww / 2 - 5, wy, 10, wh, "#fbf3e0")
    for bar in (0.33, 0.66):
        sheet.rect(wx, wy + wh * bar - 4, ww, 8, "#fbf3e0")
    sheet.rect(wx - 14, wy + wh, ww + 28, 20, "#e9dcc0")
    for _ in range(46):
        fx = wx + rng.uniform(-0.02, 1.02) * ww
        sheet.circle(
            fx,
            wy + wh - rng.uniform(0, 54),
            rng.uniform(9, 17),
            rng.choice(("#5f8a52", "#e4573d", "#f29aa6", "#4a7444", "#e4573d")),
        )
    sheet.rect(wx - 4, wy + wh - 12, ww + 8, 44, sheet.linear("#c26a4a", "#98492f"), 5)
    with shade.group(transform="translate(58 26)"):
        bicycle(
            shade, width * 0.62, ground_y + 62, height * 0.185, "#8a5a20", "#8a5a20", "#8a5a20", "#8a5a20", plain=True
        )
    shade.ellipse(width * 0.64, ground_y + 66, width * 0.29, 16, "#3a2a20", opacity=0.8)
    bicycle(sheet, width * 0.62, ground_y + 62, height * 0.185, "#2f7f8f", "#2b2628", "#b9b4aa", "#8a4a2c")
    basket(sheet, rng, width * 0.62 + height * 0.185 * 1.32, ground_y + 62 - height * 0.185 * 2.62, height * 0.115)
    soft = mottled(paint(shade, blur=6), 0.55)
    return finish(lay(base, soft, sheet), rng, glow=0.14)


def canal_bicycle(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#2b2f66", "#6a4f86", "#d3788a", "#f9b183", "#fdd9a0", end=(0, 0.56)))
    back.glow(width * 0.36, height * 0.5, width * 0.5, "#ffe2ad", 0.75)
    x = -width * 0.05
    for index in range(7):
        wide = width * rng.uniform(0.14, 0.2)
        if not 0.22 < (x + wide / 2) / width < 0.5:
            house(
                back,
                rng,
                x,
                height * 0.6,
                wide,
                height * rng.uniform(0.2, 0.3),
                PAINTS[index % len(PAINTS)],
                Hour(0.78, 0.5, "#cbbfc9", ("#3a2f50", "#2f2a4a")),
            )
        x += wide
    back.rect(0, height * 0.6, width, height * 0.4, back.linear("#e39a86", "#7a5684", "#2a2754"))
    for _ in range(120):
        back.ellipse(
            width * rng.random(),
            height * rng.uniform(0.61, 0.85),
            width * rng.uniform(0.02, 0.08),
            rng.uniform(2, 5),
            rng.choice(("#ffd39a", "#5a4478", "#f2a98a")),
            opacity=0.5,
        )
    scene = paint(back, blur=6)
    bokeh = Sheet(width, height)
    for _ in range(26):
        size = width * rng.uniform(0.014, 0.036)
        bokeh.circle(
            width * rng.random(),
            height * rng.uniform(0.4, 0.72),
            size,
            bokeh.radial((0, "#ffcf85", 0.5), (0.85, "#ffcf85", 0.6), (1, "#ffcf85", 0)),
            opacity=rng.uniform(0.3, 0.9),
        )
    dark, iron = "#17132e", "#221c3c"
    front = Sheet(width, height)
    floor = height * 0.9
    front.rect(0, floor, width, height - floor, front.linear("#3a2c4e", "#120f26"))
    for row in range(4):
        for column in range(12):
            front.rect(
                width * (column + 0.5 * (row % 2)) / 11 - 40,
                floor + 8 + row * 42,
                width / 11 - 6,
                36,
                "#4a3a5e",
                8,
                opacity=0.5 - 0.08 * row,
            )
    top = height * 0.62
    front.rect(0, top, width, 20, front.linear("#5a4468", iron), 8)
    front.rect(0, floor - 54, width, 12, iron)
    for post in range(30):
        px = width * (post + 0.5) / 30
        front.rect(px - 4, top, 8, floor - top, iron)
    for pillar in (0.02, 0.5, 0.98):
        front.rect(width * pillar - 15, top - 34, 30, floor - top + 34, iron, 6)
        front.circle(width * pillar, top - 44, 22, iron)
    size = height * 0.118
    rail = front
    bicycle(rail, width * 0.5, floor + 26, size, dark, dark, "#2a2244", dark, plain=True)
    for hub in (-1.52, 1.52):
        cx, cy = width * 0.5 + hub * size, floor + 26 - size
        front.path(
            f"M{cx - size * 0.95:.0f} {cy - size * 0.32:.0f}A{size:.0f} {size:.0f} 0 0 1 {cx + size * 0.3:.0f} {cy - size * 0.96:.0f}",
            stroke="#ffb98a",
            stroke_width=4,
            opacity=0.7,
        )
    front.glow(width * 0.5 + size * 1.24, floor + 26 - size * 2.26, size * 0.9, "#ffe6a8", 0.95)
    front.circle(width * 0.5 + size * 1.2, floor + 26 - size * 2.26, size * 0.1, "#fff6d8")
    return finish(lay(scene, paint(bokeh, blur=2.6), front), rng, glow=0.36)


PLATES = {
    "bicycle-with-breakfast": lambda rng: against_yellow(rng, 1600, 1200),
    "parked-above-the-canal": lambda rng: canal_bicycle(rng, 1200, 1600),
}
