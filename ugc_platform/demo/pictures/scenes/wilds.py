"""Firs in fog, birches in autumn, dunes."""

from __future__ import annotations

from random import Random

from ..colors import lighter, mix, ramp
from ..paint import Drawn, finish, lay, paint
from ..shapes import blob, fog, ground, hills, sun
from ..svg import Sheet, number, straight
from .mountains import forest


def fir_fog(rng: Random, width: int, height: int) -> Drawn:
    """Firs on a slope that sink into fog."""
    back = Sheet(width, height)
    back.fill(back.linear("#c9d6d3", "#dfe5dc", "#e9e6d8"))
    sheet = back
    rows = 6
    for row in range(rows):
        share = row / (rows - 1)
        color = ramp(("#a9bfbb", "#6f918d", "#386060", "#15353a"), share)
        line = [(x, y + (0.5 - x / width) * height * 0.22 * (1 if row % 2 else -0.8))
                for x, y in hills(width, height * (0.3 + 0.66 * share), height * 0.05, rng)]  # fmt: skip
        sheet.path(ground(line, width, height, True), color)
        forest(sheet, rng, line, height * (0.14 + 0.2 * share), width * (0.028 + 0.035 * share), color)
        if share < 1:
            fog(sheet, rng, height * (0.42 + 0.62 * share), height * 0.13, "#e6e8de", 0.85 - 0.25 * share)
    light = sheet
    light.fill(
        light.radial((0, "#fff2cf", 0.75), (0.5, "#fff2cf", 0.2), (1, "#fff2cf", 0), center=(0.75, 0.08), radius=0.75)
    )
    return finish(paint(sheet), rng)


def birches(rng: Random, width: int, height: int) -> Drawn:
    """White trunks before a wood that glows."""
    back = Sheet(width, height)
    back.fill(back.linear("#f0c36a", "#e39b45", "#a95a32", "#4a2f2f"))
    for _ in range(120):
        x, y = width * rng.random(), height * rng.uniform(0, 0.72)
        back.circle(x, y, width * rng.uniform(0.02, 0.07), rng.choice(("#ffe08a", "#f5b34f", "#d97a35", "#f9d074", "#8c6a3a")),
                        opacity=rng.uniform(0.3, 0.8))  # fmt: skip
    for _ in range(22):
        x, thick = width * rng.random(), width * rng.uniform(0.01, 0.024)
        back.rect(
            x,
            -20,
            thick,
            height * rng.uniform(0.74, 0.8),
            rng.choice(("#f6dfb4", "#c99a63", "#8a5638")),
            opacity=0.55,
        )
    back.rect(
        0, height * 0.7, width, height * 0.3, back.linear((0, "#7b3f28", 0), (0.3, "#6b3526", 0.9), (1, "#2d1a20", 1))
    )
    scene = paint(back, blur=12)
    front = Sheet(width, height)
    for x, thick, lean in (
        (0.08, 0.05, 2),
        (0.27, 0.075, -1.5),
        (0.47, 0.045, 1),
        (0.66, 0.09, -0.6),
        (0.9, 0.062, 1.8),
    ):
        trunk(front, rng, width * x, height * rng.uniform(0.86, 0.99), width * thick, lean)
    for _ in range(260):
        x, y = width * rng.random(), height * rng.uniform(0.8, 1.0)
        front.ellipse(x, y, width * rng.uniform(0.006, 0.014), width * rng.uniform(0.003, 0.006),
                      rng.choice(("#f2b544", "#d9772f", "#c2502a", "#f7d36b", "#8e3a28")),
                      transform=f"rotate({rng.randrange(180)} {x:.0f} {y:.0f})", opacity=0.92)  # fmt: skip
    for _ in range(26):
        x, y, size = width * rng.random(), height * rng.uniform(0.02, 0.78), width * rng.uniform(0.006, 0.016)
        front.path(blob(x, y, size, rng, 0.3, 6, 0.6), rng.choice(("#ffd766", "#f39b3a")), opacity=0.9)
    return finish(lay(scene, front), rng, glow=0.3)


