"""Lakes that mirror peaks, and misty ridges."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..colors import darker, mix
from ..paint import Drawn, finish, lay, mirrored, paint
from ..shapes import blob, fog, ground, height_at, hills, pine, ridge, stars, sun
from ..svg import Point, Sheet, straight


@dataclass(frozen=True)
class Mood:
    sky: tuple[str, ...]
    far: str
    near: str
    lit: str
    snow: str
    trees: str
    water: str
    mist: str
    sun: str
    sun_at: Point = (0.7, 0.3)
    starry: bool = False


DAWN = Mood(
    sky=("#5b6fa3", "#a58fb5", "#f0b7a6", "#fbdcbf"),
    far="#9a93b8", near="#4f5480", lit="#f3b49c", snow="#ffe3d2", trees="#27304f",
    water="#3d4a78", mist="#f6cdbb", sun="#fff3dc", sun_at=(0.6, 0.3),
)  # fmt: skip


OCTOBER = Mood(
    sky=("#3f8a9c", "#8cc0bd", "#dfe6cf", "#f4e6c4"),
    far="#7fa3a8", near="#36606b", lit="#d9c79b", snow="#f8f4e6", trees="#21444a",
    water="#1f5560", mist="#e3e8d4", sun="#fffbe6", sun_at=(0.84, 0.1),
)  # fmt: skip


BLUE_HOUR = Mood(
    sky=("#0f1c40", "#1f3b6e", "#4f77a5", "#c9b7b4"),
    far="#5d7fa8", near="#1b3158", lit="#8fa9c8", snow="#c8d9ea", trees="#0c1a33",
    water="#10264c", mist="#8fb0cc", sun="#fdf3d8", sun_at=(0.78, 0.16), starry=True,
)  # fmt: skip


def peak(sheet: Sheet, rng: Random, top: Point, reach: float, foot: float, shade: str, mood: Mood, haze: float) -> None:
    """A mountain of two sides, lit from the left, with snow that runs down its gullies."""
    x, y = top
    tall = foot - y
    left = [(x - reach * share + rng.uniform(-0.02, 0.02) * reach, y + tall * share**0.94
             + rng.uniform(-0.03, 0.02) * tall) for share in (0.13, 0.28, 0.42, 0.6, 0.8)]  # fmt: skip
    right = [(x + reach * share + rng.uniform(-0.02, 0.02) * reach, y + tall * share**0.9
              + rng.uniform(-0.03, 0.02) * tall) for share in (0.1, 0.25, 0.4, 0.62, 0.82)]  # fmt: skip
    spine = [(x + reach * rng.uniform(-0.06, 0.14) * (0.4 + share), y + tall * share)
             for share in (0.12, 0.24, 0.37, 0.52, 0.7, 1)]  # fmt: skip
    whole = [top, *right, (x + reach, foot), (x - reach, foot), *left[::-1]]
    dark = mix(shade, mood.mist, haze)
    lit = mix(mix(shade, mood.lit, 0.62), mood.mist, haze * 0.8)
    sheet.polygon(whole, sheet.linear(dark, mix(dark, mood.mist, 0.25)))
    sheet.polygon([top, *spine, (x - reach, foot), *left[::-1]], sheet.linear(lit, mix(lit, mood.mist, 0.35)))
    for _ in range(7):
        share = rng.uniform(0.2, 0.75)
        a = (x - reach * share * rng.uniform(0.1, 0.85), y + tall * share)
        rib = [a, (a[0] + reach * 0.05, a[1] + tall * 0.07), (a[0] - reach * 0.02, a[1] + tall * 0.2)]
        sheet.polygon(rib, dark, opacity=0.3)
    for _ in range(4):
        share, along = rng.uniform(0.18, 0.5), rng.uniform(0.15, 0.7)
        a = (x - reach * share * along, y + tall * share)
        sheet.polygon([a, (a[0] + reach * 0.1, foot), (a[0] - reach * 0.12, foot), (a[0] - reach * 0.03, a[1] + tall * 0.2)],
                      sheet.linear((0, dark, 0.3), (1, dark, 0.05)))  # fmt: skip
        b = (x + reach * share * along, y + tall * share * 1.1)
        sheet.polygon([b, (b[0] + reach * 0.02, foot), (b[0] - reach * 0.16, foot), (b[0] - reach * 0.05, b[1] + tall * 0.14)],
                      sheet.linear((0, lit, 0.34), (1, lit, 0.04)))  # fmt: skip
    cap = 0.34
    edge_left, edge_right = [], []
    for step in range(5):
        share = cap * (1 - step / 5.5) * rng.uniform(0.72, 1.12)
        side = 1 - step / 5
        edge_left.append((x - reach * cap * side * 0.98, y + tall * share))
        edge_right.append((x + reach * cap * side * 0.95, y + tall * share))
    white = mix(mood.snow, mood.mist, haze * 0.5)
    with sheet.group(clip_path=sheet.clip(straight(whole))):
        snow_right = [top, *right[:2], *edge_right, (x, y + tall * 0.16)]
        sheet.polygon([top, (x + reach * cap, y + tall * 0.2), *edge_right], mix(dark, white, 0.42))
        sheet.polygon([(x + reach, y - 9), *snow_right], "none")
        sheet.polygon([top, spine[0], spine[1], *edge_left[::-1][:5], (x - reach * cap, y)], white)


def forest(sheet: Sheet, rng: Random, line: list[Point], tall: float, step: float, color: str, **more: object) -> None:
    """A row of conifers along a skyline, grouped as they grow: some tight, some apart."""
    trees, x = [], -20.0
    while x < sheet.width + 20:
        size = tall * rng.uniform(0.45, 1) * (1.15 if rng.random() < 0.15 else 1)
        trees.append(
            pine(
                x, height_at(line, max(0.0, min(sheet.width, x))) + 6 + size * 0.05, size, rng, rng.uniform(0.15, 0.21)
            )
        )
        x += step * rng.choice((0.5, 0.7, 1, 1.3, 2.2))
    sheet.path("".join(trees), color, **more)


def lake(rng: Random, width: int, height: int, mood: Mood, larches: bool = False, hut: bool = False) -> Drawn:
    horizon = round(height * 0.56)
    back = Sheet(width, height)
    back.fill(back.linear(*mood.sky, end=(0, horizon / height)))
    if mood.starry:
        stars(back, rng, 260, horizon * 0.8)
        sun(back, width * mood.sun_at[0], height * mood.sun_at[1], width * 0.016, mood.sun, mood.mist, 6)
    else:
        sun(back, width * mood.sun_at[0], height * mood.sun_at[1], width * 0.022, mood.sun, mood.sun, 11)
    for row, (haze, tall, count) in enumerate(((0.62, 0.33, 5), (0.34, 0.41, 3))):
        for index in range(count):
            x = width * ((index + 0.5 + row * 0.23) / count + rng.uniform(-0.05, 0.05))
            top = (x, horizon - height * tall * rng.uniform(0.72, 1.08))
            shade = mix(mood.far, mood.near, row * 0.7)
            peak(
                back,
                rng,
                top,
                width * rng.uniform(0.26, 0.34) / (1.15 if row == 0 else 0.9),
                horizon,
                shade,
                mood,
                haze,
            )
    fog(back, rng, horizon - height * 0.05, height * 0.1, mood.mist, 0.8)
    shore = back
    far_line = hills(width, horizon - height * 0.028, height * 0.025, rng)
    forest(shore, rng, far_line, height * 0.055, width / 150, mix(mood.trees, mood.mist, 0.42))
    shore.path(ground(far_line, width, horizon, True), mix(mood.trees, mood.mist, 0.42))
    line = [(x, y + (abs(x / width - 0.52) ** 1.4) * -height * 0.13) for x, y in hills(width, horizon - 6, 10, rng)]
    forest(shore, rng, line, height * 0.1, width / 95, mood.trees)
    shore.path(ground(line, width, horizon, True), mood.trees)
    if larches:
        for _ in range(46):
            x = width * rng.choice((rng.uniform(-0.02, 0.36), rng.uniform(0.7, 1.02)))
            color = rng.choice(("#e0a030", "#d8842a", "#eec04e", "#b9642a"))
            foot = height_at(line, max(0.0, min(width, x))) + 6
            shore.path(pine(x, foot, height * rng.uniform(0.035, 0.085), rng, 0.24), color)
    if hut:
        boathouse(shore, width * 0.64, horizon, height * 0.042)
    scene = mirrored(paint(back), horizon, rng, ripple=height / 120, cell=height / 26, blur=height / 700)
    front = Sheet(width, height)
    front.rect(0, horizon, width, height - horizon,
               front.linear((0, mood.water, 0.12), (0.5, mood.water, 0.3), (1, darker(mood.water, 0.35), 0.88)))  # fmt: skip
    front.rect(0, horizon - 1, width, 3, mood.mist, opacity=0.3)
    stones(front, rng, mood)
    return finish(lay(scene, front), rng)


def boathouse(sheet: Sheet, x: float, foot: float, size: float) -> None:
    sheet.circle(x, foot - size * 0.4, size * 2.6, sheet.radial((0, "#ffb45e", 0.4), (1, "#ffb45e", 0)))
    sheet.rect(x - size * 0.7, foot - size * 0.62, size * 1.4, size * 0.62, "#9c2f2b")
    sheet.polygon([(x - size * 0.82, foot - size * 0.58), (x - size * 0.55, foot - size * 1.08),
                   (x + size * 0.55, foot - size * 1.08), (x + size * 0.82, foot - size * 0.58)], "#2b2433")  # fmt: skip
    for offset in (-0.42, 0.12):
        sheet.rect(x + size * offset, foot - size * 0.46, size * 0.28, size * 0.26, "#ffd98a")


def stones(sheet: Sheet, rng: Random, mood: Mood) -> None:
    """Pebbles at the near edge of the water."""
    width, height = sheet.width, sheet.height
    base = darker(mood.trees, 0.45)
    for _ in range(34):
        x = width * rng.random()
        y = height * (1.0 + rng.uniform(-0.045, 0.03)) + abs(x / width - 0.2) * height * 0.05
        size = width * rng.uniform(0.012, 0.045)
        tone = mix(base, mood.water, rng.uniform(0, 0.35))
        fill = sheet.linear(mix(tone, mood.mist, 0.28), tone, darker(tone, 0.4))
        sheet.path(blob(x, y, size, rng, 0.1, 8, 0.5), fill)


def ridges(
    rng: Random, width: int, height: int, sky: tuple[str, ...], land: tuple[str, str], haze: str,
    sun_at: Point, disc: str, count: int = 7, top: float = 0.36,
    horizon: float = 1, steep: float = 1.0,
) -> Drawn:  # fmt: skip
    """Range behind range, each paler than the one before it."""
    back = Sheet(width, height)
    back.fill(back.linear(*sky, end=(0, horizon)))
    sun(back, width * sun_at[0], height * sun_at[1], height * 0.042, disc, disc, 9)
    sheet = back
    for index in range(count):
        share = index / (count - 1)
        base = height * (top + (0.98 - top) * share**1.15)
        color = mix(land[0], land[1], share**0.9)
        line = ridge(width, base, height * (0.13 * steep - (0.13 * steep - 0.1) * share), rng, 0.5, 8)
        foot = mix(color, haze, 0.55 * (1 - share * 0.7))
        sheet.path(ground(line, width, height),
                   sheet.linear(color, foot, start=(0, base - height * 0.1), end=(0, base + height * 0.2),
                                space="userSpaceOnUse"))  # fmt: skip
        if share > 0.45:
            forest(
                sheet,
                rng,
                line,
                height * 0.02 + height * 0.12 * (share - 0.4),
                6 + 22 * (share - 0.4) * width / 1600,
                color,
            )
        if share < 0.95:
            fog(sheet, rng, base + height * 0.1, height * 0.075, haze, 0.6 * (1 - share * 0.5))
    if width > height:
        birds = sheet
        for _ in range(7):
            x, y = width * rng.uniform(0.18, 0.34), height * rng.uniform(0.12, 0.22)
            size = height * rng.uniform(0.008, 0.014)
            birds.curve([(x - size * 2, y - size), (x - size, y - size * 0.9), (x, y), (x + size, y - size * 1.2),
                         (x + size * 2, y - size)], land[1], 2.2, opacity=0.75)  # fmt: skip
    return finish(paint(sheet), rng)


PLATES = {
    "first-light-on-the-lake": lambda rng: lake(rng, 2400, 1600, DAWN),
    "tarn-in-october": lambda rng: lake(rng, 1200, 1600, OCTOBER, larches=True),
    "boathouse-at-blue-hour": lambda rng: lake(rng, 1600, 1200, BLUE_HOUR, hut=True),
    "ridges-after-rain": lambda rng: ridges(
        rng,
        1600,
        1200,
        ("#a9c4cc", "#d7e2da", "#f2ead2"),
        ("#a8c3bf", "#163f45"),
        "#eef0e2",
        (0.72, 0.2),
        "#fffbe8",
        steep=1.5,
    ),
    "seven-ridges-at-dusk": lambda rng: ridges(
        rng,
        2400,
        1350,
        ("#3d3a72", "#8f5b8c", "#ec8a72", "#fbc98a"),
        ("#d98a86", "#1f1838"),
        "#f7b98d",
        (0.63, 0.33),
        "#fff0c8",
        top=0.43,
        horizon=0.5,
        steep=1.7,
    ),
}
