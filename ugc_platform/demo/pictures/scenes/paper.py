"""Cut paper, layer on layer, each with its shadow."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, ramp
from ..paint import Drawn, Image, finish, lay, noise, paint, tint
from ..shapes import blob, pine, ring
from ..svg import Sheet, smooth


def fibers(rng: Random, width: int, height: int) -> Image:
    """The tooth of thick paper, as a dark and a light layer in one."""
    rough = noise(width, height, 7, rng, octaves=1)
    return tint((rough - 0.5) * 0.3, "#2a2030")


def canyon(rng: Random, width: int, height: int) -> Drawn:
    """A tunnel of cut sheets that opens on a moonlit wood."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#fbe3b5", "#f6b98a", "#e98a72"))
    cx, cy = width * 0.5, height * 0.47
    sheet.glow(cx, cy - 70, 420, "#fff8e2", 0.8)
    sheet.circle(cx, cy - 70, 112, "#fffaf0")
    colors = ("#e8836b", "#d4636a", "#b44a6a", "#8d3a68", "#643062", "#432756", "#2c1d45", "#1c1433")
    count = len(colors)
    for index, color in enumerate(colors):
        share = (index + 1) / count
        reach_x, reach_y = width * (0.14 + 0.36 * share**0.9), height * (0.15 + 0.34 * share**0.9)
        points = []
        for corner in range(13):
            turn = 2 * pi * corner / 13 + index * 0.35
            swing = rng.uniform(0.86, 1.12)
            points.append((cx + reach_x * swing * cos(turn), cy + reach_y * swing * sin(turn)))
        hole = smooth(points, closed=True)
        whole = f"M-40 -40H{width + 40}V{height + 40}H-40Z"
        if 0 < index < 5:
            land(sheet, rng, cx, cy + reach_y * 0.66, reach_x, height * (0.07 + 0.05 * index), lighter(color, 0.04))
        d = whole + hole
        for step in range(7):
            sheet.path(hole, stroke="#1a0a26", stroke_width=6 + step * 9, opacity=0.085)
        sheet.path(d, sheet.linear(lighter(color, 0.1), color, darker(color, 0.1), end=(1, 1)), fill_rule="evenodd")
        sheet.path(hole, stroke=lighter(color, 0.32), stroke_width=2.4, opacity=0.8)
    return finish(lay(paint(sheet), fibers(rng, width, height)), rng, glow=0.2, corners=0.14)


def land(sheet: Sheet, rng: Random, x: float, y: float, reach: float, tall: float, color: str) -> None:
    """A low hill with firs to both sides, so that the light in the middle stays free."""
    trees = [
        pine(x + side * reach * (at + rng.uniform(-0.05, 0.05)), y + 40, tall * size, rng, 0.24)
        for side in (-1, 1)
        for at, size in ((0.38, 0.6), (0.56, 0.95), (0.74, 1.1), (0.92, 0.8))
    ]
    hill = f"M{x - reach * 1.6:.0f} {y + 900:.0f}V{y + 10:.0f}Q{x - reach * 0.6:.0f} {y - 10:.0f} {x:.0f} {y + 36:.0f}T{x + reach * 1.6:.0f} {y:.0f}V{y + 900:.0f}Z"
    d = "".join(trees)
    for part in (d, hill):
        sheet.soft(part, "#2a1030", 12, 0.22, 4)
    sheet.path(d, color)
    sheet.path(hill, color)