def trunk(sheet: Sheet, rng: Random, x: float, foot: float, thick: float, lean: float) -> None:
    with sheet.placed(x, foot, turn=lean):
        edge = [(-thick * 0.62, 0), (-thick * 0.5, -foot * 0.1), (-thick * 0.44, -foot * 0.6), (-thick * 0.36, -foot * 1.1),
                (thick * 0.36, -foot * 1.1), (thick * 0.44, -foot * 0.6), (thick * 0.5, -foot * 0.1), (thick * 0.68, 0)]  # fmt: skip
        bark = straight(edge)
        sheet.glow(thick * 0.4, 4, thick * 2, "#1d0f14", 0.8, 0.14)
        sheet.path(bark, sheet.linear("#fffaf0", "#f3e8d6", "#cdb9a4", "#8d7568", end=(1, 0)))
        with sheet.group(clip_path=sheet.clip(bark)):
            y = -10.0
            while y > -foot * 1.1:
                wide = thick * rng.uniform(0.12, 0.5)
                start = rng.choice((-thick * 0.55, thick * 0.5 - wide, rng.uniform(-0.4, 0.2) * thick))
                tall = rng.uniform(2, 7)
                sheet.polygon([(start, y), (start + wide * 0.6, y - tall * 0.4), (start + wide, y + tall * 0.5),
                               (start + wide * 0.4, y + tall)], "#3a2a2a", opacity=rng.uniform(0.45, 0.9))  # fmt: skip
                y -= rng.uniform(10, 46)
            for _ in range(3):
                y, size = -foot * rng.uniform(0.2, 0.95), thick * rng.uniform(0.1, 0.17)
                sheet.path(blob(rng.uniform(-0.2, 0.25) * thick, y, size, rng, 0.2, 7, 1.3), "#2b1f22", opacity=0.85)


def dunes(rng: Random, width: int, height: int) -> Drawn:
    """Sand in low sun: each dune has a lit side and a side in shadow, parted by its crest."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#6b86b0", "#b7a0b3", "#f2bf9c", "#fde0b4", end=(0, 0.48)))
    sun(sheet, width * 0.22, height * 0.27, width * 0.03, "#fff6e0", "#ffe9c0", 9)
    rows = (
        (0.60, 0.35, 0.46, "#efc3a0", "#c99a92"), (0.12, 0.40, 0.42, "#eeb88e", "#b98480"), (0.88, 0.42, 0.5, "#f0ae7a", "#a06a6c"),
        (0.40, 0.47, 0.72, "#f0a468", "#84475a"), (1.02, 0.60, 0.66, "#e9944f", "#6b3350"), (0.05, 0.74, 0.8, "#dc8242", "#4c2340"),
    )  # fmt: skip
    for x, y, reach, lit, shade in rows:
        dune(sheet, width * x, height * y, width * reach, lit, shade)
    return finish(paint(sheet), rng)


def dune(sheet: Sheet, x: float, y: float, reach: float, lit: str, shade: str) -> None:
    tall, foot = sheet.height - y, sheet.height
    n = number
    left = f"C{n(x - reach * 0.7)} {n(y + tall * 0.3)} {n(x - reach * 0.2)} {n(y + tall * 0.08)} {n(x)} {n(y)}"
    right = f"C{n(x + reach * 0.16)} {n(y + tall * 0.12)} {n(x + reach * 0.6)} {n(y + tall * 0.2)} {n(x + reach * 1.5)} {n(y + tall * 0.5)}"
    whole = f"M{n(x - reach * 1.6)} {n(y + tall * 0.5)}{left}{right}L{n(x + reach * 1.5)} {n(foot)}L{n(x - reach * 1.6)} {n(foot)}Z"
    sheet.path(whole, sheet.linear(lighter(lit, 0.18), lit, mix(lit, shade, 0.45)))
    crest = (
        f"C{n(x - reach * 0.12)} {n(y + tall * 0.2)} {n(x + reach * 0.22)} {n(y + tall * 0.24)} {n(x + reach * 0.04)} {n(y + tall * 0.44)}"
        f"C{n(x - reach * 0.16)} {n(y + tall * 0.66)} {n(x + reach * 0.2)} {n(y + tall * 0.74)} {n(x + reach * 0.02)} {n(foot)}"
    )
    dark = f"M{n(x)} {n(y)}{crest}L{n(x + reach * 1.5)} {n(foot)}L{n(x + reach * 1.5)} {n(y + tall * 0.5)}"
    back = f"C{n(x + reach * 0.6)} {n(y + tall * 0.2)} {n(x + reach * 0.16)} {n(y + tall * 0.12)} {n(x)} {n(y)}Z"
    sheet.path(dark + back, sheet.linear(shade, mix(shade, lit, 0.28), end=(0.8, 0.6)))


PLATES = {
    "firs-in-the-fog": lambda rng: fir_fog(rng, 1200, 1600),
    "birch-wood-late-october": lambda rng: birches(rng, 1200, 1600),
    "low-sun-on-the-dunes": lambda rng: dunes(rng, 1600, 1200),
}
