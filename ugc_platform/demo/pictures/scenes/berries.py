"""Berries for plates and cakes."""

from __future__ import annotations

from math import cos, pi, sin

from ..colors import darker, lighter
from ..shapes import leaf
from ..svg import Sheet


def berry(sheet: Sheet, x: float, y: float, size: float, color: str = "#3f4f86") -> None:
    sheet.circle(x + size * 0.3, y + size * 0.36, size, "#2a1820", opacity=0.3)
    sheet.circle(
        x,
        y,
        size,
        sheet.radial(
            (0, lighter(color, 0.45)), (0.5, color), (1, darker(color, 0.55)), center=(0.35, 0.32), radius=0.75
        ),
    )
    with sheet.placed(x + size * 0.12, y + size * 0.08, size * 0.34):
        points = [(r * cos(i * pi / 5), r * sin(i * pi / 5)) for i in range(10) for r in (1 if i % 2 else 0.5,)]
        sheet.polygon(points, darker(color, 0.6))


def strawberry(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    sheet.circle(x + size * 0.25, y + size * 0.3, size * 0.85, "#2a1820", opacity=0.28)
    with sheet.placed(x, y, size, turn):
        sheet.path("M0 1.15C-0.55 0.8 -0.95 0.1 -0.8 -0.45C-0.65 -0.85 0.65 -0.85 0.8 -0.45C0.95 0.1 0.55 0.8 0 1.15Z",
                   sheet.radial((0, "#ff7a62"), (0.45, "#dd3b36"), (1, "#8f1526"), center=(0.36, 0.34), radius=0.75))  # fmt: skip
        for row in range(5):
            for column in range(4):
                sx, sy = (column - 1.5 + 0.5 * (row % 2)) * 0.36 * (1 - row * 0.13), -0.36 + row * 0.28
                sheet.ellipse(sx, sy, 0.035, 0.06, "#ffd98a", opacity=0.9)
        for blade in range(6):
            with sheet.placed(0, -0.66, 0.46, -100 + blade * 40):
                sheet.path(leaf(1, 0.26), sheet.linear("#7fae56", "#3f7a3c", end=(1, 0)))