def waves(rng: Random, width: int, height: int) -> Drawn:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#f9dfc0", "#f6c9a6"))
    for index, radius in enumerate((0.3, 0.235, 0.17, 0.11)):
        color = ramp(("#f4ae86", "#ef8f6b", "#e56f57", "#d9503f"), index / 3)
        d = ring(width * 0.62, height * 0.42, width * radius)
        sheet.soft(d, "#8a3a30", 12, 0.2, 4)
        sheet.path(d, sheet.linear(lighter(color, 0.1), color))
    colors = ("#cfe3d8", "#9fcbc6", "#66aab0", "#3a869a", "#226480", "#164a68", "#0f3350")
    for index, color in enumerate(colors):
        base = height * (0.46 + 0.085 * index)
        swing = height * (0.05 + 0.006 * index)
        phase = rng.uniform(0, 2 * pi)
        crest = []
        x = -80.0
        while x < width + 200:
            turn = x / width * 2 * pi * (1.2 + 0.2 * (index % 3)) + phase
            crest.append((x, base + swing * sin(turn) + swing * 0.35 * sin(turn * 2.3 + index)))
            x += width / 26
        d = smooth(crest) + f"L{width + 200} {height + 60}L-80 {height + 60}Z"
        with sheet.group(transform="translate(0 -7)"):
            sheet.soft(d, "#0a2030", 18, 0.34, 6)
        sheet.path(d, sheet.linear(lighter(color, 0.08), color, darker(color, 0.08)))
        sheet.curve(crest, lighter(color, 0.4), 2.6, opacity=0.8)
        for echo in range(1, 3):
            sheet.curve([(px, py + 24 * echo) for px, py in crest], lighter(color, 0.25), 2, opacity=0.34 / echo)
        if index == 2:
            boat(sheet, width * 0.3, height * 0.615, width * 0.055)
    for x, y, size in ((0.14, 0.16, 0.09), (0.28, 0.24, 0.06), (0.88, 0.14, 0.075)):
        cloud = "".join(
            blob(width * (x + dx * size), height * y, width * size * r, rng, 0.02, 12, 0.62)
            for dx, r in ((-0.8, 0.4), (-0.1, 0.62), (0.7, 0.45))
        )
        sheet.soft(cloud, "#b56a4a", 12, 0.22, 4)
        sheet.path(cloud, "#fffaf0")
    return finish(lay(paint(sheet), fibers(rng, width, height)), rng, glow=0.1, corners=0.14)


