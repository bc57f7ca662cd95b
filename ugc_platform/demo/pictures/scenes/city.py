"""Skylines, roofs, and rain on a window."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, mirrored, paint, shine
from ..shapes import fog, stars, sun
from ..svg import Sheet, number


def tower(
    sheet: Sheet,
    rng: Random,
    x: float,
    foot: float,
    wide: float,
    tall: float,
    color: str,
    light: str,
    lit: float,
    pitch: float,
) -> None:
    """A block with a crown of some kind and rows of windows, `lit` of them lit."""
    top = foot - tall
    fill = sheet.linear(color, mix(color, light, 0.16))
    crown = rng.random()
    if crown < 0.2:
        sheet.rect(x + wide * 0.18, top - wide * 0.3, wide * 0.64, wide * 0.32, color)
        sheet.rect(x + wide * 0.34, top - wide * 0.55, wide * 0.32, wide * 0.3, color)
        sheet.line([(x + wide / 2, top - wide * 0.55), (x + wide / 2, top - wide * 1.3)], color, max(2.0, wide * 0.03))
    elif crown < 0.36:
        sheet.polygon([(x, top + 1), (x + wide * 0.2, top - wide * 0.42), (x + wide, top + 1)], color)
    elif crown < 0.48:
        sheet.path(
            f"M{number(x)} {number(top + 2)}Q{number(x + wide / 2)} {number(top - wide * 0.75)} {number(x + wide)} {number(top + 2)}Z",
            color,
        )
    elif crown < 0.62:
        sheet.rect(x + wide * 0.12, top - wide * 0.14, wide * 0.3, wide * 0.16, color)
        sheet.line([(x + wide * 0.75, top), (x + wide * 0.75, top - wide * 0.45)], color, 3)
    sheet.rect(x, top, wide, tall + 2, fill)
    sheet.rect(x, top, wide * 0.16, tall, light, opacity=0.13)
    size = pitch * 0.44
    columns = int((wide - pitch * 0.6) / pitch)
    left = x + (wide - columns * pitch) / 2
    on: list[str] = []
    off: list[str] = []
    warm = rng.uniform(0.5, 1.4) * lit
    for row in range(int(tall / (pitch * 1.25)) - 1):
        for column in range(columns):
            px, py = left + column * pitch + size * 0.6, top + pitch * (0.7 + row * 1.25)
            (on if rng.random() < warm else off).append(f"M{px:.0f} {py:.0f}h{size:.1f}v{size * 1.3:.1f}h{-size:.1f}Z")
    sheet.path("".join(off), mix(color, "#060a1e", 0.3), opacity=0.55)
    sheet.path("".join(on), rng.choice(("#ffd98c", "#ffe7b3", "#ffc978")), opacity=0.92)


def skyline(rng: Random, width: int, height: int) -> Drawn:
    horizon = round(height * 0.7)
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#2a2f6a", "#6a4d8e", "#d3708a", "#f8a77a", "#fdd79b", end=(0, 0.7)))
    stars(sheet, rng, 120, height * 0.3)
    sun(sheet, width * 0.34, height * 0.5, height * 0.085, "#fff0c4", "#ffc98a", 7)
    for band in range(7):
        y = height * (0.16 + 0.055 * band)
        sheet.glow(width * rng.random(), y, width * rng.uniform(0.18, 0.32), "#ffb59a", 0.34, 0.035)
    rows = (
        ("#c9788f", 0.17, 0.0, 26),
        ("#8f5686", 0.25, 0.1, 24),
        ("#54406f", 0.33, 0.26, 22),
        ("#2a2654", 0.3, 0.34, 20),
    )
    for index, (color, tall, lit, pitch) in enumerate(rows):
        x = -width * rng.uniform(0.0, 0.03)
        while x < width:
            wide = width * rng.uniform(0.026, 0.056) * (1 + 0.12 * index)
            swing = 0.45 + 0.55 * rng.random() ** 1.4
            center = 1 - 0.55 * abs(x / width - 0.62)
            tower(sheet, rng, x, horizon, wide, height * tall * swing * center, color, "#ffc08f", lit, pitch)
            x += wide * rng.uniform(0.92, 1.5 if index < 3 else 1.9)
        if index < 3:
            fog(sheet, rng, horizon - height * 0.02, height * 0.06, "#f5a58a", 0.42 - index * 0.1, 8)
    sheet.rect(0, horizon - height * 0.012, width, height * 0.013, "#1d1b40")
    for lamp in range(40):
        sheet.glow(width * (lamp + 0.5) / 40, horizon - height * 0.012, 18, "#ffdf9e", 0.95)
    scene = mirrored(paint(sheet), horizon, rng, ripple=height / 46, cell=height / 20, blur=3)
    front = Sheet(width, height)
    front.rect(0, horizon, width, height - horizon, front.linear((0, "#1d1b45", 0.15), (1, "#12133a", 0.78)))
    for _ in range(170):
        share = rng.random() ** 1.2
        front.ellipse(width * 0.34 + rng.gauss(0, width * (0.012 + 0.05 * share)), horizon + (height - horizon) * share,
                      width * (0.003 + 0.016 * share) * rng.uniform(0.4, 1.2), 0.8 + 2.2 * share, "#ffe2ad", opacity=rng.uniform(0.25, 0.75))  # fmt: skip
    return finish(lay(scene, front), rng, glow=0.3)


def rain_window(rng: Random, width: int, height: int) -> Drawn:
    """A night street seen through a wet pane: lights out of focus, drops in focus."""
    street = Sheet(width, height)
    street.fill(street.linear("#101432", "#1d2550", "#33305e", "#4a3358", "#1a1834"))
    for _ in range(26):
        x, wide = width * rng.random(), width * rng.uniform(0.08, 0.2)
        top = height * rng.uniform(0.05, 0.42)
        street.rect(x, top, wide, height * 0.72 - top, mix("#0c0f2b", "#3a3566", rng.random()), opacity=0.6)
    lights = Sheet(width, height)
    colors = ("#ffb45a", "#ff8a5c", "#ffd98f", "#ff5d6c", "#7fd6d8", "#b58cff", "#ffcf7a", "#ff9f68")
    for _ in range(105):
        y = height * min(0.98, max(0.03, rng.gauss(0.56, 0.2)))
        size = width * rng.uniform(0.018, 0.062)
        color = rng.choice(colors)
        disc = lights.radial((0, color, 0.42), (0.8, color, 0.55), (0.93, lighter(color, 0.35), 0.8), (1, color, 0))
        lights.circle(width * rng.random(), y, size, disc, opacity=rng.uniform(0.3, 0.95))
    for _ in range(26):
        x, color = width * rng.random(), rng.choice(colors)
        lights.rect(
            x,
            height * rng.uniform(0.66, 0.74),
            width * rng.uniform(0.012, 0.04),
            height * 0.3,
            lights.linear((0, color, 0), (0.3, color, 0.6), (1, color, 0.02)),
            opacity=0.6,
        )
    back = shine(paint(street, blur=18), paint(lights, blur=3))
    drops = Sheet(width, height)
    for _ in range(620):
        drop(
            drops,
            rng,
            width * rng.random(),
            height * rng.random(),
            width * rng.choice((0.002, 0.003, 0.003, 0.005, 0.007)),
        )
    for _ in range(46):
        drop(drops, rng, width * rng.random(), height * rng.random(), width * rng.uniform(0.009, 0.018))
    for _ in range(13):
        x, y = width * rng.random(), height * rng.uniform(-0.1, 0.6)
        long = height * rng.uniform(0.12, 0.4)
        trail = [f"M{x:.0f} {y:.0f}"]
        for _step in range(6):
            trail.append(f"q{rng.uniform(-7, 7):.1f} {long / 12:.1f} {rng.uniform(-5, 5):.1f} {long / 6:.1f}")
        drops.path("".join(trail), stroke="#dfe8ff", stroke_width=width * 0.006, opacity=0.16, stroke_linecap="round")
        drop(drops, rng, x, y + long, width * 0.014)
    frame = Sheet(width, height)
    wood = frame.linear("#1a1522", "#3a2a30", "#171220", end=(1, 0))
    frame.rect(0, height * 0.93, width, height * 0.08, frame.linear("#4a3238", "#191320"))
    frame.rect(width * 0.655, 0, width * 0.035, height * 0.935, wood)
    frame.rect(0, height * 0.31, width, width * 0.03, frame.linear("#171220", "#3a2a30", "#171220"))
    cup(frame, width * 0.28, height * 0.945, width * 0.1)
    return finish(lay(back, drops, frame), rng, glow=0.5)


def drop(sheet: Sheet, rng: Random, x: float, y: float, size: float) -> None:
    tall = size * rng.uniform(1.0, 1.35)
    body = sheet.linear((0, "#0a0d26", 0.55), (0.45, "#8fa3d8", 0.25), (1, "#ffe6c2", 0.75))
    sheet.ellipse(x, y, size, tall, body)
    if size > 3:
        sheet.ellipse(x - size * 0.3, y - tall * 0.42, size * 0.24, tall * 0.17, "#ffffff", opacity=0.85)


def cup(sheet: Sheet, x: float, foot: float, size: float) -> None:
    with sheet.placed(x, foot, size):
        sheet.glow(0, 0, 1.6, "#000000", 0.6, 0.16)
        sheet.path("M0.6 -0.85C1.15 -0.95 1.2 -0.25 0.5 -0.22", stroke="#b9683f", stroke_width=0.14)
        sheet.path(
            "M-0.68 -1.05L-0.56 -0.1Q-0.5 0 -0.3 0L0.3 0Q0.5 0 0.56 -0.1L0.68 -1.05Z",
            sheet.linear("#f0a26a", "#c4703f", "#5f2f2c", end=(1, 0.1)),
        )
        sheet.ellipse(0, -1.05, 0.68, 0.13, "#e9b48c")
        sheet.ellipse(0, -1.04, 0.6, 0.1, "#3a1f18")
        for wisp, dx in enumerate((-0.2, 0.1, 0.32)):
            for puff in range(9):
                sheet.glow(
                    dx + 0.1 * (-1) ** (puff // 2 + wisp),
                    -1.25 - puff * 0.16,
                    0.2 + puff * 0.02,
                    "#ffe9d6",
                    0.16 - puff * 0.012,
                )


def roofs(rng: Random, width: int, height: int) -> Drawn:
    """Slate, tile and copper in the first sun, row behind row."""
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#8fb6cf", "#c9d5d6", "#f6dcc0", "#fbd2a8", end=(0, 0.5)))
    sun(sheet, width * 0.74, height * 0.3, width * 0.04, "#fffaf0", "#ffe6bf", 8)
    spire(sheet, width * 0.27, height * 0.56, height * 0.46, "#8fb3a8")
    spire(sheet, width * 0.86, height * 0.5, height * 0.26, "#a8c0b4")
    tiles = ("#c96f4a", "#b9583f", "#d98a5f", "#7c8797", "#a84f3d", "#6f9c90", "#8f5b4f")
    for row in range(7):
        share = row / 6
        base = height * (0.4 + 0.125 * row)
        x = -width * rng.uniform(0.02, 0.12)
        while x < width:
            wide = width * (0.12 + 0.1 * share) * rng.uniform(0.8, 1.35)
            tall = height * (0.07 + 0.075 * share) * rng.uniform(0.8, 1.25)
            color = mix(rng.choice(tiles), "#f3d3b5", 0.62 * (1 - share) ** 1.2)
            roof(sheet, rng, x, base + height * rng.uniform(-0.015, 0.015), wide, tall, color, share)
            x += wide * rng.uniform(0.84, 1.0)
        if row < 5:
            fog(sheet, rng, base + height * 0.05, height * 0.05, "#fbdcbd", 0.5 * (1 - share), 6)
    light = sheet.radial(
        (0, "#ffe9c4", 0.5), (0.6, "#ffe9c4", 0.08), (1, "#ffe9c4", 0), center=(0.74, 0.3), radius=0.75
    )
    sheet.fill(light)
    for x, y, size in ((0.44, 0.2, 1), (0.5, 0.16, 0.8), (0.53, 0.23, 0.9), (0.38, 0.14, 0.7)):
        with sheet.placed(width * x, height * y, width * 0.014 * size, -8):
            sheet.path("M-1 -0.25Q-0.5 -0.55 0 0Q0.5 -0.55 1 -0.25Q0.5 -0.3 0 0.16Q-0.5 -0.3 -1 -0.25Z", "#5a5560")
    return finish(paint(sheet), rng, glow=0.25)


def spire(sheet: Sheet, x: float, foot: float, tall: float, copper: str) -> None:
    with sheet.placed(x, foot, tall):
        sheet.rect(-0.1, -0.5, 0.2, 0.5, sheet.linear("#c9a58c", "#e9cbb0", end=(1, 0)))
        sheet.rect(-0.035, -0.4, 0.07, 0.14, "#8a6a60", 0.035)
        sheet.circle(0, -0.455, 0.028, "#f6e6c8")
        sheet.path("M-0.13 -0.5L-0.09 -0.6L-0.06 -0.63L-0.05 -0.72L-0.025 -0.75L0 -1L0.025 -0.75L0.05 -0.72L0.06 -0.63L0.09 -0.6L0.13 -0.5Z",
                   sheet.linear(darker(copper, 0.2), copper, lighter(copper, 0.35), end=(1, 0)))  # fmt: skip
        sheet.circle(0, -1, 0.012, "#e9c46a")


def roof(sheet: Sheet, rng: Random, x: float, ridge: float, wide: float, tall: float, color: str, share: float) -> None:
    wall = mix("#e8cfae", color, 0.18)
    for at in (rng.uniform(0.12, 0.3), rng.uniform(0.6, 0.85)):
        brick = mix("#a8604a", "#f3d3b5", 0.55 * (1 - share))
        cw = wide * 0.07
        sheet.rect(
            x + wide * at,
            ridge - tall * 0.36,
            cw,
            tall * 0.6,
            sheet.linear(darker(brick, 0.2), brick, lighter(brick, 0.3), end=(1, 0)),
        )
        sheet.rect(x + wide * at - 2, ridge - tall * 0.39, cw + 4, tall * 0.06, darker(brick, 0.25))
        for pot in (0.2, 0.65):
            sheet.rect(x + wide * at + cw * pot, ridge - tall * 0.5, cw * 0.24, tall * 0.13, lighter(brick, 0.15))
    n = number
    slope = f"M{n(x)} {n(ridge + tall)}L{n(x + wide * 0.09)} {n(ridge)}H{n(x + wide * 0.93)}L{n(x + wide)} {n(ridge + tall)}Z"
    sheet.path(slope, sheet.linear(darker(color, 0.12), color, lighter(color, 0.22), end=(1, 0.15)))
    courses = "".join(
        f"M{n(x + wide * (0.085 - 0.01 * c))} {n(ridge + tall * c / 9)}H{n(x + wide * (0.935 + 0.008 * c))}"
        for c in range(1, 9)
    )
    sheet.path(courses, stroke=darker(color, 0.4), stroke_width=1.4, opacity=0.3 * (0.3 + share))
    sheet.line([(x + wide * 0.09, ridge), (x + wide * 0.93, ridge)], lighter(color, 0.4), 2 + 2 * share)
    sheet.rect(
        x + wide * 0.02,
        ridge + tall,
        wide * 0.96,
        tall * 3,
        sheet.linear(darker(wall, 0.12), lighter(wall, 0.1), end=(1, 0)),
    )
    sheet.rect(x, ridge + tall, wide, tall * 0.07, "#40303a", opacity=0.3)
    count = 2 if wide < sheet.width * 0.17 else 3
    for index in range(count):
        size = tall * 0.3
        cx = x + wide * (index + 0.6) / (count + 0.2)
        house = mix(color, wall, 0.5)
        sheet.polygon(
            [(cx - size * 0.75, ridge + tall * 0.5), (cx, ridge + tall * 0.16), (cx + size * 0.75, ridge + tall * 0.5)],
            darker(color, 0.22),
        )
        sheet.rect(cx - size * 0.5, ridge + tall * 0.44, size, tall * 0.4, lighter(house, 0.25))
        glass = "#ffd68f" if rng.random() < 0.3 else mix("#5f7482", "#f3d3b5", 0.5 * (1 - share))
        sheet.rect(cx - size * 0.32, ridge + tall * 0.5, size * 0.64, tall * 0.3, glass)
        sheet.rect(cx - size * 0.03, ridge + tall * 0.5, size * 0.06, tall * 0.3, lighter(house, 0.4))


PLATES = {
    "the-city-lets-go-of-the-day": lambda rng: skyline(rng, 2400, 1350),
    "waiting-out-the-rain": lambda rng: rain_window(rng, 1200, 1600),
    "roofs-at-a-quarter-to-six": lambda rng: roofs(rng, 1400, 1400),
}
