"""What lies under things seen from above, and the shadows that they throw on it."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter, mix
from ..paint import Image, lay, noise, paint, tint
from ..svg import Sheet


def marble(rng: Random, width: int, height: int, stone: str, vein: str) -> Image:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear(lighter(stone, 0.25), stone, darker(stone, 0.05), end=(1, 1)))
    field = noise(width, height, width / 3, rng, octaves=4)
    veins = 1 - (field - 0.5).abs() * 22
    second = 1 - (noise(width, height, width / 2, rng, octaves=4) - 0.47).abs() * 34
    cloudy = noise(width, height, width / 2, rng, octaves=2)
    return lay(paint(sheet), tint((cloudy - 0.45) * 0.6, vein), tint(veins * 0.36, vein), tint(second * 0.3, vein))


def planks(rng: Random, width: int, height: int, wood: str, count: int = 5) -> Image:
    sheet = Sheet(width, height)
    for index in range(count):
        tone = mix(wood, rng.choice((lighter(wood, 0.2), darker(wood, 0.24))), rng.uniform(0.1, 0.7))
        y = height * index / count
        sheet.rect(0, y, width, height / count + 1, sheet.linear(lighter(tone, 0.06), tone, darker(tone, 0.1)))
        sheet.rect(0, y, width, 5, darker(wood, 0.65), opacity=0.75)
        sheet.rect(0, y + 5, width, 3, lighter(tone, 0.4), opacity=0.4)
    fibers = noise(width, height, 36, rng, octaves=3, stretch=22)
    broad = noise(width, height, 120, rng, octaves=2, stretch=9)
    return lay(
        paint(sheet), tint((fibers - 0.46) * 1.5, darker(wood, 0.6)), tint((broad - 0.5) * 0.9, darker(wood, 0.4))
    )


def linen(rng: Random, width: int, height: int, cloth: str) -> Image:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear(lighter(cloth, 0.12), cloth, darker(cloth, 0.08), end=(1, 1)))
    across = noise(width, height, 9, rng, octaves=1, stretch=12) - 0.5
    down = noise(height, width, 9, rng, octaves=1, stretch=12).rot90() - 0.5
    return lay(
        paint(sheet),
        tint((across + down) * 0.6, darker(cloth, 0.45)),
        tint((across + down) * -0.5, lighter(cloth, 0.7)),
    )


def throw(
    sheet: Sheet, x: float, y: float, radius: float, dx: float, dy: float, opacity: float = 0.5, color: str = "#2a1820"
) -> None:
    """The shadow of a round thing; paint this sheet blurred."""
    for step in range(6):
        share = step / 5
        sheet.circle(x + dx * share, y + dy * share, radius, color, opacity=opacity * 0.3)


def plate(sheet: Sheet, x: float, y: float, radius: float, color: str, rim: str | None = None) -> None:
    with sheet.placed(x, y, radius):
        sheet.circle(0, 0, 1, sheet.linear(lighter(color, 0.4), color, darker(color, 0.16), end=(0.8, 1)))
        if rim:
            sheet.circle(0, 0, 0.975, "none", stroke=rim, stroke_width=0.03)
        sheet.circle(0, 0, 0.7, sheet.linear(darker(color, 0.14), color, lighter(color, 0.4), end=(0.8, 1)))
        sheet.circle(0, 0, 0.675, sheet.linear(lighter(color, 0.1), lighter(color, 0.25), end=(0.8, 1)))
