"""The beach, seen from straight above."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix, ramp
from ..paint import Drawn, Image, finish, lay, noise, paint, tint
from ..svg import Point, Sheet, smooth

CANDY = (
    ("#e4573d", "#fbf3e4"),
    ("#2a8c8c", "#fbf3e4"),
    ("#f0b13c", "#fbf3e4"),
    ("#e88fa3", "#fdf6ec"),
    ("#34568b", "#f7efe0"),
)


def umbrella(
    sheet: Sheet, x: float, y: float, radius: float, colors: tuple[str, str], turn: float, panels: int = 8
) -> None:
    """A parasol, its panels pulled in between the ribs, with light from the upper left."""
    with sheet.placed(x, y, radius):
        corners = [(cos(turn + 2 * pi * i / panels), sin(turn + 2 * pi * i / panels)) for i in range(panels)]
        rim = "".join(_scallop(corners[i], corners[(i + 1) % panels]) for i in range(panels))
        whole = f"M{corners[0][0]:.3f} {corners[0][1]:.3f}{rim}Z"
        for index in range(panels):
            a, b = corners[index], corners[(index + 1) % panels]
            facing = cos(turn + 2 * pi * (index + 0.5) / panels - pi * 1.25)
            color = colors[index % 2]
            color = lighter(color, 0.14 * facing) if facing > 0 else darker(color, -0.26 * facing)
            sheet.path(f"M0 0L{a[0]:.3f} {a[1]:.3f}{_scallop(a, b)}Z", color, stroke=color, stroke_width=0.008)
        sheet.path(whole, sheet.radial((0, "#ffffff", 0.25), (0.5, "#ffffff", 0), (1, "#26203a", 0.14)))
        for corner in corners:
            sheet.line([(0, 0), corner], "#2a2233", 0.012, opacity=0.16)
        sheet.circle(0, 0, 0.055, lighter(colors[0], 0.3))
        sheet.circle(0.012, 0.014, 0.03, darker(colors[0], 0.25))


def _scallop(a: Point, b: Point) -> str:
    return f"Q{(a[0] + b[0]) * 0.455:.3f} {(a[1] + b[1]) * 0.455:.3f} {b[0]:.3f} {b[1]:.3f}"


def towel(sheet: Sheet, x: float, y: float, wide: float, colors: tuple[str, str], turn: float) -> None:
    with sheet.placed(x, y, wide, turn):
        sheet.soft("M-0.5 -1L0.5 -1L0.5 1L-0.5 1Z", "#8a5d3c", 0.07, 0.35, 4)
        sheet.rect(-0.5, -1, 1, 2, sheet.linear(lighter(colors[0], 0.1), colors[0], end=(1, 1)), 0.03)
        for stripe in (-0.72, -0.5, 0.42, 0.64):
            sheet.rect(-0.5, stripe, 1, 0.12, colors[1])
        for side in (-1, 1):
            for fringe in range(9):
                sheet.line([(-0.47 + fringe * 0.117, side), (-0.47 + fringe * 0.117, side * 1.05)], colors[1], 0.025)


def shadow_of(sheet: Sheet, x: float, y: float, radius: float, color: str, dx: float = 0.55, dy: float = 0.5) -> None:
    fade = sheet.radial((0, color, 0.5), (0.84, color, 0.5), (0.93, color, 0.28), (1, color, 0))
    sheet.circle(x + radius * dx, y + radius * dy, radius * 1.06, fade)


def sand(rng: Random, width: int, height: int, color: str) -> Image:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear(lighter(color, 0.16), color, darker(color, 0.07), end=(1, 1)))
    for _ in range(1500):
        x, y = width * rng.random(), height * rng.random()
        sheet.circle(x, y, rng.uniform(0.6, 1.8), rng.choice((lighter(color, 0.4), darker(color, 0.25))), opacity=0.5)
    for _ in range(170):
        x, y = width * rng.random(), height * rng.random()
        sheet.ellipse(x, y, 7, 4, darker(color, 0.3), opacity=0.24)
        sheet.ellipse(x - 1.5, y - 1.5, 6, 3, lighter(color, 0.2), opacity=0.4)
    dimple = noise(width, height, 130, rng, octaves=3)
    return lay(paint(sheet), tint((dimple - 0.5) * 0.6, darker(color, 0.3)))


def shore(sheet: Sheet, rng: Random, edge: list[Point], away: float) -> None:
    """Sea above the curve `edge`, with shallows and lines of foam."""
    width = sheet.width

    def moved(by: float, wobble: float) -> list[Point]:
        return [(x, y - by + rng.uniform(-wobble, wobble)) for x, y in edge]

    def sea(line: list[Point]) -> str:
        return smooth(line) + f"L{width + 60} -60L-60 -60Z"

    sheet.path(sea(moved(-away * 0.09, 5)), "#b98f66", opacity=0.5)
    shallows = ("#d8ebdd", "#a9dcd5", "#7accca", "#4fb6bd", "#2f9db0", "#1f83a0", "#176b8c")
    for index, color in enumerate(shallows):
        line = moved(away * (index**1.25) * 0.12, 6 + index * 4)
        sheet.path(sea(line), color, opacity=1 if index == 0 else 0.75)
        if index in (0, 1, 2, 4):
            foam = moved(away * (index**1.25) * 0.12 - 3, 5)
            sheet.curve(foam, "#ffffff", 13 - 2 * index, opacity=0.9 - index * 0.13)
            for x, y in foam:
                for _ in range(16):
                    fx = x + rng.uniform(-0.08, 0.08) * width
                    sheet.circle(
                        fx,
                        y - rng.uniform(-4, 26) + (fx - x) * 0.02,
                        rng.uniform(1, 5.5),
                        "#ffffff",
                        opacity=rng.uniform(0.3, 0.8),
                    )


def beach_day(rng: Random, width: int, height: int) -> Drawn:
    scene = sand(rng, width, height, "#ecd3a4")
    sheet = Sheet(width, height)
    edge = [(x * width / 7, height * (0.4 - 0.16 * x / 7) + rng.uniform(-26, 26)) for x in range(-1, 9)]
    shore(sheet, rng, edge, height * 0.2)
    spots = ((0.22, 0.55, 0), (0.6, 0.47, 1), (0.86, 0.6, 2), (0.4, 0.73, 3), (0.75, 0.83, 0), (0.14, 0.88, 4))
    for x, y, color in spots:
        cx, cy, radius = width * x, height * y, width * 0.098
        pair = CANDY[(color + 2) % 5]
        towel(sheet, cx + radius * 0.5, cy + radius * 1.3, width * 0.05, pair, rng.uniform(-18, 18))
        towel(sheet, cx + radius * 1.35, cy + radius * 1.0, width * 0.05, CANDY[(color + 3) % 5], rng.uniform(-8, 26))
    for x, y, color in spots:
        shadow_of(sheet, width * x, height * y, width * 0.098, "#6b4a3c")
        umbrella(sheet, width * x, height * y, width * 0.098, CANDY[color], rng.uniform(0, 1))
    swimmer(sheet, width * 0.3, height * 0.2, width * 0.017, 40)
    swimmer(sheet, width * 0.62, height * 0.12, width * 0.017, -70)
    with sheet.placed(width * 0.53, height * 0.615, width * 0.028):
        sheet.ellipse(0.5, 0.45, 1, 0.95, "#6b4a3c", opacity=0.4)
        for index, stripe in enumerate(("#e4573d", "#fbf3e4", "#2a8c8c", "#f0b13c", "#fbf3e4", "#34568b")):
            a, b = pi * index / 3, pi * (index + 1) / 3
            sheet.path(f"M0 0L{cos(a):.3f} {sin(a):.3f}A1 1 0 0 1 {cos(b):.3f} {sin(b):.3f}Z", stripe)
        sheet.circle(
            0,
            0,
            1,
            sheet.radial(
                (0, "#ffffff", 0.5), (0.5, "#ffffff", 0), (1, "#26203a", 0.4), center=(0.35, 0.32), radius=0.7
            ),
        )
    return finish(lay(scene, sheet), rng, glow=0.1)


def swimmer(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    turn: float,
    skin: str = "#c98d66",
    suit: str = "#d8433b",
    wake: bool = True,
) -> None:
    with sheet.placed(x, y, size, turn):
        if wake:
            for side in (-1, 1):
                sheet.path(f"M{side * 0.4} -0.6Q{side * 1.5} 2.2 {side * 2.1} 5.2Q{side * 0.9} 2.6 {side * 0.3} 1.2Z",
                           sheet.linear((0, "#ffffff", 0.55), (1, "#ffffff", 0)))  # fmt: skip
            for foot in range(14):
                sheet.circle(0.5 * sin(foot * 2.4), 2.6 + foot * 0.13, 0.42 - foot * 0.02, "#ffffff", opacity=0.34)
        sheet.path(
            "M-0.42 -0.3Q-1.3 -0.9 -1.1 -2.0M0.42 -0.3Q1.25 0.4 0.95 1.4",
            stroke=skin,
            stroke_width=0.3,
            stroke_linecap="round",
        )
        sheet.path("M-0.2 1.6L-0.34 3.1M0.2 1.6L0.4 2.9", stroke=skin, stroke_width=0.34, stroke_linecap="round")
        sheet.path("M-0.55 -0.4Q0 -0.7 0.55 -0.4L0.38 1.0Q0.42 1.7 0.26 1.8L-0.26 1.8Q-0.42 1.7 -0.38 1.0Z", skin)
        sheet.path("M-0.42 0.1L0.42 0.1L0.38 1.0Q0.42 1.7 0.26 1.8L-0.26 1.8Q-0.42 1.7 -0.38 1.0Z", suit)
        sheet.circle(0, -0.9, 0.42, "#f6f0e4" if wake else "#4a2f26")


def umbrella_rows(rng: Random, width: int, height: int) -> Drawn:
    """A bathing resort in rows, its colors running from one corner to the other."""
    scene = sand(rng, width, height, "#f0dcb6")
    sheet = Sheet(width, height)
    colors = ("#e2604a", "#f08f5a", "#f4b95a", "#f3d9a0", "#8fc7b5", "#3f9c9c", "#2c6f8a")
    pitch = width / 5
    with sheet.group(transform=f"rotate(-14 {width / 2} {height / 2})"):
        for row in range(-2, 8):
            for column in range(-2, 8):
                x = (column + (0.5 if row % 2 else 0)) * pitch
                y = row * pitch * 0.98
                radius = pitch * 0.29
                share = (column + row + 1) / 9
                color = ramp(colors, share + rng.uniform(-0.05, 0.05))
                for side in (-1, 1):
                    with sheet.placed(x + side * pitch * 0.2, y + pitch * 0.34, pitch):
                        for grow in (0.0, 0.012):
                            sheet.rect(
                                -0.05 - grow,
                                -0.14 - grow,
                                0.14 + 2 * grow,
                                0.35 + 2 * grow,
                                "#8a6444",
                                0.03,
                                opacity=0.3,
                            )
                        sheet.rect(-0.075, -0.18, 0.15, 0.37, "#fdf8ec", 0.02)
                        for slat in range(6):
                            sheet.rect(-0.06, -0.09 + slat * 0.045, 0.12, 0.026, mix(color, "#fdf8ec", 0.45))
                        sheet.rect(-0.06, -0.165, 0.12, 0.055, lighter(color, 0.25), 0.012)
                shadow_of(sheet, x, y, radius, "#7a5a44")
                white = "#fdf5e6" if (row + column) % 3 else lighter(color, 0.35)
                umbrella(sheet, x, y, radius, (color, white), rng.uniform(0, 0.8))
    return finish(lay(scene, sheet), rng, glow=0.1)


PLATES = {
    "first-hot-saturday": lambda rng: beach_day(rng, 1200, 1600),
    "thirty-umbrellas": lambda rng: umbrella_rows(rng, 1400, 1400),
}
