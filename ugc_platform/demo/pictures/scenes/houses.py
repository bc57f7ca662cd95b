"""House fronts at any hour."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..colors import darker, lighter, mix
from ..svg import Sheet, number

PAINTS = ("#d9a441", "#b5483c", "#e7d9bd", "#5f8a9a", "#c97b52", "#8aa07a", "#e2b7a0", "#3f6474", "#d8c25e", "#a8543f")


@dataclass(frozen=True)
class Hour:
    """What the time of day does to a front: how dark it is, and how many windows are lit."""

    night: float
    lit: float
    frame: str
    roof: tuple[str, ...]
    snow: bool = False


NOON = Hour(0.0, 0.0, "#fbf6ea", ("#9c4a38", "#7f3f36", "#5d4a4a", "#a65a3f"))


WINTER_EVENING = Hour(0.62, 0.6, "#d9dbe6", ("#dfe6f2", "#d2dcec", "#e8edf6"), snow=True)


LAMP = ("#ffd27a", "#ffbd5e", "#ffe3a1")


def house(sheet: Sheet, rng: Random, x: float, foot: float, wide: float, tall: float, color: str, hour: Hour) -> None:
    """One narrow front: door or shop below, rows of windows, a gable or an eaves roof."""
    wall = mix(color, "#1d2247", hour.night)
    roof = mix(rng.choice(hour.roof), "#1d2247", hour.night * (0.45 if hour.snow else 0.8))
    top = foot - tall
    gable = rng.random() < 0.5
    rise = wide * rng.uniform(0.5, 0.72) if gable else wide * rng.uniform(0.28, 0.4)
    n = number
    chimney = x + wide * rng.choice((0.2, 0.72))
    sheet.rect(chimney, top - rise * 1.02, wide * 0.1, rise * 0.8, mix("#8a4a3a", "#1d2247", hour.night))
    if hour.snow:
        sheet.rect(chimney - 2, top - rise * 1.08, wide * 0.1 + 4, rise * 0.09, roof, 3)
    if gable:
        sheet.polygon(
            [(x, top + 1), (x + wide / 2, top - rise), (x + wide, top + 1)], sheet.linear(lighter(wall, 0.1), wall)
        )
        sheet.path(f"M{n(x - wide * 0.03)} {n(top + 4)}L{n(x + wide / 2)} {n(top - rise)}L{n(x + wide * 1.03)} {n(top + 4)}",
                   stroke=roof, stroke_width=wide * (0.09 if hour.snow else 0.055), stroke_linejoin="round")  # fmt: skip
    else:
        sheet.polygon([(x - wide * 0.02, top + 2), (x + wide * 0.07, top - rise), (x + wide * 0.93, top - rise), (x + wide * 1.02, top + 2)],
                      sheet.linear(lighter(roof, 0.12), roof))  # fmt: skip
        for dx in (0.22, 0.58):
            dormer(sheet, rng, x + wide * dx, top - rise * 0.18, wide * 0.19, wall, roof, hour)
    sheet.rect(x, top, wide, tall, sheet.linear(lighter(wall, 0.12), wall, darker(wall, 0.14), end=(1, 0.35)))
    sheet.rect(x, top, wide, tall * 0.016, mix(hour.frame, wall, 0.3))
    sheet.rect(x + wide - wide * 0.045, top, wide * 0.045, tall, "#1a1530", opacity=0.13)
    columns = 2 if wide < tall * 0.3 else 3
    floors = max(2, round(tall / (wide * 0.62 * (2.2 / columns))))
    story = tall / floors
    for floor in range(floors - 1):
        for column in range(columns):
            w, h = wide / columns * 0.46, story * 0.52
            cx = x + wide * (column + 0.5) / columns
            window(sheet, rng, cx - w / 2, top + story * (floor + 0.26), w, h, hour)
    if gable:
        window(sheet, rng, x + wide / 2 - wide * 0.08, top - rise * 0.48, wide * 0.16, rise * 0.36, hour)
    base = foot - story
    sheet.rect(x, base + story * 0.06, wide, story * 0.05, mix(hour.frame, wall, 0.55))
    glass = rng.choice(LAMP) if hour.lit else mix("#5f7f8c", "#dbe7e2", rng.uniform(0, 0.4))
    door = x + wide * rng.choice((0.1, 0.62))
    paint_ = mix(rng.choice(("#2f4a3f", "#5a2f2f", "#26364a", "#7a5230")), "#1d2247", hour.night * 0.7)
    sheet.rect(door, base + story * 0.24, wide * 0.24, story * 0.76, mix(hour.frame, wall, 0.2))
    sheet.rect(door + wide * 0.025, base + story * 0.28, wide * 0.19, story * 0.72, paint_)
    pane = x + wide * (0.44 if door < x + wide * 0.5 else 0.1)
    sheet.rect(pane, base + story * 0.28, wide * 0.44, story * 0.48, hour.frame)
    sheet.rect(
        pane + wide * 0.02,
        base + story * 0.31,
        wide * 0.4,
        story * 0.42,
        sheet.linear(lighter(glass, 0.3), glass, end=(1, 1)),
    )
    if rng.random() < 0.65:
        awning = rng.choice(("#c24a3d", "#2f6f73", "#e2ad4a", "#44597f"))
        for stripe in range(6):
            tone = mix(awning if stripe % 2 else "#f7f0e0", "#1d2247", hour.night * 0.7)
            sx = pane - wide * 0.03 + stripe * wide * 0.5 / 6
            sheet.path(
                f"M{n(sx + wide * 0.01)} {n(base + story * 0.2)}h{n(wide * 0.5 / 6)}l{n(wide * 0.004)} {n(story * 0.2)}h{n(-wide * 0.5 / 6 - 0.6)}Z",
                tone,
            )


def window(sheet: Sheet, rng: Random, x: float, y: float, w: float, h: float, hour: Hour) -> None:
    sheet.rect(x - w * 0.1, y - h * 0.07, w * 1.2, h * 1.14, mix(hour.frame, "#1d2247", hour.night * 0.45))
    if rng.random() < hour.lit:
        glass = rng.choice(LAMP)
        sheet.rect(x, y, w, h, sheet.linear(lighter(glass, 0.3), glass))
    else:
        dark = mix(mix("#4d6673", "#b9d0d2", rng.uniform(0, 0.5)), "#141a3a", hour.night)
        sheet.rect(x, y, w, h, sheet.linear(lighter(dark, 0.18), dark, end=(1, 1)))
    bar = mix(hour.frame, "#1d2247", hour.night * 0.45)
    sheet.rect(x + w * 0.46, y, w * 0.08, h, bar)
    sheet.rect(x, y + h * 0.34, w, h * 0.06, bar)
    sheet.rect(x - w * 0.16, y + h * 1.06, w * 1.32, h * 0.07, lighter(bar, 0.3) if hour.snow else bar)


def dormer(sheet: Sheet, rng: Random, x: float, foot: float, size: float, wall: str, roof: str, hour: Hour) -> None:
    sheet.rect(x, foot - size * 0.85, size, size * 0.85, lighter(wall, 0.1))
    window(sheet, rng, x + size * 0.22, foot - size * 0.72, size * 0.56, size * 0.6, hour)
    sheet.polygon(
        [(x - size * 0.12, foot - size * 0.8), (x + size / 2, foot - size * 1.3), (x + size * 1.12, foot - size * 0.8)],
        darker(roof, 0.1),
    )
