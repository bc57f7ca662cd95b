"""Shoes as one would show them to sell them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, Image, finish, lay, noise, paint, tint
from ..svg import Sheet
from ..vessels import wall_light


@dataclass(frozen=True)
class Shoe:
    upper: str
    panel: str
    accent: str
    sole: str
    lace: str


CORAL = Shoe("#f0785c", "#fbe6d6", "#2f5f78", "#fffaf0", "#fffaf0")


MINT = Shoe("#a9d6c4", "#f6f1e4", "#ef8a5c", "#fdf8ee", "#f6f1e4")


INK = Shoe("#34496b", "#e3d6bf", "#e9b44c", "#fbf5e8", "#f3ead8")


def sneaker(sheet: Sheet, x: float, foot: float, size: float, shoe: Shoe, turn: float = 0, flip: bool = False) -> None:
    """A low shoe from its outer side, toe to the right."""
    with sheet.placed(x, foot, size, turn), sheet.group(transform="scale(-1 1)" if flip else "scale(1 1)"):
        upper = ("M-0.95 -0.2C-1.04 -0.46 -1.0 -0.66 -0.93 -0.9Q-0.88 -1.02 -0.78 -0.95C-0.7 -0.83 -0.5 -0.8 -0.3 -0.93L-0.2 -1.06Q-0.11 -1.13 -0.03 -1.03"
                 "L0.08 -0.86C0.26 -0.62 0.5 -0.53 0.72 -0.47C0.98 -0.4 1.1 -0.28 1.07 -0.12L-0.95 -0.2Z")  # fmt: skip
        sheet.path(
            "M-0.32 -0.92L-0.21 -1.07Q-0.11 -1.15 -0.02 -1.04L0.1 -0.84L-0.1 -0.7Z",
            sheet.linear(lighter(shoe.panel, 0.3), darker(shoe.panel, 0.18)),
        )
        sheet.path(upper, sheet.linear(lighter(shoe.upper, 0.22), shoe.upper, darker(shoe.upper, 0.2), end=(0.2, 1)))
        with sheet.group(clip_path=sheet.clip(upper)):
            sheet.path(
                "M0.58 -0.6C0.5 -0.4 0.5 -0.3 0.56 -0.1L1.2 -0.05V-0.6Z",
                sheet.linear(lighter(shoe.panel, 0.3), shoe.panel, darker(shoe.panel, 0.2)),
            )
            sheet.path(
                "M-1.1 -0.62C-0.8 -0.6 -0.62 -0.45 -0.58 -0.1L-1.1 -0.1Z",
                sheet.linear(lighter(shoe.panel, 0.2), darker(shoe.panel, 0.16)),
            )
            sheet.path("M-1.1 -1.05L-0.7 -1.05L-0.76 -0.72L-1.1 -0.66Z", shoe.accent)
            sheet.path(
                "M-0.5 -0.12C-0.3 -0.44 0.0 -0.62 0.24 -0.6C0.1 -0.5 -0.06 -0.32 -0.14 -0.1Z",
                sheet.linear(lighter(shoe.accent, 0.15), shoe.accent),
            )
            sheet.path(
                "M-0.12 -0.1C0.02 -0.34 0.2 -0.48 0.4 -0.5C0.3 -0.4 0.2 -0.24 0.16 -0.08Z", shoe.accent, opacity=0.55
            )
            sheet.path(
                "M-0.34 -0.9C-0.2 -0.6 0.1 -0.42 0.5 -0.38L0.76 -0.6L0.1 -0.98Z",
                sheet.linear(lighter(shoe.panel, 0.35), darker(shoe.panel, 0.06)),
                opacity=0.95,
            )
            for d in (
                "M0.54 -0.62C0.46 -0.4 0.46 -0.28 0.52 -0.08",
                "M-0.54 -0.08C-0.58 -0.46 -0.8 -0.64 -1.08 -0.66",
                "M-0.36 -0.86C-0.2 -0.56 0.1 -0.38 0.48 -0.34",
            ):
                sheet.path(
                    d, stroke=darker(shoe.upper, 0.45), stroke_width=0.011, stroke_dasharray="0.03 0.02", opacity=0.8
                )
            for row in range(3):
                for hole in range(5 - row):
                    sheet.circle(
                        0.68 + hole * 0.06 + row * 0.03,
                        -0.37 + row * 0.055 + hole * 0.012,
                        0.011,
                        darker(shoe.panel, 0.5),
                        opacity=0.7,
                    )
            sheet.path("M-1.05 -0.2C-0.4 -0.3 0.4 -0.26 1.1 -0.16V0H-1.05Z", "#1a1020", opacity=0.16)
        for step in range(5):
            t = step / 4
            lx, ly = -0.13 + 0.5 * t, -0.94 + 0.36 * t**0.9
            sheet.path(
                f"M{lx - 0.09:.3f} {ly + 0.12:.3f}Q{lx:.3f} {ly + 0.03:.3f} {lx + 0.1:.3f} {ly + 0.02:.3f}",
                stroke=darker(shoe.lace, 0.28),
                stroke_width=0.062,
                stroke_linecap="round",
            )
            sheet.path(
                f"M{lx - 0.09:.3f} {ly + 0.112:.3f}Q{lx:.3f} {ly + 0.022:.3f} {lx + 0.1:.3f} {ly + 0.012:.3f}",
                stroke=shoe.lace,
                stroke_width=0.046,
                stroke_linecap="round",
            )
            sheet.circle(lx - 0.1, ly + 0.13, 0.017, darker(shoe.panel, 0.55))
        sheet.path(
            "M-0.14 -0.98C-0.34 -1.06 -0.36 -0.88 -0.16 -0.93C-0.3 -0.8 -0.2 -0.74 -0.12 -0.9C0.0 -1.1 0.16 -1.1 0.02 -0.94",
            stroke=shoe.lace,
            stroke_width=0.036,
            stroke_linecap="round",
        )
        sole = "M-0.99 -0.23C-0.4 -0.2 0.4 -0.16 1.06 -0.19Q1.16 -0.14 1.12 -0.05Q1.08 0 0.98 0L-0.9 0Q-1.02 0 -1.03 -0.1Q-1.03 -0.2 -0.99 -0.23Z"
        sheet.path(sole, sheet.linear(lighter(shoe.sole, 0.2), shoe.sole, darker(shoe.sole, 0.26)))
        sheet.path("M-1.03 -0.075Q0 -0.03 1.13 -0.06L1.1 -0.02Q1.06 0 0.98 0L-0.9 0Q-1.02 0 -1.03 -0.075Z", shoe.accent)
        sheet.path(
            "M-0.98 -0.19C-0.4 -0.155 0.4 -0.115 1.08 -0.145",
            stroke=darker(shoe.sole, 0.3),
            stroke_width=0.01,
            stroke_dasharray="0.028 0.018",
        )
        sheet.path(
            "M-0.9 -0.86C-0.96 -0.66 -0.98 -0.48 -0.93 -0.3",
            stroke="#ffffff",
            stroke_width=0.03,
            opacity=0.35,
            stroke_linecap="round",
        )


def podium(sheet: Sheet, x: float, top: float, wide: float, tall: float, color: str) -> None:
    """A round plinth seen a little from above."""
    flat = wide * 0.13
    d = f"M{x - wide:.0f} {top:.0f}V{top + tall:.0f}A{wide:.0f} {flat:.0f} 0 0 0 {x + wide:.0f} {top + tall:.0f}V{top:.0f}Z"
    sheet.path(
        d,
        sheet.linear(lighter(color, 0.15), lighter(color, 0.05), darker(color, 0.18), darker(color, 0.34), end=(1, 0)),
    )
    sheet.ellipse(x, top, wide, flat, sheet.linear(lighter(color, 0.42), lighter(color, 0.12), end=(1, 0.3)))


def studio(rng: Random, width: int, height: int, wall: str, floor: float) -> Image:
    """A paper roll that bends from wall to floor."""
    sheet = Sheet(width, height)
    sheet.fill(
        sheet.linear(
            (0, lighter(wall, 0.06)),
            (floor - 0.12, wall),
            (floor, darker(wall, 0.1)),
            (floor + 0.1, lighter(wall, 0.12)),
            (1, lighter(wall, 0.02)),
        )
    )
    sheet.glow(width * 0.28, height * 0.24, width * 0.6, lighter(wall, 0.6), 0.5)
    return lay(paint(sheet), tint((noise(width, height, 320, rng, 3) - 0.5) * 0.3, darker(wall, 0.4)))


def one_shoe(rng: Random, width: int, height: int) -> Drawn:
    base = studio(rng, width, height, "#8fc1c4", 0.74)
    shade, sheet = Sheet(width, height), Sheet(width, height)
    back = Sheet(width, height)
    back.circle(width * 0.5, height * 0.42, height * 0.34, back.linear("#f9d9a8", "#f4b98a"))
    shade.ellipse(width * 0.56, height * 0.86, width * 0.36, height * 0.05, "#22484c", opacity=0.55)
    podium(sheet, width * 0.5, height * 0.7, width * 0.31, height * 0.14, "#f3e6d2")
    sheet.glow(width * 0.51, height * 0.7, width * 0.27, "#5a3a30", 0.75, 0.14)
    sneaker(sheet, width * 0.495, height * 0.705, width * 0.245, CORAL)
    for x, y, size, color in ((0.13, 0.83, 62, "#f0785c"), (0.88, 0.86, 84, "#f4b860")):
        shade.ellipse(width * x + size * 0.5, height * y + size * 0.86, size * 1.3, size * 0.3, "#22484c", opacity=0.5)
        sheet.circle(
            width * x,
            height * y,
            size,
            sheet.radial(
                (0, lighter(color, 0.5)), (0.45, color), (1, darker(color, 0.4)), center=(0.34, 0.28), radius=0.8
            ),
        )
    return finish(lay(base, back, paint(shade, blur=16), sheet), rng, glow=0.16)


def two_shoes(rng: Random, width: int, height: int) -> Drawn:
    blocks = Sheet(width, height)
    blocks.fill("#f6d7c0")
    blocks.polygon([(0, 0), (width * 0.62, 0), (width * 0.3, height), (0, height)], "#ef9f80")
    blocks.polygon([(0, height * 0.62), (width, height * 0.4), (width, height), (0, height)], "#f3c06a", opacity=0.85)
    base = lay(paint(blocks), tint((noise(width, height, 340, rng, 3) - 0.5) * 0.3, "#8a4a3a"))
    light, shade, sheet = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    wall_light(light, width * 0.24, -height * 0.1, width * 0.6, height * 1.1, "#fff6e4", 0.3, panes=(2, 3), lean=0.35)
    for y, dx in ((0.49, 0.04), (0.835, 0.05)):
        shade.ellipse(width * (0.5 + dx), height * y, width * 0.33, height * 0.035, "#6a2f28", opacity=0.7)
    sneaker(sheet, width * 0.47, height * 0.48, width * 0.305, INK, -7)
    sneaker(sheet, width * 0.52, height * 0.83, width * 0.325, MINT, 4, flip=True)
    return finish(lay(base, paint(light, blur=12), paint(shade, blur=15), sheet), rng, glow=0.14)


PLATES = {
    "coral-runner": lambda rng: one_shoe(rng, 1600, 1200),
    "left-ink-right-mint": lambda rng: two_shoes(rng, 1400, 1400),
}
