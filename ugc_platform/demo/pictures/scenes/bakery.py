"""A layer cake and a tray of cupcakes."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, paint
from ..shapes import leaf
from ..svg import Sheet, number, smooth
from ..vessels import wall_light
from .berries import berry, strawberry
from .surfaces import linen
from .table import room


def tier(sheet: Sheet, rng: Random, x: float, foot: float, wide: float, tall: float, crumb: str, cream: str) -> None:
    """Sponge and cream in turns, thinly coated, so that the layers show through."""
    flat = wide * 0.14
    n = number

    def drum(low: float, high: float) -> str:
        return (f"M{n(x - wide)} {n(foot - high)}V{n(foot - low)}A{n(wide)} {n(flat)} 0 0 0 {n(x + wide)} {n(foot - low)}V{n(foot - high)}"
                f"A{n(wide)} {n(flat)} 0 0 1 {n(x - wide)} {n(foot - high)}Z")  # fmt: skip

    whole = drum(0, tall)
    sheet.path(whole, sheet.linear(lighter(crumb, 0.25), crumb, darker(crumb, 0.3), end=(1, 0)))
    with sheet.group(clip_path=sheet.clip(whole)):
        for layer in range(4):
            low = tall * (0.2 + 0.25 * layer)
            edge = [
                (
                    x - wide + 2 * wide * i / 22,
                    foot - low + flat * (1 - ((i - 11) / 11) ** 2) ** 0.5 + rng.uniform(-3, 3),
                )
                for i in range(23)
            ]
            sheet.curve(edge, darker(cream, 0.12), tall * 0.075)
            sheet.curve([(px, py - 3) for px, py in edge], lighter(cream, 0.35), tall * 0.045)
        for _ in range(130):
            px = x + rng.uniform(-1, 1) * wide
            sheet.circle(
                px, foot - rng.uniform(-0.12, 1) * tall, rng.uniform(0.8, 2.4), darker(crumb, 0.4), opacity=0.45
            )
        for _ in range(26):
            px, py = x + rng.uniform(-1, 1) * wide, foot - rng.uniform(-0.05, 1) * tall
            sheet.ellipse(px, py, rng.uniform(20, 60), rng.uniform(5, 15), lighter(cream, 0.2), opacity=0.34)
        sheet.path(
            whole,
            sheet.linear(
                (0, "#fff4e0", 0.22), (0.25, "#fff4e0", 0.1), (0.6, "#3a1a14", 0.0), (1, "#3a1a14", 0.5), end=(1, 0)
            ),
        )
    sheet.ellipse(x, foot - tall, wide, flat, sheet.linear(lighter(cream, 0.5), cream, end=(1, 0.4)))
    drips = [f"M{n(x - wide)} {n(foot - tall)}"]
    count = 13
    for index in range(count):
        a, b = pi - pi * index / count, pi - pi * (index + 1) / count
        x1, y1 = x + wide * cos(b), foot - tall + flat * sin(b)
        mx = x + wide * cos((a + b) / 2)
        my = foot - tall + flat * sin((a + b) / 2) + tall * rng.uniform(0.1, 0.34) * (0.5 + 0.5 * sin((a + b) / 2))
        half = wide * pi / count * 0.34 * max(0.3, sin((a + b) / 2))
        drips.append(
            f"C{n(mx - half * 1.3)} {n(foot - tall + flat * sin(a) + 8)} {n(mx - half)} {n(my)} {n(mx)} {n(my)}S{n(mx + half * 1.3)} {n(y1 + 8)} {n(x1)} {n(y1)}"
        )
    drips.append(f"A{n(wide)} {n(flat)} 0 0 0 {n(x - wide)} {n(foot - tall)}Z")
    sheet.path(
        "".join(drips), sheet.linear(lighter(cream, 0.55), lighter(cream, 0.2), darker(cream, 0.12), end=(1, 0.1))
    )


def berry_cake(rng: Random, width: int, height: int) -> Drawn:
    base = room(rng, width, height, "#b9c7c9", "#e9dccb", 0.72, grain=False)
    light, shade, sheet = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    wall_light(light, width * 0.05, -height * 0.04, width * 0.66, height * 0.66, "#fff3dc", 0.5)
    x, plate_y = width * 0.5, height * 0.7
    shade.ellipse(x + 60, height * 0.885, width * 0.3, height * 0.022, "#3a2f38", opacity=0.6)
    sheet.path(f"M{x - 44:.0f} {plate_y:.0f}C{x - 34:.0f} {plate_y + 150:.0f} {x - 70:.0f} {height * 0.86:.0f} {x - 190:.0f} {height * 0.872:.0f}A190 26 0 0 0 {x + 190:.0f} {height * 0.872:.0f}"
               f"C{x + 70:.0f} {height * 0.86:.0f} {x + 34:.0f} {plate_y + 150:.0f} {x + 44:.0f} {plate_y:.0f}Z", sheet.linear("#fdf8ee", "#e3d8c8", "#a89a8c", end=(1, 0)))  # fmt: skip
    sheet.ellipse(x, plate_y + 26, width * 0.385, width * 0.062, sheet.linear("#d9cdbd", "#a3968a", end=(1, 0)))
    sheet.ellipse(x, plate_y, width * 0.39, width * 0.064, sheet.linear("#ffffff", "#e6dccd", end=(1, 0.3)))
    sheet.glow(x + 16, plate_y + 10, width * 0.33, "#5a3a34", 0.7, 0.18)
    tier(sheet, rng, x, plate_y, width * 0.29, height * 0.2, "#c98a52", "#f6e6d2")
    low_top = plate_y - height * 0.2
    sheet.glow(x + 10, low_top + 8, width * 0.22, "#8a5a48", 0.6, 0.2)
    tier(sheet, rng, x, low_top, width * 0.185, height * 0.145, "#c98a52", "#f6e6d2")
    top = low_top - height * 0.145
    for layer, count in ((0, 9), (1, 5), (2, 1)):
        for index in range(count):
            a = pi * 2 * index / count + layer * 0.4
            bx = x + width * (0.12 - 0.055 * layer) * cos(a)
            by = top - 16 - layer * 40 + width * 0.02 * sin(a)
            if (index + layer) % 2:
                berry(sheet, bx, by, 25, rng.choice(("#3f4f86", "#56396f")))
            else:
                strawberry(sheet, bx, by - 8, 37, rng.uniform(-40, 40) + 180)
    for index in range(12):
        a = pi * (0.05 + 0.9 * index / 11)
        bx, by = x + width * 0.236 * cos(a), low_top + width * 0.034 * sin(a) - 10
        if index % 3 == 0:
            strawberry(sheet, bx, by - 6, 31, rng.uniform(-60, 60))
        else:
            berry(sheet, bx, by, 21, rng.choice(("#3f4f86", "#a8324a", "#56396f")))
    for lx, ly, turn in (
        (-0.06, -0.03, -50),
        (0.08, -0.025, 46),
        (0.0, -0.05, 8),
        (-0.21, 0.14, -66),
        (0.2, 0.145, 70),
    ):
        with sheet.placed(x + lx * width, top + ly * height, 66, turn):
            sheet.path(leaf(1, 0.32), sheet.linear("#9cc27a", "#5a8f52", end=(1, 0)))
            sheet.line([(0, 0), (0, -0.9)], "#d6e8b0", 0.025)
    for bx, by, kind in ((0.14, 0.9, 0), (0.2, 0.925, 1), (0.85, 0.91, 1), (0.79, 0.935, 0), (0.9, 0.935, 2)):
        shade.ellipse(width * bx + 18, height * by + 24, 40, 10, "#3a2f38", opacity=0.5)
        if kind == 1:
            strawberry(sheet, width * bx, height * by, 40, 100 if bx < 0.5 else -70)
        else:
            berry(sheet, width * bx, height * by, 26, "#3f4f86" if kind == 0 else "#a8324a")
    return finish(lay(base, paint(light, blur=11), paint(shade, blur=12), sheet), rng, glow=0.16)


def cupcake(sheet: Sheet, rng: Random, x: float, y: float, radius: float, paper: str, cream: str, topping: int) -> None:
    """From above: pleated paper, a swirl, something on top."""
    with sheet.placed(x, y, radius, rng.uniform(0, 60)):
        pleats = 26
        outer = [
            ((1 if i % 2 else 0.93) * cos(pi * i / pleats), (1 if i % 2 else 0.93) * sin(pi * i / pleats))
            for i in range(pleats * 2)
        ]
        sheet.polygon(outer, sheet.linear(lighter(paper, 0.25), paper, darker(paper, 0.25), end=(0.8, 1)))
        for index in range(pleats):
            a = 2 * pi * index / pleats
            sheet.path(
                f"M{0.7 * cos(a):.3f} {0.7 * sin(a):.3f}L{0.95 * cos(a):.3f} {0.95 * sin(a):.3f}",
                stroke=darker(paper, 0.4),
                stroke_width=0.02,
                opacity=0.5,
            )
        sheet.circle(0, 0, 0.86, "#c9955c")
        for ring_ in range(4):
            reach = 0.8 - 0.2 * ring_
            lobes = 11 - 2 * ring_
            points = []
            for index in range(lobes * 2):
                a = pi * index / lobes + ring_ * 0.5
                bump = reach * (1.04 if index % 2 else 0.9)
                points.append((bump * cos(a), bump * sin(a)))
            tone = mix(darker(cream, 0.1), lighter(cream, 0.4), ring_ / 3)
            d = smooth(points, closed=True)
            with sheet.group(transform="translate(0.03 0.04)"):
                sheet.path(d, darker(cream, 0.45), opacity=0.32)
            sheet.path(d, sheet.linear(lighter(tone, 0.35), tone, darker(tone, 0.16), end=(0.9, 1)))
            for index in range(lobes):
                a = pi * (2 * index + 1) / lobes + ring_ * 0.5
                sheet.path(f"M{reach * 0.98 * cos(a):.3f} {reach * 0.98 * sin(a):.3f}Q{reach * 0.7 * cos(a + 0.3):.3f} {reach * 0.7 * sin(a + 0.3):.3f} {reach * 0.5 * cos(a + 0.75):.3f} {reach * 0.5 * sin(a + 0.75):.3f}",
                           stroke=darker(tone, 0.26), stroke_width=0.022, opacity=0.5)  # fmt: skip
    if topping == 0:
        strawberry(sheet, x, y, radius * 0.27, rng.uniform(0, 360))
    elif topping == 1:
        for dx, dy in ((-0.12, 0.06), (0.13, 0.05), (0, -0.14)):
            berry(sheet, x + dx * radius, y + dy * radius, radius * 0.13, "#3f4f86")
    elif topping == 2:
        for _ in range(30):
            a, r = rng.uniform(0, 2 * pi), radius * 0.62 * rng.random() ** 0.6
            with sheet.placed(x + r * cos(a), y + r * sin(a), radius * 0.05, rng.uniform(0, 180)):
                sheet.rect(
                    -1, -0.28, 2, 0.56, rng.choice(("#e4573d", "#2f8a8c", "#f2c14e", "#f6efe0", "#8a5aa0")), 0.28
                )
    else:
        for index in range(7):
            with sheet.placed(x, y, radius * 0.3, index * 51):
                sheet.path(leaf(1, 0.36), sheet.linear("#fff6ec", "#f0b7c0"))
        sheet.circle(x, y, radius * 0.08, "#f2b93e")


def cupcakes(rng: Random, width: int, height: int) -> Drawn:
    base = linen(rng, width, height, "#a9c3c6")
    shade, sheet = Sheet(width, height), Sheet(width, height)
    edge = width * 0.075
    for step in range(4):
        shade.rect(edge + step * 11, edge + step * 12, width - 2 * edge, height - 2 * edge, "#26383c", 60, opacity=0.28)
    sheet.rect(
        edge, edge, width - 2 * edge, height - 2 * edge, sheet.linear("#fbf3e6", "#efe2cf", "#dccbb4", end=(1, 1)), 56
    )
    sheet.rect(
        edge + 20,
        edge + 20,
        width - 2 * edge - 40,
        height - 2 * edge - 40,
        sheet.linear("#e3d3bd", "#f6ecdc", end=(1, 1)),
        42,
    )
    sheet.rect(edge + 26, edge + 26, width - 2 * edge - 52, height - 2 * edge - 52, "#f3e7d4", 38)
    papers = ("#d96f5a", "#e9c46a", "#6f9f96", "#f3e3cb", "#b5708a", "#e59a6f", "#5f8a9c", "#e7b7b0", "#d9a24a")
    creams = ("#fbe3dc", "#fdf3df", "#d9efe2", "#f29aa6", "#f8ead8", "#8a5a44", "#fdf6ea", "#f6d7b8", "#f3c9d4")
    toppings = (0, 1, 2, 3, 1, 2, 0, 3, 2)
    under = Sheet(width, height)
    for index in range(9):
        x, y = width * (0.235 + 0.265 * (index % 3)), height * (0.235 + 0.265 * (index // 3))
        for step in range(4):
            under.circle(x + step * 10, y + step * 11, width * 0.114, "#5a3a2c", opacity=0.24)
    cakes = Sheet(width, height)
    for index in range(9):
        x, y = width * (0.235 + 0.265 * (index % 3)), height * (0.235 + 0.265 * (index // 3))
        cupcake(cakes, rng, x, y, width * 0.118, papers[index], creams[index], toppings[index])
    return finish(lay(base, paint(shade, blur=16), sheet, paint(under, blur=9), cakes), rng, glow=0.12, corners=0.18)


PLATES = {
    "midsummer-cake": lambda rng: berry_cake(rng, 1200, 1600),
    "nine-for-the-class-party": lambda rng: cupcakes(rng, 1400, 1400),
}