def boat(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A folded paper boat."""
    with sheet.placed(x, y, size, -5):
        sheet.soft("M-1.5 -0.3L1.5 -0.3L0.9 0.55L-0.9 0.55ZM0 -1.4L0.7 -0.3L-0.7 -0.3Z", "#0a2030", 0.14, 0.3, 4)
        sheet.polygon([(0, -1.4), (0, -0.2), (-0.75, -0.2)], "#fffaf0")
        sheet.polygon([(0, -1.4), (0.75, -0.2), (0, -0.2)], "#e6d8c4")
        sheet.polygon([(-1.5, -0.36), (0, -0.1), (0, 0.6), (-0.9, 0.6)], "#fbf1e0")
        sheet.polygon([(1.5, -0.36), (0, -0.1), (0, 0.6), (0.9, 0.6)], "#dccbb4")
        sheet.polygon([(-1.5, -0.36), (0, -0.1), (-0.62, 0.1)], "#ffffff")


def fronds(sheet: Sheet, x: float, y: float, size: float, turn: float, color: str, count: int = 5) -> None:
    """An alga with rounded arms, in the manner of scissors."""
    d: list[str] = []
    with sheet.placed(x, y, size, turn):
        for index in range(count):
            at = -0.75 + 1.5 * index / (count - 1)
            for side in (-1, 1):
                reach = 0.62 * (1 - 0.4 * abs(at))
                thick = 0.5 / count
                d.append(
                    f"M0 {at + thick:.2f}Q{side * reach * 0.7:.2f} {at + thick * 1.3:.2f} {side * reach:.2f} {at - 0.3:.2f}"
                    f"Q{side * (reach + 0.05):.2f} {at - 0.42:.2f} {side * (reach - 0.11):.2f} {at - 0.36:.2f}"
                    f"Q{side * reach * 0.45:.2f} {at - thick * 0.6:.2f} 0 {at - thick * 0.7:.2f}Z"
                )
        d.append("M-0.1 0.98Q0 1.06 0.1 0.98L0.08 -0.95Q0 -1.12 -0.08 -0.95Z")
        for wide, opacity in ((0.06, 0.08), (0.02, 0.12)):
            with sheet.group(transform="translate(0.03 0.04)", whole=opacity):
                for part in d:
                    sheet.path(part, "#2a2030", stroke="#2a2030", stroke_width=wide)
        for part in d:
            sheet.path(part, color)


def cutouts(rng: Random, width: int, height: int) -> Drawn:
    sheet = Sheet(width, height)
    sheet.fill("#f4ead8")
    tiles = (
        (0.05, 0.05, 0.29, 0.42, "#2f5f8a"), (0.36, 0.05, 0.25, 0.25, "#e9b44c"), (0.63, 0.05, 0.32, 0.36, "#d9563f"), (0.36, 0.32, 0.25, 0.34, "#f3dcc4"),
        (0.63, 0.43, 0.32, 0.27, "#3f8478"), (0.05, 0.49, 0.29, 0.24, "#ef9f8a"), (0.05, 0.75, 0.4, 0.2, "#27406b"), (0.36, 0.68, 0.09, 0.05, "#f4ead8"),
        (0.47, 0.72, 0.48, 0.23, "#e8cf9a"),
    )  # fmt: skip
    for x, y, w, h, color in tiles:
        if color == "#f4ead8":
            continue
        skew = [rng.uniform(-7, 7) for _ in range(8)]
        corners = [(width * x + skew[0], height * y + skew[1]), (width * (x + w) + skew[2], height * y + skew[3]),
                   (width * (x + w) + skew[4], height * (y + h) + skew[5]), (width * x + skew[6], height * (y + h) + skew[7])]  # fmt: skip
        d = "M" + "L".join(f"{px:.0f} {py:.0f}" for px, py in corners) + "Z"
        with sheet.group(transform="translate(5 7)"):
            sheet.soft(d, "#2a2030", 12, 0.26, 4)
        sheet.path(d, sheet.linear(lighter(color, 0.05), color, darker(color, 0.04), end=(1, 1)))
    w = width
    fronds(sheet, w * 0.195, w * 0.26, w * 0.175, -8, "#f6efe0", 5)
    fronds(sheet, w * 0.79, w * 0.23, w * 0.135, 24, "#f6d9a8", 4)
    fronds(sheet, w * 0.485, w * 0.5, w * 0.135, 6, "#d9563f", 4)
    fronds(sheet, w * 0.71, w * 0.835, w * 0.15, 88, "#3f8478", 5)
    fronds(sheet, w * 0.25, w * 0.85, w * 0.12, -84, "#f3b9a0", 4)
    disc, core = ring(w * 0.485, w * 0.175, w * 0.078), blob(w * 0.485, w * 0.175, w * 0.04, rng, 0.1, 8)
    for d, color in ((disc, "#d9563f"), (core, "#f6efe0")):
        with sheet.group(transform="translate(4 6)"):
            sheet.soft(d, "#2a2030", 9, 0.24, 4)
        sheet.path(d, color)
    bird = "M-1.1 0.1C-0.7 -0.5 -0.2 -0.3 0.05 -0.12C0.1 -0.7 0.5 -1.0 1.0 -1.0C0.95 -0.5 0.7 -0.15 0.42 0.02C0.8 0.1 1.1 0.3 1.3 0.62C0.8 0.6 0.3 0.62 -0.1 0.5C-0.5 0.42 -0.8 0.3 -1.1 0.1Z"
    for bx, by, size, turn in ((0.72, 0.53, 0.062, -8), (0.87, 0.61, 0.048, 14)):
        with sheet.placed(w * bx, w * by, w * size, turn):
            with sheet.group(transform="translate(0.07 0.1)"):
                sheet.soft(bird, "#1a2a28", 0.14, 0.26, 4)
            sheet.path(bird, "#f6efe0")
    leafy = "M0 -1C0.5 -0.6 0.62 0.1 0 1C-0.62 0.1 -0.5 -0.6 0 -1Z"
    for lx, ly, turn, color in ((0.12, 0.61, -30, "#27406b"), (0.195, 0.61, 0, "#f6efe0"), (0.27, 0.61, 30, "#27406b")):
        with sheet.placed(w * lx, w * ly, w * 0.082, turn):
            with sheet.group(transform="translate(0.05 0.07)"):
                sheet.soft(leafy, "#2a2030", 0.1, 0.24, 4)
            sheet.path(leafy, color)
    return finish(lay(paint(sheet), fibers(rng, width, height)), rng, glow=0.05, corners=0.12)


PLATES = {
    "paper-canyon": lambda rng: canyon(rng, 1200, 1600),
    "seven-sheets-of-sea": lambda rng: waves(rng, 1600, 1200),
    "scissors-and-a-free-afternoon": lambda rng: cutouts(rng, 1400, 1400),
}
