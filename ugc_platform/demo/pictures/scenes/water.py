"""A pool and a regatta, seen from straight above."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

import pyvips

from ..colors import darker, lighter, mix
from ..paint import Drawn, enlarged, finish, lay, mottled, noise, paint, seed, tint
from ..svg import Sheet, number
from .beach import swimmer, towel


def pool(rng: Random, width: int, height: int) -> Drawn:
    deck = Sheet(width, height)
    deck.fill(deck.linear("#f3e3cf", "#e8cfb6", end=(1, 1)))
    for row in range(13):
        for column in range(17):
            tone = mix("#f0dcc6", rng.choice(("#dcbfa6", "#f8ecdc", "#e6cdb8")), 0.6)
            deck.rect(column * 100 - 3, row * 100 - 3, 97, 97, tone, 3)
    water = Sheet(width, height)
    x0, y0 = width * 0.2, height * 0.0
    water.rect(x0, -100, width, height * 0.86 + 100, water.linear("#7fd6d8", "#4fc0cc", "#2aa3bd", end=(1, 0.7)), 70)
    small_w, small_h = width // 2, height // 2
    rough = noise(small_w, small_h, 90, rng, octaves=2)
    cells = pyvips.Image.worley(small_w + 40, small_h + 40, cell_size=58, seed=seed(rng)).copy_memory()
    place = pyvips.Image.xyz(small_w, small_h)
    bent = cells.mapim(
        (place[0] + rough * 40).bandjoin(place[1] + rough * 34), interpolate=pyvips.Interpolate.new("bilinear")
    )
    lines = ((bent - 19) / 17).gaussblur(0.9).copy_memory()
    light = tint(enlarged(lines * 0.62, width, height), "#f3fffb")
    shape = Sheet(width, height)
    shape.rect(x0, -100, width, height * 0.86 + 100, "#ffffff", 70)
    light = mottled(light, paint(shape)[3] / 255)
    lanes = Sheet(width, height)
    lanes.rect(x0 - 26, y0 - 126, width, height * 0.86 + 152, "#fbf4e8", 92)
    front = Sheet(width, height)
    front.path(f"M{x0} 0L{x0 + 34} 0L{x0 + 34} {height * 0.79}Q{x0 + 34} {height * 0.83} {x0 + 90} {height * 0.83}L{width} {height * 0.83}"
               f"L{width} {height * 0.86}L{x0 + 70} {height * 0.86}Q{x0} {height * 0.86} {x0} {height * 0.8}Z", "#0d5a78", opacity=0.2)  # fmt: skip
    ring(front, width * 0.66, height * 0.36, width * 0.105)
    swimmer(front, width * 0.42, height * 0.58, width * 0.026, 32)
    for step in range(4):
        front.rect(x0 + 120 + step * 4, height * 0.8 + step * 26, 120 - step * 8, 9, "#ffffff", 4, opacity=0.8)
    towel(front, width * 0.09, height * 0.3, width * 0.075, ("#f2b84b", "#fff6e2"), 6)
    towel(front, width * 0.08, height * 0.68, width * 0.075, ("#e0665a", "#ffe9dc"), -5)
    palm = Sheet(width, height)
    for frond in range(11):
        with palm.placed(width * 1.02, height * 1.04, width * 0.3, -150 + frond * 17):
            for blade in range(22):
                share = blade / 22
                for side in (-1, 1):
                    a = (share * 1.0, 0.03 * sin(share * 3))
                    palm.line([a, (a[0] + 0.16, a[1] + side * 0.2 * (1 - share * 0.7))], "#0c4a58", 0.018)
    scene = lay(paint(deck), lanes, water, light, paint(palm, blur=4).copy(), front)
    return finish(scene, rng, glow=0.14)


def ring(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A swimming ring with somebody asleep in it."""
    n = number
    shade = f"M{n(x + radius * 1.35)} {n(y + radius * 0.35)}a{n(radius)} {n(radius)} 0 1 1 {n(-radius * 2)} 0a{n(radius)} {n(radius)} 0 1 1 {n(radius * 2)} 0Z"
    sheet.soft(shade, "#0a4f6e", radius * 0.1, 0.36, 5)
    with sheet.placed(x, y, radius):
        for index in range(12):
            a, b = pi * index / 6, pi * (index + 1) / 6
            color = "#f58f9f" if index % 2 else "#fff4ec"
            sheet.path(f"M{cos(a) * 0.5:.3f} {sin(a) * 0.5:.3f}L{cos(a):.3f} {sin(a):.3f}A1 1 0 0 1 {cos(b):.3f} {sin(b):.3f}"
                       f"L{cos(b) * 0.5:.3f} {sin(b) * 0.5:.3f}A0.5 0.5 0 0 0 {cos(a) * 0.5:.3f} {sin(a) * 0.5:.3f}Z", color)  # fmt: skip
        hole = "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0ZM-0.5 0a0.5 0.5 0 1 1 1 0a0.5 0.5 0 1 1 -1 0Z"
        sheet.path(hole, sheet.radial((0.45, "#7a2f4a", 0.3), (0.62, "#ffffff", 0.1), (0.75, "#ffffff", 0.32), (0.88, "#ffffff", 0),
                                      (1, "#7a2f4a", 0.34)), fill_rule="evenodd")  # fmt: skip
    swimmer(sheet, x, y - radius * 0.06, radius * 0.3, 28, skin="#a8704e", suit="#1f5f7a", wake=False)


