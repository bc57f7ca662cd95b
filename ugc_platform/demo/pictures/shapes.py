"""Outlines that several scenes use: ridges, trees, leaves, pebbles, light."""

from __future__ import annotations

import itertools
from math import cos, pi, sin
from random import Random

from .svg import Point, Sheet, number, smooth, straight


def ridge(width: float, base: float, height: float, rng: Random, rough: float = 0.5, depth: int = 7) -> list[Point]:
    """A jagged skyline from left to right around `base`, by splitting stretches in two again and again."""
    levels = [rng.uniform(-0.4, 0.4), rng.uniform(-0.4, 0.4)]
    swing = 1.0
    for _ in range(depth):
        split: list[float] = []
        for left, right in itertools.pairwise(levels):
            split += [left, (left + right) / 2 + rng.uniform(-swing, swing) / 2]
        levels = [*split, levels[-1]]
        swing *= rough
    return [(width * index / (len(levels) - 1), base - level * height) for index, level in enumerate(levels)]


def hills(width: float, base: float, height: float, rng: Random, waves: int = 3) -> list[Point]:
    """A rounded skyline from left to right."""
    parts = [
        (height / (1 + index * 0.9), (index + 1) * rng.uniform(0.7, 1.2), rng.uniform(0, 2 * pi))
        for index in range(waves)
    ]
    steps = 48
    return [
        (
            width * step / steps,
            base - sum(size * sin(turns * 2 * pi * step / steps / 1.6 + phase) for size, turns, phase in parts) / 2,
        )
        for step in range(steps + 1)
    ]


def ground(points: list[Point], width: float, height: float, rounded: bool = False) -> str:
    """The area below a skyline."""
    line = smooth(points) if rounded else straight(points, closed=False)
    return f"{line}L{number(width)} {number(height)}L0 {number(height)}Z"


def height_at(points: list[Point], x: float) -> float:
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        if x1 <= x <= x2:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return points[-1][1]


def pine(x: float, foot: float, tall: float, rng: Random, slim: float = 0.2) -> str:
    """The outline of a conifer."""
    tiers = max(5, min(12, int(tall / 14)))
    left, right = [], []
    for tier in range(tiers):
        share = (tier + 1) / tiers
        reach = tall * slim * share**0.85
        y = foot - tall * (1 - share * 0.93)
        dip = tall / tiers / 2.4
        left += [(x - reach * rng.uniform(0.8, 1.15), y + dip * 0.6), (x - reach * 0.5, y - dip * 0.1)]
        right += [(x + reach * rng.uniform(0.8, 1.15), y + dip * 0.6), (x + reach * 0.5, y - dip * 0.1)]
    trunk = max(1.0, tall * 0.018)
    return straight([(x, foot - tall), *right, (x + trunk, foot), (x - trunk, foot), *left[::-1]])


def blob(
    x: float, y: float, radius: float, rng: Random, wobble: float = 0.12, corners: int = 9, flat: float = 1
) -> str:
    """A closed rounded shape; `flat` below 1 presses it down."""
    points = []
    for index in range(corners):
        turn = 2 * pi * index / corners
        reach = radius * rng.uniform(1 - wobble, 1 + wobble)
        points.append((x + reach * cos(turn), y + reach * sin(turn) * flat))
    return smooth(points, closed=True)


def leaf(length: float, width: float, bend: float = 0) -> str:
    """A pointed leaf from (0, 0) up to (bend, -length)."""
    n = number
    return (
        f"M0 0C{n(-width)} {n(-length * 0.25)} {n(-width * 0.8 + bend)} {n(-length * 0.75)} {n(bend)} {n(-length)}"
        f"C{n(width * 0.8 + bend)} {n(-length * 0.75)} {n(width)} {n(-length * 0.25)} 0 0Z"
    )


def ring(x: float, y: float, radius: float) -> str:
    n = number
    return (
        f"M{n(x - radius)} {n(y)}a{n(radius)} {n(radius)} 0 1 0 {n(radius * 2)} 0"
        f"a{n(radius)} {n(radius)} 0 1 0 {n(-radius * 2)} 0Z"
    )


def sun(sheet: Sheet, x: float, y: float, radius: float, color: str, glow: str, reach: float = 7) -> None:
    """A disc in its haze of light."""
    halo = sheet.radial((0, glow, 0.75), (0.25, glow, 0.32), (0.6, glow, 0.09), (1, glow, 0))
    sheet.circle(x, y, radius * reach, halo)
    sheet.circle(x, y, radius * 1.06, sheet.radial((0, color), (0.93, color), (1, color, 0)))


def fog(sheet: Sheet, rng: Random, y: float, thick: float, color: str, strength: float, puffs: int = 12) -> None:
    """A bank of fog around the row `y`."""
    band = sheet.linear((0, color, 0), (0.5, color, strength * 0.62), (1, color, 0))
    sheet.rect(0, y - thick, sheet.width, thick * 2, band)
    for _ in range(puffs):
        reach = thick * rng.uniform(1.8, 4.6)
        sheet.glow(sheet.width * rng.random(), y + thick * rng.uniform(-0.35, 0.4), reach, color, strength * 0.5,
                   thick * rng.uniform(0.35, 0.8) / reach)  # fmt: skip


def stars(sheet: Sheet, rng: Random, count: int, bottom: float, color: str = "#ffffff") -> None:
    """A night sky: many faint ones, a few bright ones with a halo."""
    for _ in range(count):
        x, y = rng.uniform(0, sheet.width), bottom * rng.random() ** 0.8
        size = 0.6 + 1.7 * rng.random() ** 9
        sheet.circle(x, y, size, color, opacity=rng.uniform(0.25, 1) * (1 - 0.7 * y / bottom))
        if size > 1.85:
            sheet.glow(x, y, size * 5, color, 0.5)
