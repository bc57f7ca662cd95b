"""Lighthouses, sails and turbines, and the sea around them."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter, mix, ramp
from ..paint import Drawn, Image, finish, lay, mirrored, mottled, noise, paint
from ..shapes import blob, fog, ground, hills, sun
from ..svg import Point, Sheet, number, smooth


def swell(
    sheet: Sheet, rng: Random, horizon: float, stops: tuple[str, ...], glint: str, at: float, spread: float = 0.1
) -> None:
    """Sea below `horizon`, with light glittering below the sun at `at`."""
    width, height = sheet.width, sheet.height
    depth = height - horizon
    sheet.rect(0, horizon, width, depth, sheet.linear(*stops))
    for _ in range(420):
        share = rng.random() ** 1.6
        y = horizon + depth * share
        long = width * (0.01 + 0.06 * share) * rng.uniform(0.4, 1.3)
        tone = mix(ramp(stops, share), rng.choice(("#ffffff", "#04101e")), 0.16)
        sheet.ellipse(width * rng.random(), y, long, 0.8 + 3.2 * share, tone, opacity=0.4)
    for _ in range(300):
        share = rng.random() ** 1.3
        x = width * at + rng.gauss(0, width * (0.012 + spread * share))
        long = width * (0.006 + 0.03 * share) * rng.uniform(0.3, 1.2)
        sheet.ellipse(
            x,
            horizon + 2 + depth * share,
            long,
            0.8 + 2.6 * share,
            glint,
            opacity=rng.uniform(0.25, 0.85) * (1 - share * 0.55),
        )


def clouds(rng: Random, width: int, height: int, color: str, top: float, bottom: float, strength: float = 1.0) -> Image:
    """Long soft clouds between two rows."""
    band = Sheet(width, height)
    band.rect(0, top, width, bottom - top, band.linear((0, color, 0), (0.5, color, 1), (1, color, 0)))
    shape = noise(width, height, width / 5, rng, octaves=4, stretch=3.4)
    return mottled(paint(band, blur=20), (shape - 0.5) * 3.2 * strength)


def lighthouse(
    sheet: Sheet, x: float, foot: float, tall: float, colors: tuple[str, str], lamp: str, bands: int, night: float
) -> None:
    """A round tower with bands, a gallery and a lantern room."""
    low, high = tall * 0.115, tall * 0.072
    shade = "#141233"
    with sheet.placed(x, foot):
        for band in range(bands):
            a, b = band / bands, (band + 1) / bands
            wa, wb = low + (high - low) * a, low + (high - low) * b
            bow = tall * 0.012
            n = number
            d = (f"M{n(-wa)} {n(-tall * a)}L{n(-wb)} {n(-tall * b)}Q0 {n(-tall * b + bow)} {n(wb)} {n(-tall * b)}"
                 f"L{n(wa)} {n(-tall * a)}Q0 {n(-tall * a + bow)} {n(-wa)} {n(-tall * a)}Z")  # fmt: skip
            color = mix(colors[band % 2], shade, night * 0.45)
            sheet.path(
                d, sheet.linear(lighter(color, 0.1), color, mix(color, shade, 0.3), mix(color, shade, 0.62), end=(1, 0))
            )
        for y in (0.24, 0.52, 0.8):
            sheet.rect(
                -tall * 0.012, -tall * y, tall * 0.024, tall * 0.042, mix("#20202e", lamp, 0.7 * night), tall * 0.01
            )
        iron = mix("#24262f", shade, night * 0.5)
        sheet.rect(
            -high * 1.5, -tall * 1.016, high * 3, tall * 0.02, sheet.linear(lighter(iron, 0.2), iron, end=(1, 0)), 3
        )
        for post in range(-6, 7):
            sheet.line([(high * 0.24 * post, -tall * 1.016), (high * 0.24 * post, -tall * 1.058)], iron, tall * 0.003)
        sheet.line([(-high * 1.45, -tall * 1.056), (high * 1.45, -tall * 1.056)], iron, tall * 0.005)
        sheet.rect(
            -high * 0.75,
            -tall * 1.13,
            high * 1.5,
            tall * 0.115,
            sheet.linear(lighter(lamp, 0.55), lamp, lighter(lamp, 0.3), end=(1, 0)),
        )
        for mullion in (-0.75, -0.25, 0.25, 0.75):
            sheet.line([(high * mullion, -tall * 1.13), (high * mullion, -tall * 1.016)], iron, tall * 0.005)
        roof = mix(colors[0], shade, 0.35 + night * 0.25)
        sheet.path(f"M{-high:.1f} {-tall * 1.125:.1f}Q0 {-tall * 1.25:.1f} {high:.1f} {-tall * 1.125:.1f}Z",
                   sheet.linear(lighter(roof, 0.2), roof, darker(roof, 0.4), end=(1, 0)))  # fmt: skip
        sheet.line([(0, -tall * 1.18), (0, -tall * 1.235)], iron, tall * 0.006)


def rocks(sheet: Sheet, rng: Random, spots: tuple[tuple[float, float, float], ...], color: str, light: str) -> None:
    for x, y, size in spots:
        for _ in range(9):
            dx, dy = rng.uniform(-1, 1) * size * 1.5, rng.uniform(0, 0.5) * size
            tone = mix(color, light, rng.uniform(0, 0.22))
            d = blob(x + dx, y + dy, size * rng.uniform(0.35, 0.85), rng, 0.2, 7, 0.62)
            sheet.path(d, sheet.linear(mix(tone, light, 0.4), tone, darker(tone, 0.35), end=(0.45, 1)))


def gulls(sheet: Sheet, rng: Random, count: int, x: tuple[float, float], y: tuple[float, float], color: str) -> None:
    for _ in range(count):
        size = sheet.width * rng.uniform(0.006, 0.016)
        with sheet.placed(sheet.width * rng.uniform(*x), sheet.height * rng.uniform(*y), size, rng.uniform(-12, 12)):
            sheet.path("M-1 -0.25Q-0.5 -0.55 0 0Q0.5 -0.55 1 -0.25Q0.5 -0.32 0 0.14Q-0.5 -0.32 -1 -0.25Z", color)


def light_at_dusk(rng: Random, width: int, height: int) -> Drawn:
    horizon = height * 0.7
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#171c46", "#3b3a78", "#8c5c92", "#e9887f", "#fbc391", end=(0, 0.7)))
    scene = lay(
        paint(sheet),
        clouds(rng, width, height, "#ffb59b", height * 0.3, height * 0.68),
        clouds(rng, width, height, "#2b2a63", 0, height * 0.36, 0.8),
    )
    x, foot, tall = width * 0.6, height * 0.755, height * 0.42
    eye = (x, foot - tall * 1.07)
    beams = Sheet(width, height)
    left = beams.linear(
        (0, "#fff0b8", 0), (1, "#fff3c4", 0.75), start=(-width * 0.35, 0), end=(eye[0], 0), space="userSpaceOnUse"
    )
    right = beams.linear(
        (0, "#fff3c4", 0.75), (1, "#fff0b8", 0), start=(eye[0], 0), end=(width * 1.25, 0), space="userSpaceOnUse"
    )
    beams.polygon([eye, (-width * 0.4, eye[1] - height * 0.13), (-width * 0.4, eye[1] + height * 0.03)], left)
    beams.polygon([eye, (width * 1.3, eye[1] - height * 0.02), (width * 1.3, eye[1] + height * 0.09)], right)
    scene = lay(scene, paint(beams, blur=6))
    front = Sheet(width, height)
    swell(front, rng, horizon, ("#c97f86", "#6a5488", "#2c2f63", "#141a3e"), "#ffd2a8", 0.3)
    head = [(width * 0.16, height * 0.83), (width * 0.28, height * 0.795), (width * 0.44, height * 0.765), (width * 0.6, height * 0.75),
            (width * 0.8, height * 0.745), (width * 1.02, height * 0.72), (width * 1.02, height * 0.9), (width * 0.6, height * 0.88)]  # fmt: skip
    front.path(smooth(head, closed=True), front.linear("#3d3560", "#17163a"))
    rocks(front, rng, ((width * 0.2, height * 0.83, 46), (width * 0.36, height * 0.85, 62), (width * 0.56, height * 0.87, 76),
                       (width * 0.8, height * 0.88, 90), (width * 1.0, height * 0.87, 90)), "#1b1a3c", "#8d6a8c")  # fmt: skip
    cottage(front, width * 0.79, height * 0.752, height * 0.05, "#5a5178", "#2a2449", "#ffd98c")
    lighthouse(front, x, foot, tall, ("#d9524c", "#f3e9e2"), "#fff2bd", 5, 0.75)
    front.glow(*eye, width * 0.42, "#ffeeb0", 0.62)
    front.glow(*eye, width * 0.09, "#fffbe6", 0.95)
    for _ in range(22):
        fx, fy = width * rng.uniform(0.05, 0.95), height * rng.uniform(0.885, 0.935)
        front.ellipse(fx, fy, width * rng.uniform(0.02, 0.08), rng.uniform(2, 5), "#f0c5bd", opacity=0.28)
    return finish(lay(scene, front), rng, glow=0.3)


def cottage(sheet: Sheet, x: float, foot: float, size: float, wall: str, roof: str, window: str) -> None:
    sheet.rect(x - size, foot - size * 0.8, size * 2, size * 0.85, sheet.linear(wall, darker(wall, 0.25), end=(1, 0)))
    sheet.polygon([(x - size * 1.15, foot - size * 0.75), (x - size * 0.85, foot - size * 1.4), (x + size * 0.85, foot - size * 1.4),
                   (x + size * 1.15, foot - size * 0.75)], sheet.linear(lighter(roof, 0.1), roof))  # fmt: skip
    sheet.rect(x + size * 0.4, foot - size * 1.62, size * 0.26, size * 0.4, darker(roof, 0.2))
    for dx in (-0.62, 0.3):
        sheet.rect(x + size * dx, foot - size * 0.56, size * 0.34, size * 0.32, window)


def light_in_the_morning(rng: Random, width: int, height: int) -> Drawn:
    horizon = height * 0.64
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#4f9cc4", "#93c7d6", "#d3e6dd", "#f7ecd4", end=(0, 0.64)))
    scene = lay(paint(sheet), clouds(rng, width, height, "#ffffff", height * 0.1, height * 0.58, 1.15))
    front = Sheet(width, height)
    swell(front, rng, horizon, ("#b9d8d3", "#5fa5b4", "#2b7590", "#17506f"), "#fffdf0", 0.2, 0.14)
    for index, (base, color) in enumerate(((0.665, "#9fb8a4"), (0.7, "#7fa27f"), (0.78, "#5f8a63"))):
        line: list[Point] = [(width * (0.42 + index * 0.02), height * (base + 0.1)), (width * 0.55, height * (base + 0.02)),
                (width * 0.7, height * base), (width * 0.9, height * (base - 0.035)), (width * 1.05, height * (base - 0.03)),
                (width * 1.05, height * 1.1), (width * (0.5 - index * 0.06), height * 1.1)]  # fmt: skip
        front.path(smooth(line, closed=True), front.linear(lighter(color, 0.15), color, darker(color, 0.25)))
    rocks(
        front,
        rng,
        ((width * 0.43, height * 0.8, 40), (width * 0.45, height * 0.9, 66), (width * 0.4, height * 0.98, 92)),
        "#4a5560",
        "#e9dcc4",
    )
    lighthouse(front, width * 0.76, height * 0.69, height * 0.46, ("#f4efe4", "#f4efe4"), "#cfe7ea", 4, 0)
    cottage(front, width * 0.885, height * 0.685, height * 0.062, "#f6f0e2", "#b4553f", "#5c7a86")
    front.path(smooth([(width * 0.77, height * 0.69), (width * 0.73, height * 0.78), (width * 0.8, height * 0.87), (width * 0.74, height * 1.02)]),
               stroke="#e8d8b4", stroke_width=width * 0.016, stroke_linecap="round", opacity=0.9)  # fmt: skip
    for _ in range(260):
        y = height * rng.uniform(0.8, 1.02)
        x = width * rng.uniform(0.55, 1.02)
        if abs(x - width * 0.77) > width * 0.035:
            size = (y / height - 0.66) * 20
            front.line([(x, y), (x + rng.uniform(-4, 4), y - size * 2.4)], "#3f6b4a", 1.6, opacity=0.5)
            front.circle(
                x,
                y - size * 2.4,
                size * rng.uniform(0.4, 0.8),
                rng.choice(("#f4efe4", "#e68fa0", "#f2c14e", "#f4efe4")),
            )
    gulls(front, rng, 8, (0.1, 0.55), (0.16, 0.46), "#ffffff")
    return finish(lay(scene, front), rng)


def sailboat(sheet: Sheet, x: float, y: float, size: float, hull: str, sails: tuple[str, str]) -> None:
    with sheet.placed(x, y, size):
        sheet.path("M-0.02 -0.08L-0.02 -2.3L0.02 -2.3L0.02 -0.08Z", "#4a3328")
        sheet.path(
            "M0.06 -0.2L0.05 -2.25Q0.75 -1.1 0.95 -0.24Q0.5 -0.1 0.06 -0.2Z",
            sheet.linear(lighter(sails[0], 0.15), sails[0], darker(sails[0], 0.16), end=(1, 0.4)),
        )
        sheet.path(
            "M-0.06 -0.22L-0.05 -2.05Q-0.5 -1.1 -0.86 -0.26Q-0.4 -0.14 -0.06 -0.22Z",
            sheet.linear(sails[1], darker(sails[1], 0.22), end=(1, 0.3)),
        )
        sheet.path(
            "M-1 -0.12Q0 0.02 1.08 -0.18Q0.86 0.2 0.5 0.2L-0.62 0.2Q-0.9 0.12 -1 -0.12Z",
            sheet.linear(lighter(hull, 0.2), hull, darker(hull, 0.35)),
        )
        sheet.path("M-0.97 -0.06Q0 0.08 1.04 -0.12", stroke="#f8efe0", stroke_width=0.035)


def evening_sail(rng: Random, width: int, height: int) -> Drawn:
    horizon = round(height * 0.58)
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#3d5a8c", "#8c7fa6", "#e89b8c", "#fbc98a", "#fde3ae", end=(0, 0.58)))
    sun(sheet, width * 0.38, horizon - height * 0.085, width * 0.045, "#fff4d2", "#ffdf9c", 8)
    scene = lay(paint(sheet), clouds(rng, width, height, "#f7b7a0", height * 0.05, height * 0.46))
    land = Sheet(width, height)
    for base, tall, color in ((0.0, 0.05, "#b98a94"), (0.012, 0.03, "#8b6a86")):
        line = [
            (x, y + max(0, 0.75 - x / width) * height * 0.16)
            for x, y in hills(width, horizon - height * (0.06 - base), height * tall, rng)
        ]
        land.path(ground(line, width, horizon, True), color)
    fog(land, rng, horizon, height * 0.02, "#fbd3a8", 0.5)
    sailboat(land, width * 0.12, horizon, width * 0.017, "#6b4a5a", ("#f7dcc0", "#e6b8a2"))
    sailboat(land, width * 0.86, horizon, width * 0.024, "#5a4358", ("#fbe6cc", "#e9bda6"))
    sailboat(land, width * 0.25, horizon, width * 0.03, "#5a3f50", ("#c9655a", "#f6dcc0"))
    scene = mirrored(lay(scene, land), horizon, rng, ripple=height / 60, cell=height / 18, blur=2.5)
    front = Sheet(width, height)
    front.rect(0, horizon, width, height - horizon, front.linear((0, "#5a5680", 0.05), (1, "#1d2a52", 0.72)))
    for _ in range(190):
        share = rng.random() ** 1.3
        x = width * 0.38 + rng.gauss(0, width * (0.015 + 0.07 * share))
        front.ellipse(x, horizon + (height - horizon) * share, width * (0.004 + 0.022 * share) * rng.uniform(0.4, 1.2), 0.8 + 2.4 * share, "#fff1c4",
                      opacity=rng.uniform(0.3, 0.9))  # fmt: skip
    x, y, size = width * 0.63, height * 0.72, width * 0.1
    with front.group(transform=f"translate(0 {2 * y + size * 0.36:.0f}) scale(1 -1)", whole=0.34):
        sailboat(front, x, y, size, "#2c2440", ("#f2d0b4", "#d98f80"))
    for step in range(26):
        fy = y + size * (0.22 + 2.4 * step / 26)
        front.ellipse(
            x + rng.uniform(-0.5, 0.5) * size,
            fy,
            size * rng.uniform(0.3, 0.9),
            1.5 + step * 0.14,
            rng.choice(("#8d7396", "#e3a58f", "#4d4a78")),
            opacity=0.5,
        )
    sailboat(front, x, y, size, "#2c2440", ("#fff3de", "#f0b7a0"))
    gulls(front, rng, 5, (0.6, 0.9), (0.12, 0.3), "#fff4e6")
    return finish(lay(scene, front), rng, glow=0.26)


def turbines(rng: Random, width: int, height: int) -> Drawn:
    horizon = round(height * 0.66)
    sheet = Sheet(width, height)
    sheet.fill(sheet.linear("#8fb3cc", "#c3cfdb", "#f0d3cd", "#fbe4d0", end=(0, 0.66)))
    sun(sheet, width * 0.2, height * 0.46, width * 0.028, "#fffaf0", "#fff0dc", 11)
    scene = lay(paint(sheet), clouds(rng, width, height, "#ffffff", height * 0.05, height * 0.5, 0.8))
    row = Sheet(width, height)
    for index in range(9):
        share = index / 8
        x = width * (0.08 + 0.8 * share**1.5)
        tall = height * (0.1 + 0.4 * share**1.5)
        color = mix("#dfd9dc", "#fbfbf9", share)
        turbine(row, x, horizon, tall, color, mix("#c7c4cf", "#8c9bb0", share), rng.uniform(0, 120))
    fog(row, rng, horizon - height * 0.01, height * 0.05, "#fbe6dc", 0.7)
    scene = mirrored(lay(scene, row), horizon, rng, ripple=height / 55, cell=height / 16, blur=2)
    front = Sheet(width, height)
    front.rect(0, horizon, width, height - horizon, front.linear((0, "#a9b9cc", 0.1), (1, "#4b6f8f", 0.75)))
    sailboat(front, width * 0.3, height * 0.745, width * 0.026, "#d95f4b", ("#ffffff", "#eef0f2"))
    return finish(lay(scene, front), rng)


def turbine(sheet: Sheet, x: float, foot: float, tall: float, color: str, shade: str, turn: float) -> None:
    wide = tall * 0.016
    hub = foot - tall
    sheet.polygon(
        [(x - wide, foot), (x - wide * 0.5, hub), (x + wide * 0.5, hub), (x + wide, foot)],
        sheet.linear(color, color, shade, end=(1, 0)),
    )
    sheet.rect(x - wide * 1.5, foot - tall * 0.05, wide * 3, tall * 0.05, "#e9b44c")
    for blade in range(3):
        with sheet.placed(x, hub, tall * 0.46, turn + blade * 120):
            sheet.path(
                "M0 0C0.05 -0.06 0.055 -0.22 0.04 -0.4L0.008 -1L-0.006 -1L-0.018 -0.1Z",
                sheet.linear(shade, color, color, end=(1, 0)),
            )
    sheet.circle(x, hub, wide * 1.5, color)


PLATES = {
    "keeper-of-the-evening": lambda rng: light_at_dusk(rng, 1200, 1600),
    "white-light-on-the-headland": lambda rng: light_in_the_morning(rng, 1600, 1200),
    "last-tack-before-supper": lambda rng: evening_sail(rng, 1600, 1200),
    "nine-turbines-in-the-haze": lambda rng: turbines(rng, 2400, 1350),
}