def regatta(rng: Random, width: int, height: int) -> Drawn:
    deep = Sheet(width, height)
    deep.fill(deep.linear("#2b87a3", "#17648a", "#0d4370", end=(0.8, 1)))
    wind = noise(width, height, 220, rng, octaves=4, stretch=2.2)
    fine = noise(width, height, 26, rng, octaves=2, stretch=3)
    scene = lay(paint(deep), tint((wind - 0.46) * 1.5, "#062c52"), tint((fine - 0.58) * 1.4, "#9fd8df"))
    sheet = Sheet(width, height)
    sails = ("#fffdf6", "#fffdf6", "#f7f0e2", "#e8584a", "#f4b544", "#fffdf6", "#f3f6f4")
    spots = [(0.18, 0.22), (0.42, 0.14), (0.72, 0.2), (0.3, 0.46), (0.58, 0.4), (0.86, 0.47), (0.14, 0.72), (0.46, 0.7), (0.74, 0.7),
             (0.3, 0.92), (0.62, 0.92), (0.93, 0.86)]  # fmt: skip
    for index, (sx, sy) in enumerate(spots):
        x, y = width * (sx + rng.uniform(-0.035, 0.035)), height * (sy + rng.uniform(-0.035, 0.035))
        yacht(sheet, x, y, width * rng.uniform(0.03, 0.037), 38 + rng.uniform(-9, 9), sails[index % len(sails)])
    return finish(lay(scene, sheet), rng, glow=0.12)


def yacht(sheet: Sheet, x: float, y: float, size: float, turn: float, sail: str) -> None:
    with sheet.placed(x, y, size, turn):
        sheet.path(
            "M0 -1.4Q-0.9 1.6 -2.1 6.2L0 1.5L2.1 6.2Q0.9 1.6 0 -1.4Z",
            sheet.linear((0, "#ffffff", 0.5), (1, "#ffffff", 0)),
        )
        sheet.path("M-0.3 1.2L-0.62 7.4L0.62 7.4L0.3 1.2Z", sheet.linear((0, "#eafcff", 0.8), (1, "#eafcff", 0)))
    with sheet.placed(x + size * 0.85, y + size * 0.6, size, turn):
        sheet.path("M0.1 -1.6Q2.3 -0.4 1.5 1.9L0 1.3Q-0.5 0 0.1 -1.6Z", "#04203f", opacity=0.4)
    with sheet.placed(x, y, size, turn):
        sheet.path(
            "M0 -1.75Q0.72 -0.6 0.5 1.4L-0.5 1.4Q-0.72 -0.6 0 -1.75Z", sheet.linear("#fdf6e8", "#d9c7ac", end=(1, 0))
        )
        sheet.path("M0 -1.3Q0.42 -0.4 0.32 1.2L-0.32 1.2Q-0.42 -0.4 0 -1.3Z", "#b98a5a")
        shade = darker(sail, 0.2)
        sheet.path(
            "M0 -0.7Q1.9 0.3 1.35 2.1Q0.5 0.8 0 -0.7Z", sheet.linear(sail, lighter(sail, 0.2), shade, end=(1, 0.4))
        )
        sheet.path("M0 -1.8Q1.6 -1.1 1.2 0.5Q0.4 -0.5 0 -1.8Z", sheet.linear(lighter(sail, 0.15), shade, end=(1, 0.4)))


PLATES = {
    "pool-at-noon": lambda rng: pool(rng, 1600, 1200),
    "regatta-from-the-kite": lambda rng: regatta(rng, 1400, 1400),
}
