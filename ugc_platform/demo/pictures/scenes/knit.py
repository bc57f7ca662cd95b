"""Wool: color work, cables, mittens."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, Image, finish, lay, noise, paint, tint
from ..shapes import leaf
from ..svg import Sheet, number
from .surfaces import planks

# Charts as knitters draw them, one sign a stitch: "." ground, "a" and "b" and "c" yarns.
SNOWFLAKE = (
    "......a......", "..a..aaa..a..", ".aaa..a..aaa.", "..a.a.a.a.a..", ".....aaa.....", ".a..a.a.a..a.", "aaaaaa.aaaaaa",
    ".a..a.a.a..a.", ".....aaa.....", "..a.a.a.a.a..", ".aaa..a..aaa.", "..a..aaa..a..", "......a......",
)  # fmt: skip
DIAMONDS = ("...b...", "..bbb..", ".bb.bb.", "bb.c.bb", ".bb.bb.", "..bbb..", "...b...")
TEETH = ("b...", "bb.b", "bbbb")
DOTS = ("....", ".a..", "....", "...a")
HEARTS = (".c.c...", "ccccc..", "ccccc..", ".ccc...", "..c....", ".......")


def stitches(
    sheet: Sheet, chart: list[str], x: float, y: float, size: float, yarns: dict[str, str], rng: Random
) -> None:
    """Stockinette: each sign of the chart is one V of two slanted loops."""
    wide, tall = size, size * 0.86
    loops: dict[str, list[str]] = {}
    shine: list[str] = []
    n = number
    for row, line in enumerate(chart):
        for column, sign in enumerate(line):
            px, py = x + column * wide, y + row * tall
            jitter = rng.uniform(-0.03, 0.03) * size
            for side in (-1, 1):
                cx = px + wide / 2 + side * wide * 0.245 + jitter
                top, low = py - tall * 0.3, py + tall * 0.92
                lean = side * wide * 0.2
                d = (f"M{n(cx - lean * 0.9)} {n(low)}C{n(cx - lean - wide * 0.25)} {n(py + tall * 0.5)} {n(cx + lean - wide * 0.24)} {n(py + tall * 0.1)} {n(cx + lean)} {n(top)}"
                     f"C{n(cx + lean + wide * 0.24)} {n(py + tall * 0.1)} {n(cx - lean + wide * 0.25)} {n(py + tall * 0.5)} {n(cx - lean * 0.9)} {n(low)}Z")  # fmt: skip
                loops.setdefault(sign, []).append(d)
                shine.append(
                    f"M{n(cx - lean * 0.6 - wide * 0.05)} {n(py + tall * 0.6)}L{n(cx + lean * 0.6 - wide * 0.05)} {n(py + tall * 0.02)}"
                )
    for sign, parts in loops.items():
        color = yarns[sign]
        sheet.path("".join(parts), color, stroke=darker(color, 0.42), stroke_width=size * 0.055)
    sheet.path("".join(shine), stroke="#ffffff", stroke_width=size * 0.07, opacity=0.22, stroke_linecap="round")


def band(motif: tuple[str, ...], columns: int, shift: int = 0) -> list[str]:
    return [(line * (columns // len(line) + 2))[shift : shift + columns] for line in motif]


def plain(count: int, columns: int, sign: str = ".") -> list[str]:
    return [sign * columns for _ in range(count)]


def wool(image: Image, rng: Random, strength: float = 0.5) -> Image:
    """Fuzz, and the soft hills and valleys of a cloth that lies."""
    fuzz = noise(image.width, image.height, 10, rng, octaves=2)
    folds = noise(image.width, image.height, 420, rng, octaves=2)
    return lay(
        image,
        tint((fuzz - 0.5) * strength, "#1a1420"),
        tint((folds - 0.48) * 0.9, "#1a1420"),
        tint((0.5 - folds) * 0.5, "#fff6e4"),
    )


def fair_isle(rng: Random, width: int, height: int) -> Drawn:
    size = 26.0
    columns = int(width / size) + 2
    yarns = {".": "#2f4a5c", "a": "#f3e8d4", "b": "#d9704c", "c": "#e9b552", "g": "#f3e8d4", "h": "#7fa394"}
    ground = yarns["."]
    chart: list[str] = []
    chart += plain(2, columns) + band(TEETH, columns) + plain(1, columns, "b") + plain(1, columns, "c")
    chart += plain(1, columns) + band(SNOWFLAKE, columns, 6) + plain(1, columns)
    chart += (
        plain(1, columns, "c")
        + plain(1, columns, "b")
        + [line.replace(".", "h") for line in band(DIAMONDS, columns)]
        + plain(1, columns, "b")
        + plain(1, columns, "c")
    )
    chart += (
        plain(2, columns)
        + band(HEARTS, columns, 2)
        + plain(1, columns)
        + plain(1, columns, "g")
        + band(DOTS, columns) * 2
    )
    chart += plain(1, columns, "g") + band(TEETH[::-1], columns) + plain(2, columns) + band(SNOWFLAKE, columns, 6)
    sheet = Sheet(width, height)
    sheet.fill(darker(ground, 0.55))
    with sheet.group(transform=f"rotate(-4 {width / 2} {height / 2}) scale(1.08) translate(-50 -40)"):
        stitches(sheet, chart, -20, 0, size, yarns, rng)
    light = Sheet(width, height)
    light.fill(light.linear((0, "#fff0d4", 0.3), (0.45, "#fff0d4", 0), (1, "#140a1c", 0.45), end=(1, 1)))
    return finish(lay(wool(paint(sheet), rng), light), rng, glow=0.08, corners=0.2)


def rope(sheet: Sheet, x: float, height: float, wide: float, pitch: float, color: str, mirror: bool = False) -> None:
    """A cable of strands that cross over each other."""
    flip = -1 if mirror else 1
    count = int(height / pitch) + 3
    sheet.rect(
        x - wide * 0.62,
        -20,
        wide * 1.24,
        height + 40,
        sheet.linear(
            (0, "#2a1a1a", 0), (0.14, "#2a1a1a", 0.55), (0.86, "#2a1a1a", 0.55), (1, "#2a1a1a", 0), end=(1, 0)
        ),
    )
    for index in range(count, -2, -1):
        y = index * pitch
        with sheet.placed(x, y), sheet.group(transform=f"scale({flip} 1)"):
            d = (f"M{-wide * 0.52:.1f} {pitch * 0.72:.1f}C{-wide * 0.6:.1f} {pitch * 0.1:.1f} {wide * 0.02:.1f} {-pitch * 0.06:.1f} {wide * 0.16:.1f} {-pitch * 0.62:.1f}"
                 f"C{wide * 0.28:.1f} {-pitch * 0.86:.1f} {wide * 0.56:.1f} {-pitch * 0.8:.1f} {wide * 0.54:.1f} {-pitch * 0.4:.1f}"
                 f"C{wide * 0.56:.1f} {pitch * 0.3:.1f} {wide * 0.0:.1f} {pitch * 0.5:.1f} {-wide * 0.12:.1f} {pitch * 0.98:.1f}"
                 f"C{-wide * 0.26:.1f} {pitch * 1.2:.1f} {-wide * 0.5:.1f} {pitch * 1.12:.1f} {-wide * 0.52:.1f} {pitch * 0.72:.1f}Z")  # fmt: skip
            sheet.path(d, darker(color, 0.5), stroke=darker(color, 0.6), stroke_width=wide * 0.09, opacity=0.35)
            sheet.path(
                d,
                sheet.linear(darker(color, 0.28), lighter(color, 0.26), color, darker(color, 0.34), end=(1, 0.55)),
            )
            with sheet.group(clip_path=sheet.clip(d)):
                for strand in range(5):
                    off = (strand - 2) * wide * 0.15
                    sheet.path(f"M{-wide * 0.36 + off:.1f} {pitch * 1.1:.1f}C{-wide * 0.3 + off:.1f} {pitch * 0.3:.1f} {wide * 0.26 + off:.1f} {pitch * 0.2:.1f} {wide * 0.36 + off:.1f} {-pitch * 0.8:.1f}",
                               stroke=darker(color, 0.5), stroke_width=wide * 0.022, opacity=0.55)  # fmt: skip
                    ticks = []
                    for tick in range(12):
                        t = tick / 11
                        px = -wide * 0.36 + off + wide * 0.72 * (3 * t**2 - 2 * t**3) + wide * 0.07
                        py = pitch * 1.05 - pitch * 1.8 * t
                        ticks.append(
                            f"M{px - wide * 0.055:.1f} {py - pitch * 0.05:.1f}L{px:.1f} {py:.1f}L{px + wide * 0.055:.1f} {py - pitch * 0.07:.1f}"
                        )
                    sheet.path("".join(ticks), stroke=lighter(color, 0.5), stroke_width=wide * 0.02, opacity=0.5)


def cables(rng: Random, width: int, height: int) -> Drawn:
    color = "#ead9ba"
    sheet = Sheet(width, height)
    sheet.fill(darker(color, 0.45))
    size = 22.0
    columns, rows = int(width / size) + 3, int(height / (size * 0.86)) + 3
    seed_: list[str] = []
    bumps: list[str] = []
    for row in range(rows):
        for column in range(columns):
            x, y = column * size + (size / 2 if row % 2 else 0) - size, row * size * 0.86 - size
            jitter = rng.uniform(-1.4, 1.4)
            seed_.append(
                f"M{x - size * 0.44 + jitter:.1f} {y:.1f}a{size * 0.44:.1f} {size * 0.36:.1f} 0 1 0 {size * 0.88:.1f} 0a{size * 0.44:.1f} {size * 0.36:.1f} 0 1 0 {-size * 0.88:.1f} 0Z"
            )
            bumps.append(
                f"M{x - size * 0.24 + jitter:.1f} {y - size * 0.12:.1f}q{size * 0.24:.1f} {-size * 0.16:.1f} {size * 0.48:.1f} 0"
            )
    sheet.path("".join(seed_), darker(color, 0.07), stroke=darker(color, 0.42), stroke_width=2.4)
    sheet.path("".join(bumps), stroke=lighter(color, 0.5), stroke_width=3.4, opacity=0.6, stroke_linecap="round")
    for index, (at, wide, pitch) in enumerate(
        ((0.11, 130, 118), (0.34, 176, 150), (0.5, 90, 84), (0.66, 176, 150), (0.89, 130, 118))
    ):
        rope(sheet, width * at, height, wide, pitch, color, mirror=index > 2)
    for at in (0.215, 0.43, 0.57, 0.785):
        sheet.rect(
            width * at - 13, -10, 26, height + 20, sheet.linear("#8f7a5c", lighter(color, 0.2), "#7d6a50", end=(1, 0))
        )
        ticks = "".join(f"M{width * at - 11:.0f} {y}l11 9l11 -9" for y in range(0, height, 17))
        sheet.path(ticks, stroke=darker(color, 0.45), stroke_width=2.4, opacity=0.6)
    light = Sheet(width, height)
    light.fill(light.linear((0, "#fff4de", 0.28), (0.5, "#fff4de", 0), (1, "#2a1420", 0.42), end=(1, 0.9)))
    return finish(lay(wool(paint(sheet), rng, 0.4), light), rng, glow=0.1)


MITTEN = "M-1 2.35C-1.08 1.3 -1.12 0.2 -1.02 -0.9C-0.92 -1.9 -0.5 -2.42 0 -2.42C0.5 -2.42 0.92 -1.9 1.02 -0.9C1.12 0.2 1.08 1.3 1 2.35Z"
THUMB = "M0.84 1.1C1.0 0.6 1.18 -0.1 1.52 -0.44C1.78 -0.68 2.12 -0.5 2.08 -0.06C2.02 0.7 1.5 1.5 0.98 1.9Z"


def mitten(
    sheet: Sheet, rng: Random, x: float, y: float, size: float, turn: float, side: int, yarns: dict[str, str]
) -> None:
    with sheet.placed(x, y, size, turn):
        with sheet.group(transform=f"scale({side} 1)"):
            thumb_chart = [line.replace("a", ".") for line in plain(24, 16)]
            with sheet.group(clip_path=sheet.clip(THUMB)):
                sheet.rect(0, -3, 4, 7, darker(yarns["."], 0.4))
                with sheet.group(transform="rotate(22)"):
                    stitches(sheet, thumb_chart, 0.2, -1.6, 0.17, yarns, rng)
            sheet.path(THUMB, sheet.linear((0, "#000000", 0.0), (1, "#140a18", 0.45), end=(1, 0.6)))
            chart: list[str] = []
            columns = 15
            chart += plain(3, columns) + band(DOTS, columns)[:3] + plain(1, columns, "b") + plain(1, columns)
            chart += [f".{line}." for line in SNOWFLAKE] + plain(1, columns) + plain(1, columns, "b")
            chart += (
                band(TEETH[::-1], columns)
                + plain(1, columns, "c")
                + plain(1, columns)
                + band(DIAMONDS, columns, 3)
                + plain(2, columns, "b")
            )
            with sheet.group(clip_path=sheet.clip(MITTEN)):
                sheet.rect(-2, -3, 4, 6, darker(yarns["."], 0.4))
                stitches(sheet, chart, -1.11, -2.45, 0.1485, yarns, rng)
            sheet.path(
                MITTEN,
                sheet.linear(
                    (0, "#140a18", 0.4),
                    (0.16, "#140a18", 0.0),
                    (0.3, "#fff6e4", 0.16),
                    (0.6, "#140a18", 0),
                    (1, "#140a18", 0.52),
                    end=(1, 0.1),
                ),
            )
        cuff = yarns["a"]
        sheet.rect(
            -1.06,
            2.2,
            2.12,
            0.95,
            sheet.linear(darker(cuff, 0.28), lighter(cuff, 0.1), darker(cuff, 0.12), darker(cuff, 0.4), end=(1, 0)),
            0.12,
        )
        for rib in range(13):
            rx = -1.0 + rib * 0.163
            sheet.path(f"M{rx:.3f} 2.26V3.1", stroke=darker(cuff, 0.5), stroke_width=0.035, opacity=0.6)
            sheet.path(f"M{rx + 0.075:.3f} 2.26V3.1", stroke="#ffffff", stroke_width=0.03, opacity=0.45)
        sheet.rect(-1.07, 2.2, 2.14, 0.07, darker(cuff, 0.3), 0.03, opacity=0.7)


def mittens(rng: Random, width: int, height: int) -> Drawn:
    base = planks(rng, width, height, "#8d9aa0", 7)
    frost = Sheet(width, height)
    for _ in range(90):
        frost.glow(
            width * rng.random(),
            height * rng.choice((rng.uniform(0, 0.16), rng.uniform(0.86, 1))),
            width * rng.uniform(0.03, 0.13),
            "#ffffff",
            0.4,
        )
    shade, sheet = Sheet(width, height), Sheet(width, height)
    yarns = {".": "#a8323a", "a": "#f4ead8", "b": "#f4ead8", "c": "#e3a94a"}
    pairs = ((0.33, 0.47, -11, -1), (0.67, 0.53, 10, 1))
    size = width * 0.128
    for x, y, turn, side in pairs:
        for step in range(3):
            with (
                shade.placed(width * x + 12 + step * 12, height * y + 16 + step * 12, size, turn),
                shade.group(transform=f"scale({side} 1)"),
            ):
                for d in (MITTEN, THUMB, "M-1 2.2H1V3.1H-1Z"):
                    shade.path(d, "#12181e", opacity=0.34)
    for x, y, turn, side in pairs:
        mitten(sheet, rng, width * x, height * y, size, turn, side, yarns)
    for x, y, turn in ((0.1, 0.11, 128), (0.9, 0.9, -52), (0.84, 0.95, -20)):
        with sheet.placed(width * x, height * y, width * 0.3, turn):
            sheet.path("M0 0Q0.04 -0.5 0 -1", stroke="#4a3a2a", stroke_width=0.022)
            for needle in range(46):
                share = needle / 46
                for hand in (-1, 1):
                    tone = rng.choice(("#3f6b52", "#568564", "#2f5544"))
                    with sheet.placed(
                        0.03 * (1 - (2 * share - 1) ** 2), -share, 0.2 * (1 - share * 0.4), hand * rng.uniform(40, 66)
                    ):
                        sheet.path(leaf(1, 0.07), tone)
    for x, y, r in (
        (0.15, 0.16, 0.017),
        (0.19, 0.13, 0.015),
        (0.88, 0.845, 0.018),
        (0.845, 0.865, 0.014),
        (0.9, 0.88, 0.015),
    ):
        sheet.circle(
            width * x,
            height * y,
            width * r,
            sheet.radial((0, "#ff9a86"), (0.4, "#cf3638"), (1, "#6a0f1c"), center=(0.35, 0.3), radius=0.75),
        )
    return finish(lay(base, paint(frost), paint(shade, blur=9), sheet), rng, glow=0.12)


PLATES = {
    "first-fair-isle": lambda rng: fair_isle(rng, 1400, 1400),
    "grandfathers-cables": lambda rng: cables(rng, 1600, 1200),
    "a-pair-of-red-mittens": lambda rng: mittens(rng, 1200, 1600),
}
