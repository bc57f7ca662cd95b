"""Nights worth staying up for."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from ..colors import lighter, mix
from ..paint import Drawn, Image, finish, lay, mirrored, mottled, noise, paint, shine
from ..shapes import ground, height_at, hills, pine, ridge, stars
from ..svg import Sheet, number


def galaxy(rng: Random, width: int, height: int, cold: str, warm: str, lean: float) -> Image:
    """The band of the Milky Way, with its dark lanes."""
    band = Sheet(width, height)
    count = 46
    for index in range(count):
        share = index / (count - 1)
        x = width * (0.5 + lean * (share - 0.45)) + rng.gauss(0, width * 0.03)
        y = height * (-0.05 + 0.95 * share)
        color = mix(cold, warm, max(0.0, min(1.0, share * 1.15 + rng.uniform(-0.2, 0.1))))
        band.glow(x, y, width * rng.uniform(0.16, 0.3), color, 0.16)
        band.glow(x + rng.gauss(0, width * 0.02), y, width * rng.uniform(0.06, 0.12), lighter(color, 0.45), 0.22)
    lanes = noise(width, height, width / 4, rng, octaves=4)
    return mottled(paint(band), (lanes - 0.22) * 2.7)


def milky_way(rng: Random, width: int, height: int) -> Drawn:
    sky = Sheet(width, height)
    sky.fill(sky.linear("#070b1f", "#101c40", "#26365f", "#5d5a78", "#c98f73"))
    points = Sheet(width, height)
    stars(points, rng, 900, height * 0.86)
    for _ in range(1100):
        share = rng.random()
        x = width * (0.5 - 0.62 * (share - 0.45)) + rng.gauss(0, width * 0.09)
        points.circle(
            x,
            height * 0.85 * share,
            rng.uniform(0.5, 1.2),
            "#fff6ea",
            opacity=rng.uniform(0.15, 0.7) * (1 - 0.75 * share),
        )
    scene = lay(paint(sky), galaxy(rng, width, height, "#7f9be0", "#f0a98a", -0.62), points)
    land = Sheet(width, height)
    for base, tall, color in ((0.8, 0.1, "#3d3d5c"), (0.86, 0.09, "#23284a")):
        line = ridge(width, height * base, height * tall, rng)
        land.path(ground(line, width, height), land.linear(color, mix(color, "#c98f73", 0.18)))
    line = hills(width, height * 0.9, height * 0.02, rng)
    land.path(ground(line, width, height, True), land.linear("#11162e", "#070a17"))
    tent(land, width * 0.36, height * 0.915, width * 0.13)
    for x, tall in ((0.03, 0.2), (0.1, 0.14), (0.88, 0.24), (0.95, 0.3), (0.8, 0.12), (1.0, 0.2)):
        land.path(pine(width * x, height_at(line, width * x) + 20, height * tall, rng, 0.17), "#060916")
    return finish(lay(scene, land), rng, glow=0.35)


def tent(sheet: Sheet, x: float, foot: float, size: float) -> None:
    """A ridge tent lit from inside."""
    with sheet.placed(x, foot, size):
        sheet.glow(0, -0.1, 2.6, "#ff9d45", 0.5, 0.62)
        sheet.ellipse(0, 0.06, 1.5, 0.12, "#ffb765", opacity=0.25)
        cloth = sheet.radial(
            (0, "#fff0b8"), (0.4, "#ffc262"), (0.8, "#e9803a"), (1, "#b9532c"), center=(0.42, 0.85), radius=0.85
        )
        sheet.path("M-1 0.04Q-0.5 -0.4 -0.12 -0.86Q0.3 -0.84 0.62 -0.76Q0.85 -0.3 1.1 0.0Z", cloth)
        sheet.path(
            "M-0.12 -0.86Q0.3 -0.84 0.62 -0.76Q0.85 -0.3 1.1 0L0.3 0.04Q0.16 -0.4 -0.12 -0.86Z", "#8f3a24", opacity=0.42
        )
        sheet.path("M-0.36 0.04Q-0.2 -0.45 -0.12 -0.8Q0.0 -0.4 -0.02 0.04Z", "#fff7d6", opacity=0.7)
        sheet.path("M-0.12 -0.86L-1.5 0.08M0.62 -0.76L1.6 0.06", stroke="#2a2033", stroke_width=0.014)


def star_trails(rng: Random, width: int, height: int) -> Drawn:
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#0a1236", "#1a2b63", "#45548f", "#b98aa0", "#f2b48f"))
    px, py = width * 0.56, height * 0.4
    for _ in range(340):
        reach = width * (0.012 + 0.85 * rng.random() ** 0.8)
        start, sweep = rng.uniform(0, 2 * pi), rng.uniform(0.5, 0.75)
        n = number
        a, b = (
            (px + reach * cos(start), py + reach * sin(start)),
            (px + reach * cos(start + sweep), py + reach * sin(start + sweep)),
        )
        color = rng.choice(("#ffffff", "#cfe0ff", "#ffe3c2", "#bcd0ff", "#fff3dd"))
        low = max(0.0, (a[1] + b[1]) / 2 / height)
        sheet.path(f"M{n(a[0])} {n(a[1])}A{n(reach)} {n(reach)} 0 0 1 {n(b[0])} {n(b[1])}", stroke=color, stroke_linecap="round",
                   stroke_width=rng.choice((0.9, 1.2, 1.2, 1.8, 2.6)), opacity=max(0.05, rng.uniform(0.3, 0.95) * (1 - low * 1.05)))  # fmt: skip
    sheet.circle(px, py, 2.2, "#ffffff")
    line = ridge(width, height * 0.76, height * 0.1, rng)
    sheet.path(ground(line, width, height), sheet.linear("#4a3d68", "#7a5a78", end=(0, 0.5)))
    near = hills(width, height * 0.85, height * 0.03, rng)
    sheet.path(ground(near, width, height, True), sheet.linear("#1b1a3a", "#0a0a1c"))
    x, foot, s = width * 0.52, height * 0.86, width * 0.075
    sheet.glow(x, foot, s * 3.4, "#ffae5a", 0.42, 0.5)
    sheet.rect(x - s, foot - s * 0.9, s * 2, s * 0.95, sheet.linear("#3a2734", "#23182a"))
    sheet.polygon(
        [(x - s * 1.2, foot - s * 0.8), (x - s * 0.0, foot - s * 1.75), (x + s * 1.2, foot - s * 0.8)], "#15101f"
    )
    sheet.rect(x + s * 0.45, foot - s * 1.72, s * 0.22, s * 0.6, "#15101f")
    for dx in (-0.66, 0.2):
        sheet.rect(x + s * dx, foot - s * 0.62, s * 0.46, s * 0.4, sheet.radial("#fff3c2", "#ffbf5e", radius=0.7))
        sheet.line(
            [(x + s * (dx + 0.23), foot - s * 0.62), (x + s * (dx + 0.23), foot - s * 0.22)], "#3a2734", s * 0.04
        )
    for at in (0.06, 0.13, 0.2, 0.8, 0.88, 0.95):
        sheet.path(
            pine(width * at, height_at(near, width * at) + 12, height * rng.uniform(0.12, 0.24), rng, 0.18), "#0c0b1d"
        )
    return finish(paint(sheet), rng, glow=0.3)


def aurora(rng: Random, width: int, height: int) -> Drawn:
    sky = Sheet(width, height)
    sky.fill(sky.linear("#050b20", "#0b2340", "#15465a", "#2c6a66", end=(0, 0.62)))
    stars(sky, rng, 420, height * 0.6)
    veil = Sheet(width, height)
    for curtain, (bottom, tall, strength) in enumerate(((0.26, 0.26, 0.7), (0.42, 0.4, 1.0), (0.5, 0.24, 0.55))):
        phase = rng.uniform(0, 6)
        for index in range(150):
            share = index / 149
            fold = sin(share * 7 + phase) * 0.6 + sin(share * 15 + phase * 2) * 0.3
            x = width * (share * 1.1 - 0.05) + fold * width * 0.05
            low = height * (bottom + 0.09 * sin(share * 5 + phase * 1.3 + curtain))
            reach = height * tall * (0.6 + 0.4 * sin(share * 23 + phase)) * rng.uniform(0.75, 1.1)
            power = strength * (0.35 + 0.65 * abs(sin(share * 9 + phase))) * rng.uniform(0.5, 1)
            fill = veil.linear(
                (0, "#b06be0", 0),
                (0.35, "#7a7fe0", 0.25),
                (0.72, "#4fe0b0", 0.7),
                (0.94, "#b8ffd2", 1),
                (1, "#7dffc0", 0),
            )
            veil.rect(x, low - reach, width * 0.011, reach, fill, opacity=round(min(1.0, power), 3))
    scene = shine(paint(sky), paint(veil, blur=6))
    horizon = round(height * 0.64)
    land = Sheet(width, height)
    for summits, color, snow in (
        (((0.3, 0.2), (0.62, 0.26), (0.85, 0.18), (1.02, 0.22), (0.05, 0.13)), "#28506c", "#9fd4cf"),
        (((0.47, 0.13), (0.76, 0.19), (0.96, 0.12), (-0.02, 0.2)), "#122b47", "#7db4b8"),
    ):
        for at, tall in summits:
            x, y = width * at, horizon - height * tall
            jag = [rng.uniform(0.85, 1.15) for _ in range(8)]
            reach = height * tall * 1.25
            left = [(x - reach * share * jag[i], y + height * tall * share * (1.0 if i % 2 else 0.86))
                    for i, share in enumerate((0.14, 0.34, 0.6, 1.05))]  # fmt: skip
            right = [(x + reach * share * jag[i + 4], y + height * tall * share * (0.86 if i % 2 else 1.0))
                     for i, share in enumerate((0.12, 0.32, 0.62, 1.05))]  # fmt: skip
            land.polygon([(x, y), *right, (x + reach, horizon + 4), (x - reach, horizon + 4), *left[::-1]],
                         land.linear((0, color), (1, mix(color, "#0a1c30", 0.6))))  # fmt: skip
            land.polygon([(x, y), (x + reach * 0.04, y + height * tall * 0.3), (x - reach * 0.05, y + height * tall * 0.5),
                          (x - reach * 0.02, y + height * tall * 0.74), (x - reach * 0.3, y + height * tall * 0.5),
                          left[1], left[0]], land.linear((0, snow, 0.95), (1, snow, 0.12)))  # fmt: skip
            land.polygon([(x, y), right[0], right[1], (x + reach * 0.2, y + height * tall * 0.5), (x + reach * 0.04, y + height * tall * 0.3)],
                         land.linear((0, snow, 0.4), (1, snow, 0.05)))  # fmt: skip
    scene = mirrored(lay(scene, land), horizon, rng, ripple=height / 90, cell=height / 22, blur=3)
    front = Sheet(width, height)
    front.rect(0, horizon, width, height - horizon, front.linear((0, "#061425", 0.25), (1, "#030a16", 0.85)))
    x, foot, size = width * 0.22, horizon + 6, height * 0.055
    for dx, wide in ((0, 1.0), (1.7, 0.8), (3.0, 0.9)):
        red = front.linear("#b23a30", "#7a2228")
        front.rect(x + dx * size, foot - size, size * wide, size, red)
        front.polygon([(x + (dx - 0.1) * size, foot - size * 0.95), (x + (dx + wide / 2) * size, foot - size * 1.45),
                       (x + (dx + wide + 0.1) * size, foot - size * 0.95)], "#cfe3e3")  # fmt: skip
        front.rect(x + (dx + 0.16) * size, foot - size * 0.7, size * 0.22, size * 0.26, "#ffd98a")
        front.rect(x + (dx + wide - 0.36) * size, foot - size * 0.7, size * 0.22, size * 0.26, "#ffc766")
        front.glow(x + (dx + wide / 2) * size, foot + size * 1.1, size * 1.3, "#ff9a4d", 0.34, 0.9)
        for leg in (0.1, wide - 0.1):
            front.line([(x + (dx + leg) * size, foot), (x + (dx + leg) * size, foot + size * 0.3)], "#160f18", 3)
    front.path(
        ground(
            [(0, foot + size * 0.28), (width * 0.19, foot - 2), (width * 0.2, foot + size * 0.2)],
            width * 0.2,
            foot + size * 0.28,
        ),
        "#081625",
    )
    return finish(lay(scene, front), rng, glow=0.3)


PLATES = {
    "one-night-under-the-milky-way": lambda rng: milky_way(rng, 1200, 1600),
    "four-hours-of-stars": lambda rng: star_trails(rng, 1400, 1400),
    "green-night-in-lofoten": lambda rng: aurora(rng, 1600, 1200),
}
