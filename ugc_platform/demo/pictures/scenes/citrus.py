"""Citrus in slices: on pink, in the dark, in hard sun."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, mottled, noise, paint, tint
from ..shapes import leaf
from ..svg import Sheet, number

# Rind, flesh.
ORANGE = ("#f08a24", "#f9a63c")
LEMON = ("#f2c52c", "#f8dd62")
LIME = ("#6f9f3a", "#b9d267")
GRAPEFRUIT = ("#f0a35c", "#ee6a5c")
BLOOD = ("#c9562a", "#a3202c")


def slice_(
    sheet: Sheet, rng: Random, x: float, y: float, radius: float, fruit: tuple[str, str], turn: float, glow: float = 0.0
) -> None:
    """A wheel cut across: rind, pith, segments with their little sacs."""
    rind, flesh = fruit
    segments = 10 if fruit is not LIME else 9
    with sheet.placed(x, y, radius, turn):
        sheet.circle(0, 0, 1, sheet.linear(lighter(rind, 0.2), rind, darker(rind, 0.15), end=(1, 1)))
        sheet.circle(0, 0, 0.925, sheet.radial((0, "#fffaf0"), (0.9, "#fdf1d8"), (1, mix("#fdf1d8", rind, 0.35))))
        wedge = pi / segments * 0.9
        for index in range(segments):
            with sheet.placed(0, 0, 1, index * 360 / segments):
                out, low = 0.84, 0.1
                x1, y1 = out * sin(wedge), -out * cos(wedge)
                n = number
                d = (f"M0 {n(-low)}L{n(x1 * 0.9)} {n(y1 * 0.9)}Q{n(x1 * 1.0)} {n(y1 * 1.04)} {n(x1 * 0.72)} {n(y1 * 1.04)}"
                     f"Q0 {n(-out * 1.06)} {n(-x1 * 0.72)} {n(y1 * 1.04)}Q{n(-x1)} {n(y1 * 1.04)} {n(-x1 * 0.9)} {n(y1 * 0.9)}Z")  # fmt: skip
                tone = mix(flesh, darker(flesh, 0.3) if fruit is BLOOD else lighter(flesh, 0.25), rng.random() * 0.55)
                sheet.path(
                    d,
                    sheet.radial(
                        (0, lighter(tone, 0.36)),
                        (0.6, tone),
                        (1, darker(tone, 0.08)),
                        center=(0, -0.1),
                        radius=0.85,
                        space="userSpaceOnUse",
                    ),
                )
                sacs = []
                for _ in range(15):
                    r, a = rng.uniform(0.28, 0.76), rng.uniform(-0.62, 0.62) * wedge
                    sx, sy, long = r * sin(a), -r * cos(a), rng.uniform(0.05, 0.12)
                    sacs.append(
                        f"M{sx:.3f} {sy:.3f}q{0.016:.3f} {-long * 0.5:.3f} {sin(a) * long:.3f} {-long:.3f}q{-0.026:.3f} {long * 0.5:.3f} {-sin(a) * long:.3f} {long:.3f}Z"
                    )
                sheet.path("".join(sacs), lighter(tone, 0.5), opacity=0.42)
        sheet.circle(0, 0, 0.075, "#fff6e2")
    sheet.circle(
        x - radius * 0.1,
        y - radius * 0.12,
        radius * 0.9,
        sheet.radial(
            (0, "#ffffff", 0.16 + glow), (0.7, "#ffffff", 0), (1, "#ffffff", 0), center=(0.3, 0.28), radius=0.6
        ),
    )


def shade_disc(
    sheet: Sheet, x: float, y: float, radius: float, dx: float, dy: float, color: str, opacity: float
) -> None:
    for step in range(5):
        sheet.circle(x + dx * step / 4, y + dy * step / 4, radius, color, opacity=opacity * 0.34)


def confetti(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#f9c9c0", "#f3b1aa", "#ea9c9a", end=(1, 1)))
    shade, sheet = Sheet(width, height), Sheet(width, height)
    fruits = (ORANGE, LEMON, GRAPEFRUIT, LIME, ORANGE, GRAPEFRUIT, LEMON)
    sizes = {ORANGE: 0.104, LEMON: 0.08, GRAPEFRUIT: 0.118, LIME: 0.068}
    pitch, index = width / 4, 0
    for row in range(-1, 6):
        for column in range(-1, 5):
            x = (column + (0.5 if row % 2 else 0) + 0.5) * pitch + rng.uniform(-12, 12)
            y = (row + 0.35) * pitch * 0.86 + rng.uniform(-12, 12)
            fruit = fruits[(index * 3 + row) % 7]
            radius = width * sizes[fruit]
            shade_disc(shade, x, y, radius, 26, 32, "#a8424a", 0.62)
            slice_(sheet, rng, x, y, radius, fruit, rng.uniform(0, 90))
            index += 1
    for x, y in ((0.135, 0.27), (0.62, 0.16), (0.86, 0.62), (0.39, 0.71), (0.12, 0.9), (0.9, 0.1)):
        for turn in (-30, 26):
            with sheet.placed(width * x, height * y, width * 0.055, turn + x * 200):
                sheet.path(leaf(1, 0.32), sheet.linear("#8fbf72", "#4f8a52", end=(1, 0)))
                sheet.line([(0, 0), (0, -0.92)], "#cfe3a8", 0.03)
    return finish(lay(paint(back), paint(shade, blur=6), sheet), rng, glow=0.08, corners=0.14)


def blood_oranges(rng: Random, width: int, height: int) -> Drawn:
    back = Sheet(width, height)
    back.fill(back.linear("#2a2430", "#1d1a24", "#131118", end=(1, 1)))
    back.glow(width * 0.2, height * 0.15, width * 0.9, "#5a4a56", 0.6)
    slate = noise(width, height, 90, rng, octaves=4, stretch=2)
    base = lay(paint(back), tint((slate - 0.5) * 0.9, "#070609"), tint((0.46 - slate) * 0.6, "#6a5f6e"))
    shade, sheet = Sheet(width, height), Sheet(width, height)
    wood = sheet.linear("#a8744a", "#8a5a36", "#6e4428", end=(1, 0.3))
    with shade.placed(width * 0.5 + 36, height * 0.53 + 42, 1, -9):
        shade.rect(-width * 0.34, -height * 0.33, width * 0.68, height * 0.66, "#050306", 60, opacity=0.8)
    with sheet.placed(width * 0.5, height * 0.53, 1, -9):
        sheet.rect(-width * 0.34, -height * 0.33, width * 0.68, height * 0.66, wood, 60)
        sheet.rect(-width * 0.055, -height * 0.46, width * 0.11, height * 0.16, wood, 40)
        sheet.circle(0, -height * 0.425, width * 0.022, "#1d1a24")
        for line in range(24):
            x = -width * 0.33 + width * 0.66 * line / 24 + rng.uniform(-6, 6)
            sheet.curve(
                [(x, -height * 0.325), (x + rng.uniform(-14, 14), 0), (x, height * 0.325)],
                "#4a2c18",
                rng.uniform(1.5, 4),
                opacity=0.25,
            )
    spots = ((0.37, 0.37, 0.15), (0.62, 0.45, 0.165), (0.4, 0.62, 0.17), (0.66, 0.72, 0.145))
    over = Sheet(width, height)
    for x, y, r in spots:
        shade_disc(over, width * x, height * y, width * r, 20, 26, "#1a0608", 0.8)
    fruit = Sheet(width, height)
    for x, y, r in spots:
        slice_(fruit, rng, width * x, height * y, width * r, BLOOD, rng.uniform(0, 90))
    whole(fruit, rng, width * 0.83, height * 0.9, width * 0.16)
    whole(fruit, rng, width * 0.1, height * 0.82, width * 0.15)
    shade_disc(shade, width * 0.83, height * 0.9, width * 0.15, 44, 50, "#050306", 0.8)
    shade_disc(shade, width * 0.1, height * 0.82, width * 0.14, 44, 50, "#050306", 0.8)
    for turn, dx in ((-62, 0), (-18, 20)):
        with fruit.placed(width * (0.84) + dx, height * 0.81, width * 0.15, turn):
            fruit.path(leaf(1, 0.28), fruit.linear("#6f9a5c", "#2f5a38", end=(1, 0)))
            fruit.line([(0, 0), (0, -0.92)], "#a9c98a", 0.02)
    for _ in range(30):
        x, y = width * rng.uniform(0.2, 0.85), height * rng.uniform(0.25, 0.85)
        size = rng.uniform(3, 8)
        fruit.circle(
            x,
            y,
            size,
            fruit.radial(
                (0, "#ff8a7a", 0.9), (0.6, "#a3202c", 0.75), (1, "#4a0a14", 0.85), center=(0.35, 0.3), radius=0.8
            ),
        )
        fruit.circle(x - size * 0.3, y - size * 0.3, size * 0.22, "#ffffff", opacity=0.8)
    return finish(lay(base, paint(shade, blur=16), sheet, paint(over, blur=8), fruit), rng, glow=0.18, corners=0.34)


def whole(sheet: Sheet, rng: Random, x: float, y: float, radius: float) -> None:
    sheet.circle(
        x,
        y,
        radius,
        sheet.radial(
            (0, "#ffb067"), (0.35, "#e2702c"), (0.75, "#a83a22"), (1, "#4f1418"), center=(0.34, 0.3), radius=0.8
        ),
    )
    for _ in range(150):
        a, r = rng.uniform(0, 2 * pi), radius * 0.96 * rng.random() ** 0.5
        sheet.circle(x + r * cos(a), y + r * sin(a), rng.uniform(1, 2.6), "#6a1f14", opacity=0.32)
    sheet.glow(x - radius * 0.36, y - radius * 0.4, radius * 0.3, "#fff0dc", 0.5)


def hard_sun(rng: Random, width: int, height: int) -> Drawn:
    """Lemons and a tumbler on blue, shadows long and sharp."""
    back = Sheet(width, height)
    back.fill(back.linear("#7cc0dc", "#5aa8cf", "#3f8fbf", end=(1, 1)))
    back.polygon([(0, height * 0.0), (width * 0.62, 0), (width * 0.34, height), (0, height)], "#ffffff", opacity=0.1)
    base = lay(paint(back), tint((noise(width, height, 300, rng, 2) - 0.5) * 0.3, "#1f5f8f"))
    shade, sheet = Sheet(width, height), Sheet(width, height)
    dark = "#1c5684"
    spots = ((0.2, 0.3, 0.1, "slice"), (0.37, 0.62, 0.115, "half"), (0.13, 0.78, 0.085, "slice"), (0.62, 0.22, 0.085, "slice"), (0.86, 0.34, 0.11, "half"),
             (0.6, 0.85, 0.09, "slice"), (0.88, 0.83, 0.075, "slice"))  # fmt: skip
    for x, y, r, kind in spots:
        radius = width * r
        steps = 18 if kind == "half" else 5
        for step in range(steps):
            reach = step * (5.5 if kind == "half" else 3)
            shade.circle(
                width * x + reach, height * y + reach * 0.8, radius * (1 - 0.012 * step if kind == "half" else 1), dark
            )
    for step in range(44):
        shade.circle(width * 0.63 + step * 5.6, height * 0.53 + step * 4.4, width * 0.078, dark)
    for x, y, r, kind in spots:
        slice_(sheet, rng, width * x, height * y, width * r, LEMON, rng.uniform(0, 90), 0.1)
        if kind == "half":
            sheet.circle(width * x, height * y, width * r, "none", stroke="#e0a91c", stroke_width=7)
    tumbler(sheet, rng, width * 0.63, height * 0.53, width * 0.085)
    for x, y, turn in ((0.46, 0.25, 40), (0.485, 0.28, 100), (0.24, 0.52, -50), (0.76, 0.7, 20), (0.775, 0.73, 84)):
        with shade.placed(width * x + 16, height * y + 14, width * 0.07, turn):
            shade.path(leaf(1, 0.3), dark)
        with sheet.placed(width * x, height * y, width * 0.07, turn):
            sheet.path(leaf(1, 0.3), sheet.linear("#8fc46a", "#4a8f4c", end=(1, 0)))
            sheet.line([(0, 0), (0, -0.92)], "#d3e8a8", 0.03)
    dimmed = mottled(paint(shade, blur=2.6), 0.62)
    return finish(lay(base, dimmed, sheet), rng, glow=0.14, corners=0.16)


def tumbler(sheet: Sheet, rng: Random, x: float, y: float, radius: float) -> None:
    """Lemonade from above, with ice, a wheel of lemon and a straw."""
    with sheet.placed(x, y, radius):
        sheet.circle(0, 0, 1, "#e6f6fa", opacity=0.55)
        sheet.circle(0, 0, 0.93, sheet.radial((0, "#fbf0b2"), (0.8, "#f3e08a"), (1, "#e3c766")))
        for ix, iy, turn in ((-0.35, 0.3, 20), (0.35, 0.42, -12), (0.42, -0.3, 36)):
            with sheet.placed(ix, iy, 0.28, turn):
                sheet.rect(
                    -0.8, -0.8, 1.6, 1.6, sheet.linear((0, "#ffffff", 0.9), (1, "#ffffff", 0.35), end=(1, 1)), 0.3
                )
                sheet.rect(-0.5, -0.5, 1, 1, "#ffffff", 0.2, opacity=0.35)
        sheet.circle(0, 0, 0.965, "none", stroke="#ffffff", stroke_width=0.06, opacity=0.85)
    slice_(sheet, rng, x - radius * 0.25, y - radius * 0.3, radius * 0.5, LEMON, 20)
    with sheet.placed(x + radius * 0.1, y + radius * 0.1, radius, -52):
        for stripe in range(12):
            sheet.rect(stripe * 0.14, -0.075, 0.145, 0.15, "#e4573d" if stripe % 2 else "#fffaf0")


PLATES = {
    "citrus-confetti": lambda rng: confetti(rng, 1400, 1400),
    "blood-oranges-in-february": lambda rng: blood_oranges(rng, 1200, 1600),
    "lemonade-at-half-past-one": lambda rng: hard_sun(rng, 1600, 1200),
}
