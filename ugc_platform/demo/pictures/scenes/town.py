"""Harbor fronts, in sun and in snow."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, mirrored, paint
from ..shapes import stars
from ..svg import Sheet
from .houses import NOON, PAINTS, WINTER_EVENING, Hour, house


def boat(sheet: Sheet, x: float, foot: float, size: float, hull: str, hour: Hour) -> None:
    """A wooden fishing boat with a wheelhouse and mast."""
    hull = mix(hull, "#1d2247", hour.night)
    wood, white = mix("#6a4630", "#1d2247", hour.night * 0.7), mix("#f4ecdc", "#1d2247", hour.night * 0.7)
    with sheet.placed(x, foot, size):
        sheet.path("M-0.05 -0.3L-0.05 -2.5M-0.05 -2.4L1.05 -0.3M-0.05 -2.4L-1.1 -0.32", stroke=wood, stroke_width=0.035)
        sheet.path("M-0.05 -2.5L-0.05 -0.3", stroke=wood, stroke_width=0.07)
        sheet.rect(-0.65, -0.86, 0.5, 0.6, white, 0.04)
        sheet.rect(-0.58, -0.76, 0.36, 0.2, "#ffd27a" if hour.lit else "#5b7886")
        sheet.rect(-0.72, -0.92, 0.64, 0.09, wood, 0.03)
        sheet.path(
            "M-1.05 -0.34Q0 -0.16 1.15 -0.46Q1.0 0.1 0.8 0.12L-0.78 0.12Q-1.0 0 -1.05 -0.34Z",
            sheet.linear(lighter(hull, 0.15), hull, darker(hull, 0.3)),
        )
        sheet.path("M-1.04 -0.3Q0 -0.12 1.13 -0.42", stroke=white, stroke_width=0.06)


def harbor(rng: Random, width: int, height: int, hour: Hour) -> Drawn:
    horizon = round(height * (0.66 if width > height else 0.7))
    sheet = Sheet(width, height)
    if hour.snow:
        sheet.fill(sheet.linear("#141a45", "#2d3470", "#6a5a90", "#c58d96", end=(0, horizon / height)))
        stars(sheet, rng, 160, horizon * 0.5)
    else:
        sheet.fill(sheet.linear("#6fb2d2", "#a9d3dc", "#e4eee0", end=(0, horizon / height)))
        for x, y, size in (
            (0.2, 0.14, 0.1),
            (0.3, 0.17, 0.07),
            (0.74, 0.1, 0.12),
            (0.84, 0.13, 0.08),
            (0.5, 0.22, 0.06),
        ):
            for _ in range(7):
                sheet.glow(
                    width * (x + rng.uniform(-0.05, 0.05)),
                    height * (y + rng.uniform(-0.015, 0.015)),
                    width * size,
                    "#ffffff",
                    0.55,
                    0.3,
                )
    quay = height * 0.022
    x, index, order = -width * 0.02, 0, rng.sample(PAINTS, len(PAINTS))
    span = width / (9.5 if width > height else 6.2)
    while x < width:
        wide = span * rng.uniform(0.82, 1.22)
        tall = height * (rng.uniform(0.27, 0.4) if width > height else rng.uniform(0.28, 0.42))
        house(sheet, rng, x, horizon - quay, wide, tall, order[index % len(order)], hour)
        x, index = x + wide, index + 1
    stone = mix("#b9a894", "#1d2247", hour.night * 0.8)
    sheet.rect(
        0,
        horizon - quay,
        width,
        quay + 1,
        sheet.linear("#e9eef8" if hour.snow else lighter(stone, 0.25), stone, darker(stone, 0.35)),
    )
    for post in range(9):
        sheet.rect(width * (post + 0.4) / 9, horizon - quay * 0.9, width * 0.006, quay * 0.9, darker(stone, 0.6))
    for at, size, hull in (
        (0.14, 0.072, "#2f6f8a"),
        (0.43, 0.06, "#c2483a"),
        (0.66, 0.075, "#f2ead8"),
        (0.9, 0.062, "#3c7a62"),
    ):
        boat(sheet, width * at, horizon + 2, width * size * (1 if width > height else 1.5), hull, hour)
    scene = mirrored(paint(sheet), horizon, rng, ripple=height / 62, cell=height / 24, blur=2.2)
    front = Sheet(width, height)
    deep = "#0c1236" if hour.snow else "#1c4f66"
    front.rect(0, horizon, width, height - horizon, front.linear((0, deep, 0.18), (1, deep, 0.72)))
    if hour.snow:
        for _ in range(420):
            size = rng.uniform(0.8, 2.2) + 3.4 * rng.random() ** 8
            front.circle(width * rng.random(), height * rng.random(), size, "#ffffff", opacity=rng.uniform(0.35, 0.9))
    return finish(lay(scene, front), rng, glow=0.4 if hour.snow else 0.12)


PLATES = {
    "quayside-at-noon": lambda rng: harbor(rng, 1600, 1200, NOON),
    "snow-on-the-quay": lambda rng: harbor(rng, 1200, 1600, WINTER_EVENING),
}
