"""Hot-air balloons."""

from __future__ import annotations

from math import pi, sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, paint
from ..shapes import fog, ground, height_at, hills, sun
from ..svg import Sheet, smooth

SORBET = ("#e8604c", "#f6ead6", "#f2a541", "#f6ead6")


SEA = ("#2f6f86", "#f4efe0", "#e9b44c", "#f4efe0")


BERRY = ("#8f2d56", "#f3c6c0", "#d8576b", "#f3c6c0")


MINT = ("#3f8f80", "#f6efd9", "#f08a5d", "#f6efd9")


NAVY = ("#27406b", "#e9eef0", "#c94f4f", "#e9eef0")


def girth(share: float) -> float:
    """How wide a balloon is, of its widest, at `share` of the way from crown to mouth."""
    if share < 0.42:
        return float((1 - (1 - share / 0.42) ** 2) ** 0.5)
    return float(1 - 0.84 * ((share - 0.42) / 0.58) ** 1.75)


def balloon(sheet: Sheet, x: float, y: float, radius: float, colors: tuple[str, ...], haze: str, far: float) -> None:
    """A striped hot-air balloon around (x, y), paled by `far` of 0 to 1."""
    tall, gores = radius * 2.45, 12
    steps = [index / 14 for index in range(15)]
    seams = [
        [(girth(share) * radius * sin(pi * (gore / gores - 0.5)), -radius + tall * share) for share in steps]
        for gore in range(gores + 1)
    ]
    with sheet.placed(x, y):
        for gore in range(gores):
            color = mix(colors[gore % len(colors)], haze, far)
            d = smooth(seams[gore]) + "L" + smooth(seams[gore + 1][::-1])[1:] + "Z"
            sheet.path(d, color, stroke=color, stroke_width=0.8)
        whole = smooth(seams[0]) + "L" + smooth(seams[-1][::-1])[1:] + "Z"
        night = darker(colors[0], 0.55)
        sheet.path(whole, sheet.linear((0, "#fff4dc", 0.34), (0.4, "#fff4dc", 0), (0.62, night, 0.12),
                                       (1, night, 0.62 * (1 - far)), end=(1, 0.25)))  # fmt: skip
        sheet.path(whole, sheet.linear((0.6, night, 0), (1, night, 0.5 * (1 - far))))
        mouth = -radius + tall
        wide = girth(1) * radius
        sheet.ellipse(0, mouth, wide, wide * 0.25, mix("#ffcf70", haze, far * 0.6))
        dark = mix("#3c2a2a", haze, far)
        for side in (-1, -0.4, 0.4, 1):
            sheet.line(
                [(wide * side * 0.95, mouth), (radius * 0.13 * side, mouth + radius * 0.42)],
                dark,
                max(0.8, radius * 0.012),
            )
        basket = mix("#8a5a34", haze, far)
        sheet.rect(-radius * 0.15, mouth + radius * 0.4, radius * 0.3, radius * 0.24,
                   sheet.linear(lighter(basket, 0.2), basket, darker(basket, 0.4), end=(1, 0)), radius * 0.04)  # fmt: skip
        sheet.rect(-radius * 0.165, mouth + radius * 0.39, radius * 0.33, radius * 0.045, dark, radius * 0.02)


def balloon_valley(rng: Random, width: int, height: int) -> Drawn:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#7fa8c9", "#c7cfd6", "#f8d7b5", "#fde7c2", end=(0, 0.62)))
    sun(sheet, width * 0.14, height * 0.5, width * 0.034, "#fffaf0", "#ffefc4", 10)
    haze = "#f5ddc4"
    greens = ("#c9c3b4", "#a9b49c", "#7d9a7c", "#517b62", "#2c5a4c", "#173d3a")
    for index, color in enumerate(greens):
        share = index / 5
        base = height * (0.6 + 0.36 * share**1.1)
        line = hills(width, base, height * (0.06 + 0.035 * share), rng)
        sheet.path(
            ground(line, width, height, True), sheet.linear(lighter(color, 0.12), mix(color, haze, 0.35 * (1 - share)))
        )
        if index in (3, 4, 5):
            for _ in range(14):
                x = width * rng.uniform(-0.02, 1)
                tall = height * (0.008 + 0.03 * (share - 0.4))
                for _ in range(rng.randrange(2, 6)):
                    x += tall * rng.uniform(0.7, 1.3)
                    size = tall * rng.uniform(0.5, 1.1)
                    sheet.circle(
                        x,
                        height_at(line, max(0, min(width, x))) - size * 0.4,
                        size,
                        darker(color, rng.uniform(0.12, 0.24)),
                    )
        if share < 0.9:
            fog(sheet, rng, base + height * 0.06, height * 0.035, "#fff0da", 0.62 * (1 - share * 0.6), 10)
    flock = (
        (0.36, 0.3, 0.034, NAVY, 0.55), (0.58, 0.42, 0.024, MINT, 0.62), (0.9, 0.46, 0.02, BERRY, 0.66),
        (0.22, 0.2, 0.045, BERRY, 0.34), (0.82, 0.19, 0.062, MINT, 0.2), (0.47, 0.14, 0.028, SORBET, 0.5),
        (0.6, 0.2, 0.0, SEA, 0.0), (0.1, 0.38, 0.03, SEA, 0.5),
    )  # fmt: skip
    for x, y, size, colors, far in flock:
        if size:
            balloon(sheet, width * x, height * y, width * size, colors, haze, far)
    balloon(sheet, width * 0.63, height * 0.36, width * 0.105, SORBET, haze, 0.02)
    return finish(paint(sheet), rng)


def balloon_above(rng: Random, width: int, height: int) -> Drawn:
    """One balloon, large, over a sea of clouds."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#2d6d9a", "#6fb0c6", "#c9e2d8", "#fbe9cf"))
    sheet.glow(width * 0.12, height * 0.2, width * 0.9, "#fff3cf", 0.65)
    scene = paint(sheet)
    cloud = Sheet(width, height)
    for row in range(5):
        base = height * (0.72 + row * 0.06)
        for _ in range(26):
            x, size = width * rng.uniform(-0.05, 1.05), width * rng.uniform(0.05, 0.13)
            shade = mix("#ffffff", "#b9c9dd", 0.12 + 0.14 * row)
            cloud.circle(x, base + rng.uniform(0, 0.05) * height, size,
                         cloud.linear("#fffdf6", shade, mix(shade, "#8fa9cc", 0.5)), opacity=0.92)  # fmt: skip
    scene = lay(scene, paint(cloud, blur=10))
    front = Sheet(width, height)
    for x, y, size in ((0.2, 0.62, 0.035), (0.86, 0.56, 0.022)):
        balloon(front, width * x, height * y, width * size, MINT if x > 0.5 else NAVY, "#d7e6dd", 0.45)
    balloon(
        front,
        width * 0.53,
        height * 0.33,
        width * 0.27,
        ("#d9483b", "#f7efe0", "#f0a43c", "#f7efe0", "#20597a", "#f7efe0"),
        "#ffffff",
        0,
    )
    return finish(lay(scene, front), rng, glow=0.12)


PLATES = {
    "balloons-over-the-valley": lambda rng: balloon_valley(rng, 1600, 1200),
    "above-the-clouds": lambda rng: balloon_above(rng, 1200, 1600),
}
