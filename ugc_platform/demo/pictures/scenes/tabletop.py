"""From above: coffee and breakfast."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, finish, lay, paint
from ..shapes import blob, leaf, ring
from ..svg import Sheet
from .berries import berry, strawberry
from .surfaces import linen, marble, planks, plate, throw


def cup_above(
    sheet: Sheet,
    x: float,
    y: float,
    radius: float,
    color: str,
    coffee: str,
    turn: float = 40,
    saucer: str | None = None,
) -> None:
    if saucer:
        plate(sheet, x, y, radius * 1.72, saucer)
        sheet.glow(x + radius * 0.2, y + radius * 0.22, radius * 1.45, "#2a1820", 0.6)
    with sheet.placed(x, y, radius, turn):
        sheet.path(
            "M0.9 -0.14C1.3 -0.2 1.62 -0.16 1.62 0C1.62 0.16 1.3 0.2 0.9 0.14",
            stroke=darker(color, 0.3),
            stroke_width=0.2,
        )
        sheet.path("M0.9 -0.14C1.3 -0.2 1.62 -0.16 1.62 0C1.62 0.16 1.3 0.2 0.9 0.14", stroke=color, stroke_width=0.15)
        sheet.path(
            "M1.0 -0.17C1.3 -0.22 1.5 -0.2 1.58 -0.1",
            stroke=lighter(color, 0.4),
            stroke_width=0.045,
            stroke_linecap="round",
        )
    with sheet.placed(x, y, radius):
        sheet.circle(0, 0, 1, sheet.linear(lighter(color, 0.35), color, darker(color, 0.3), end=(0.8, 1)))
        sheet.circle(
            0, 0, 0.92, sheet.linear(darker(color, 0.35), darker(color, 0.08), lighter(color, 0.3), end=(0.8, 1))
        )
        sheet.circle(
            0.012,
            0.012,
            0.83,
            sheet.radial(
                (0, lighter(coffee, 0.14)), (0.75, coffee), (0.93, darker(coffee, 0.3)), (1, darker(coffee, 0.55))
            ),
        )


def latte(sheet: Sheet, x: float, y: float, radius: float, turn: float = 0) -> None:
    """A rosetta: a stem, leaf upon leaf, and a heart on top."""
    foam = "#f7ead2"
    with sheet.placed(x, y, radius, turn):
        sheet.circle(0, 0, 0.8, sheet.radial((0, "#c98d52", 0.5), (0.8, "#a3602f", 0.3), (1, "#6a3518", 0)))
        for layer in range(7):
            t = layer / 6
            wide, cy = 0.56 * (1 - 0.52 * t) * (0.82 + 0.36 * sin(t * pi)), 0.5 - t * 0.78
            d = (f"M0 {cy + 0.15:.3f}C{-wide * 0.6:.3f} {cy + 0.11:.3f} {-wide * 1.12:.3f} {cy - 0.02:.3f} {-wide:.3f} {cy - 0.21:.3f}"
                 f"C{-wide * 0.9:.3f} {cy - 0.09:.3f} {-wide * 0.4:.3f} {cy + 0.0:.3f} 0 {cy + 0.02:.3f}"
                 f"C{wide * 0.4:.3f} {cy + 0.0:.3f} {wide * 0.9:.3f} {cy - 0.09:.3f} {wide:.3f} {cy - 0.21:.3f}"
                 f"C{wide * 1.12:.3f} {cy - 0.02:.3f} {wide * 0.6:.3f} {cy + 0.11:.3f} 0 {cy + 0.15:.3f}Z")  # fmt: skip
            sheet.path(d, sheet.linear("#fffaf0", foam, "#e3c199"))
        sheet.path(
            "M0 -0.22C-0.1 -0.34 -0.24 -0.4 -0.2 -0.54C-0.16 -0.64 -0.04 -0.62 0 -0.54C0.04 -0.62 0.16 -0.64 0.2 -0.54C0.24 -0.4 0.1 -0.34 0 -0.22Z",
            foam,
        )
        sheet.path("M-0.008 0.72Q-0.02 0 0 -0.5Q0.02 0 0.008 0.72Z", "#b5713c")


def bubbles(sheet: Sheet, rng: Random, x: float, y: float, radius: float, count: int = 40) -> None:
    for _ in range(count):
        a, r = rng.uniform(0, 2 * pi), radius * rng.uniform(0.68, 0.8)
        size = radius * rng.uniform(0.006, 0.018)
        sheet.circle(x + r * cos(a), y + r * sin(a), size, "#e9c79a", opacity=0.6)
        sheet.circle(x + r * cos(a) - size * 0.3, y + r * sin(a) - size * 0.3, size * 0.35, "#ffffff", opacity=0.7)


def bean(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    with sheet.placed(x + size * 0.12, y + size * 0.16, size, turn):
        sheet.ellipse(0, 0, 0.72, 1.02, "#2a1820", opacity=0.35)
    with sheet.placed(x, y, size, turn):
        sheet.ellipse(0, 0, 0.7, 1, sheet.linear("#8a5632", "#5c331c", "#351b10", end=(1, 1)))
        sheet.path("M0.05 -0.95C-0.3 -0.4 0.32 0.3 -0.04 0.95", stroke="#28130b", stroke_width=0.13)
        sheet.ellipse(-0.32, -0.42, 0.1, 0.26, "#d9a878", opacity=0.4)


def spoon(sheet: Sheet, x: float, y: float, size: float, turn: float, metal: str = "#d9d4c8") -> None:
    for dx, dy, tone, opacity in ((0.1, 0.13, "#2a1820", 0.3), (0, 0, None, 1.0)):
        with sheet.placed(x + dx * size, y + dy * size, size, turn):
            fill = tone or sheet.linear(lighter(metal, 0.5), metal, darker(metal, 0.35), end=(1, 0.2))
            sheet.path("M-0.05 0.3L-0.09 3.0Q0 3.16 0.09 3.0L0.05 0.3Z", fill, opacity=opacity)
            sheet.ellipse(0, -0.2, 0.36, 0.62, fill, opacity=opacity)
            if tone is None:
                sheet.ellipse(
                    0, -0.2, 0.27, 0.5, sheet.linear(darker(metal, 0.4), metal, lighter(metal, 0.6), end=(0.7, 1))
                )


def first_pour(rng: Random, width: int, height: int) -> Drawn:
    base = marble(rng, width, height, "#eceae6", "#8c8f9a")
    shade, sheet = Sheet(width, height), Sheet(width, height)
    x, y, radius = width * 0.5, height * 0.5, width * 0.2
    throw(shade, x, y, radius * 1.72, 70, 80, 0.42)
    cup_above(sheet, x, y, radius, "#3f6f6a", "#8a4f28", 38, saucer="#dfe6df")
    latte(sheet, x, y, radius, -24)
    bubbles(sheet, rng, x, y, radius)
    spoon(sheet, width * 0.795, height * 0.3, width * 0.082, 24, "#d8b46a")
    for _ in range(16):
        a, r = rng.uniform(2.2, 3.7), width * rng.uniform(0.38, 0.56)
        bean(sheet, x + r * cos(a), y - r * sin(a) * 0.95, width * rng.uniform(0.017, 0.021), rng.uniform(0, 180))
    twig = ((0.1, 0.92, 20), (0.2, 1.0, 58))
    for tx, ty, turn in twig:
        with sheet.placed(width * tx, height * ty, width * 0.26, turn):
            sheet.curve([(0, 0), (0.03, -0.5), (0, -1)], "#6b7a58", 0.016)
            for step in range(8):
                for side in (-1, 1):
                    with sheet.placed(0.02, -0.18 - step * 0.11, 0.25 - step * 0.014, side * 58):
                        tone = rng.choice(("#8aa088", "#6f8c76", "#a3b59c"))
                        sheet.path(leaf(1, 0.34), sheet.linear(lighter(tone, 0.2), tone, end=(1, 0)))
    return finish(lay(base, paint(shade, blur=16), sheet), rng, glow=0.14)


def croissant(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    with sheet.placed(x, y, size, turn):
        parts = (
            (-1.0, 0.42, 0.26, 62),
            (1.0, 0.42, 0.26, -62),
            (-0.74, 0.1, 0.4, 38),
            (0.74, 0.1, 0.4, -38),
            (-0.4, -0.12, 0.5, 18),
            (0.4, -0.12, 0.5, -18),
            (0, -0.2, 0.56, 0),
        )
        for px, py, r, lean in parts:
            with sheet.placed(px, py, r, -lean):
                body = "M-0.62 -0.92Q0 -1.22 0.62 -0.92Q0.86 0 0.66 0.94Q0 1.16 -0.66 0.94Q-0.86 0 -0.62 -0.92Z"
                if abs(px) == 1:
                    out = px
                    body = f"M{-0.8 * out} -0.95Q{0.5 * out} -0.85 {1.7 * out} 0.5Q{0.6 * out} 1.0 {-0.8 * out} 0.95Z"
                sheet.path(body, sheet.linear("#6e3a16", "#c9813a", "#f0bd6c", "#d0883d", "#8a4c1c", end=(1, 0)))
                for at in (-0.34, -0.1, 0.16, 0.4):
                    sheet.path(
                        f"M{at} -0.98Q{at * 1.3:.2f} 0 {at} 0.98", stroke="#7a4218", stroke_width=0.045, opacity=0.45
                    )
                sheet.path(
                    "M-0.1 -0.8Q-0.16 0 -0.08 0.8",
                    stroke="#ffe0a3",
                    stroke_width=0.1,
                    opacity=0.55,
                    stroke_linecap="round",
                )


def breakfast(rng: Random, width: int, height: int) -> Drawn:
    base = linen(rng, width, height, "#d8dfdb")
    light, shade, sheet = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    light.polygon([(0, 0), (width * 0.9, 0), (0, height * 0.9)], "#fff4d8", opacity=0.35)
    for bar in range(5):
        light.line(
            [(width * (0.3 + 0.26 * bar), -30), (width * (-0.5 + 0.26 * bar), height * 1.02)],
            "#6f7f88",
            34,
            opacity=0.12,
        )
    plates = ((0.62, 0.36, 0.36), (0.26, 0.71, 0.14), (0.72, 0.78, 0.13))
    for x, y, r in plates:
        throw(shade, width * x, height * y, width * r * (1.2 if r < 0.2 else 1), 50, 56, 0.4)
    plate(sheet, width * 0.62, height * 0.36, width * 0.36, "#f4efe4", rim="#c9a25a")
    throw(sheet, width * 0.59, height * 0.35, width * 0.16, 22, 26, 0.2)
    croissant(sheet, width * 0.59, height * 0.35, width * 0.155, -22)
    strawberry(sheet, width * 0.78, height * 0.42, width * 0.042, 20)
    strawberry(sheet, width * 0.7, height * 0.465, width * 0.046, -32)
    for x, y in ((0.61, 0.475), (0.82, 0.36), (0.645, 0.5), (0.56, 0.485)):
        berry(sheet, width * x, height * y, width * 0.017)
    cup_above(sheet, width * 0.26, height * 0.71, width * 0.135, "#d98f74", "#7a4526", 140, saucer="#f3dccb")
    bubbles(sheet, rng, width * 0.26, height * 0.71, width * 0.135, 60)
    sheet.circle(width * 0.26, height * 0.71, width * 0.08, "#d9a468", opacity=0.35)
    bowl(sheet, rng, width * 0.73, height * 0.79, width * 0.15)
    knife(sheet, width * 0.13, height * 0.3, width * 0.05, 8)
    for _ in range(34):
        a, r = rng.uniform(0, 2 * pi), width * rng.uniform(0.2, 0.4)
        x, y = width * 0.6 + r * cos(a), height * 0.36 + r * sin(a)
        sheet.path(blob(x, y, rng.uniform(2.5, 6), rng, 0.4, 6), rng.choice(("#c98a45", "#e3b06a", "#a8672e")))
    return finish(lay(base, paint(light, blur=12), paint(shade, blur=14), sheet), rng, glow=0.14)


def bowl(sheet: Sheet, rng: Random, x: float, y: float, radius: float) -> None:
    """Yoghurt with berries, seeds and mint."""
    with sheet.placed(x, y, radius):
        sheet.circle(0, 0, 1, sheet.linear("#6f93a0", "#3f6b7c", "#28495a", end=(0.8, 1)))
        sheet.circle(0, 0, 0.93, sheet.linear("#1f3a48", "#4d7a8a", "#8fb3bd", end=(0.8, 1)))
        sheet.circle(0, 0, 0.84, sheet.radial((0, "#ffffff"), (0.8, "#f6efe4"), (1, "#dccfc0")))
        sheet.path(
            "M-0.5 0.3Q-0.1 0.6 0.4 0.35M-0.45 0.1Q0 0.36 0.5 0.1",
            stroke="#e6dccd",
            stroke_width=0.06,
            stroke_linecap="round",
        )
    for px, py in ((-0.42, -0.2), (-0.2, -0.42), (-0.15, -0.12), (0.12, -0.5), (-0.5, 0.12), (0.42, -0.36)):
        berry(sheet, x + px * radius, y + py * radius, radius * 0.13)
    strawberry(sheet, x + radius * 0.14, y - radius * 0.1, radius * 0.24, 70)
    for _ in range(30):
        sheet.circle(
            x + radius * rng.uniform(-0.1, 0.6),
            y + radius * rng.uniform(0.05, 0.55),
            3,
            rng.choice(("#5a4632", "#c99a5a", "#8a6a44")),
        )


def knife(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    for offset, tone in ((10, "#2a1820"), (0, "")):
        with sheet.placed(x + offset, y + offset, size, turn):
            blade = "M-0.2 0L-0.24 -4.2Q-0.2 -4.9 0.2 -5.1Q0.36 -3 0.26 0Z"
            grip = "M-0.2 0L0.26 0L0.3 2.6Q0.04 2.9 -0.24 2.6Z"
            if tone:
                sheet.path(blade + grip, tone, opacity=0.25)
                continue
            sheet.path(blade, sheet.linear("#f6f6f2", "#c9c9c6", "#9a9a9a", end=(1, 0)))
            sheet.path(grip, sheet.linear("#c98a54", "#8f5730", end=(1, 0)))


def nine_cups(rng: Random, width: int, height: int) -> Drawn:
    base = planks(rng, width, height, "#4a3a36", 6)
    shade, sheet = Sheet(width, height), Sheet(width, height)
    glazes = ("#d96f4e", "#e9dcc2", "#3f6f77", "#e3ad4a", "#8fa58c", "#d8c7b8", "#2f4763", "#c98d8a", "#efe6d4")
    coffees = ("#2c1710", "#b98a5c", "#6a3a20", "#d2a878", "#4a2818", "#8a5a36", "#c99a6a", "#3a1f14", "#9a6a44")
    for index in range(9):
        x, y = width * (0.2 + 0.3 * (index % 3)), height * (0.2 + 0.3 * (index // 3))
        radius = width * 0.095
        throw(shade, x, y, radius * 1.04, 46, 52, 0.75, "#0d0608")
        turn = (40, 130, 220, 310)[rng.randrange(4)] + rng.uniform(-15, 15)
        cup_above(sheet, x, y, radius, glazes[index], coffees[index], turn)
        if index in (1, 3, 6):
            latte(sheet, x, y, radius * 0.95, rng.uniform(-40, 40))
        elif index in (4, 8):
            sheet.circle(
                x, y, radius * 0.58, sheet.radial((0, "#f6e8d0", 0.95), (0.7, "#efd9b6", 0.8), (1, "#d9b080", 0))
            )
            sheet.path(f"M{x:.0f} {y + radius * 0.34:.0f}c{-radius * 0.5:.0f} {-radius * 0.3:.0f} {-radius * 0.5:.0f} {-radius * 0.66:.0f} 0 {-radius * 0.42:.0f}"
                       f"c{radius * 0.5:.0f} {-radius * 0.24:.0f} {radius * 0.5:.0f} {radius * 0.12:.0f} 0 {radius * 0.42:.0f}Z", "#fffaf0")  # fmt: skip
        else:
            bubbles(sheet, rng, x, y, radius, 26)
            sheet.path(ring(x - radius * 0.22, y - radius * 0.26, radius * 0.2), "#ffffff", opacity=0.07)
    return finish(lay(base, paint(shade, blur=12), sheet), rng, glow=0.14)


PLATES = {
    "first-pour-of-the-day": lambda rng: first_pour(rng, 1400, 1400),
    "sunday-nobody-hurry": lambda rng: breakfast(rng, 1200, 1600),
    "nine-cups": lambda rng: nine_cups(rng, 1400, 1400),
}
