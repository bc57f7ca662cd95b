"""A corner to read in, and a cat in a window."""

from __future__ import annotations

from math import sin
from random import Random

from ..colors import darker, lighter, mix
from ..paint import Drawn, finish, lay, noise, paint, shine, tint
from ..shapes import leaf, stars
from ..svg import Sheet, smooth
from ..vessels import MOON, POT, vessel, wall_light


def potted(
    sheet: Sheet,
    rng: Random,
    x: float,
    foot: float,
    tall: float,
    pot: str,
    color: str,
    leaves: int = 15,
    plump: float = 0.22,
) -> None:
    """Long leaves that arch out of a pot."""
    low = tall * 0.3
    for index in range(leaves):
        turn = -68 + 136 * index / (leaves - 1) + rng.uniform(-6, 6)
        long = tall * (0.82 - 0.3 * abs(turn) / 68) * rng.uniform(0.86, 1.1)
        tone = mix(darker(color, 0.3), lighter(color, 0.25), rng.random())
        with sheet.placed(x + turn * 0.0016 * tall, foot - low * 0.92, long, turn):
            sheet.path(
                leaf(1, plump, bend=0.12 if turn > 0 else -0.12), sheet.linear(lighter(tone, 0.14), tone, end=(1, 0.2))
            )
            sheet.path(
                f"M0 0Q0 -0.5 {0.12 if turn > 0 else -0.12} -0.98", stroke=lighter(tone, 0.32), stroke_width=0.012
            )
    vessel(sheet, rng, x, foot, POT, low, pot, speckles=20)


def reading_corner(rng: Random, width: int, height: int) -> Drawn:
    floor = height * 0.8
    back = Sheet(width, height)
    back.fill(back.linear("#7f9488", "#6d8479", "#566d64", end=(1, 0.6)))
    back.rect(0, floor, width, height - floor, back.linear("#c79a6b", "#9a6d47"))
    for plank in range(9):
        y = floor + (height - floor) * (plank / 9) ** 1.4
        back.rect(0, y, width, 2, "#5a3a26", opacity=0.35)
    back.rect(0, floor - 34, width, 34, back.linear("#f1ebdd", "#d9d0bd"))
    back.rect(0, floor, width, 26, back.linear((0, "#2a1710", 0.4), (1, "#2a1710", 0)))
    base = lay(paint(back), tint((noise(width, height, 360, rng, 3) - 0.5) * 0.4, "#2f4038"))
    light = Sheet(width, height)
    wall_light(light, width * 0.06, height * 0.06, width * 0.52, height * 0.5, "#fff0c8", 0.42, lean=0.36)
    light.polygon(
        [(width * 0.0, floor + 60), (width * 0.62, floor + 120), (width * 0.82, height), (width * 0.05, height)],
        "#ffe6b4",
        opacity=0.35,
    )
    shade = Sheet(width, height)
    shade.ellipse(width * 0.52, height * 0.915, width * 0.36, height * 0.03, "#2a1710", opacity=0.65)
    shade.ellipse(width * 0.88, height * 0.885, width * 0.13, height * 0.014, "#2a1710", opacity=0.6)
    shade.path(
        f"M{width * 0.6:.0f} {height * 0.44:.0f}h{width * 0.27:.0f}v{height * 0.35:.0f}h{-width * 0.27:.0f}Z",
        "#22332c",
        opacity=0.4,
    )
    sheet = Sheet(width, height)
    frames(sheet, width * 0.62, height * 0.13, width)
    sheet.ellipse(width * 0.5, height * 0.93, width * 0.43, height * 0.045, sheet.linear("#e8dcc6", "#d5c3a4"))
    for ring in (0.36, 0.29):
        sheet.ellipse(
            width * 0.5,
            height * 0.93,
            width * ring,
            height * ring * 0.105,
            "none",
            stroke="#b5614a",
            stroke_width=5,
            opacity=0.7,
        )
    potted(sheet, rng, width * 0.13, height * 0.9, height * 0.37, "#d9cbb3", "#4f7a50", 17, 0.16)
    lamp(sheet, width * 0.86, height * 0.89, height * 0.52)
    armchair(sheet, width * 0.5, height * 0.92, width * 0.3)
    glow = Sheet(width, height)
    glow.glow(width * 0.76, height * 0.42, width * 0.46, "#ffd795", 0.42, 1.1)
    scene = lay(base, paint(light, blur=10), paint(shade, blur=16), sheet)
    return finish(shine(scene, glow), rng, glow=0.25)


def frames(sheet: Sheet, x: float, y: float, width: float) -> None:
    for dx, dy, w, h, sky in (
        (-0.02, 0.0, 0.17, 0.22, ("#f0c9a0", "#d98a6a", "#7a5a78")),
        (0.18, 0.06, 0.12, 0.15, ("#dfe6dc", "#8fb0a8", "#2f5a60")),
    ):
        fx, fy, fw, fh = x + dx * width, y + dy * width, w * width, h * width
        sheet.soft(f"M{fx + 8:.0f} {fy + 10:.0f}h{fw:.0f}v{fh:.0f}h{-fw:.0f}Z", "#1f2f28", 16, 0.3, 4)
        sheet.rect(fx, fy, fw, fh, "#3a2a20")
        sheet.rect(fx + 7, fy + 7, fw - 14, fh - 14, "#f6f0e2")
        ix, iy, iw, ih = fx + fw * 0.18, fy + fh * 0.16, fw * 0.64, fh * 0.68
        sheet.rect(ix, iy, iw, ih, sheet.linear(*sky[:2]))
        sheet.circle(ix + iw * 0.62, iy + ih * 0.36, iw * 0.13, "#fff4d8")
        hill = [
            (ix, iy + ih * 0.66),
            (ix + iw * 0.3, iy + ih * 0.5),
            (ix + iw * 0.66, iy + ih * 0.72),
            (ix + iw, iy + ih * 0.56),
        ]
        sheet.path(smooth(hill) + f"V{iy + ih:.0f}H{ix:.0f}Z", sky[2])


def lamp(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    with sheet.placed(x, foot, tall):
        sheet.path("M0 0L0 -0.9C0 -1.02 -0.06 -1.05 -0.14 -1.03", stroke="#c9a24e", stroke_width=0.014)
        sheet.ellipse(0, 0, 0.12, 0.022, sheet.linear("#e8c878", "#8f6a2a"))
        sheet.ellipse(-0.2, -0.83, 0.1, 0.03, "#fff3c9")
        sheet.path(
            "M-0.28 -1.0L-0.12 -1.0L-0.04 -0.83Q-0.2 -0.8 -0.36 -0.83Z",
            sheet.linear("#e9d5ae", "#ffe9b8", "#d9b074", end=(1, 0.3)),
        )
        sheet.circle(-0.2, -0.8, 0.03, "#fffbe8")


def armchair(sheet: Sheet, x: float, foot: float, size: float) -> None:
    cloth, dark = "#c7694a", "#7f3328"
    with sheet.placed(x, foot, size):
        for side, lean in ((-0.72, -0.08), (0.72, 0.08)):
            sheet.path(f"M{side} -0.3L{side + lean} 0", stroke="#5a3822", stroke_width=0.075, stroke_linecap="round")
        back = "M-0.78 -0.5C-0.9 -1.5 -0.82 -2.02 -0.42 -2.1Q0 -2.16 0.42 -2.1C0.82 -2.02 0.9 -1.5 0.78 -0.5Z"
        sheet.path(back, sheet.linear(lighter(cloth, 0.22), cloth, dark, end=(1, 0.4)))
        for row in range(3):
            for column in range(3 - row % 2):
                bx, by = (column - (2 - row % 2) / 2) * 0.42, -1.86 + row * 0.3
                sheet.glow(bx, by, 0.13, dark, 0.7)
                sheet.circle(bx, by, 0.025, lighter(cloth, 0.3))
        sheet.path(
            "M-0.72 -0.74Q0 -0.86 0.72 -0.74L0.78 -0.42Q0 -0.34 -0.78 -0.42Z",
            sheet.linear(lighter(cloth, 0.3), cloth, darker(cloth, 0.3)),
        )
        sheet.path("M-0.78 -0.46Q0 -0.38 0.78 -0.46L0.76 -0.2Q0 -0.12 -0.76 -0.2Z", sheet.linear(cloth, dark))
        for side in (-1, 1):
            arm = f"M{side * 0.66} -0.2L{side * 0.64} -1.0Q{side * 0.66} -1.2 {side * 0.84} -1.2Q{side * 1.04} -1.2 {side * 1.02} -1.0L{side * 0.94} -0.2Z"
            ends = (lighter(cloth, 0.25), cloth, darker(cloth, 0.3)) if side < 0 else (cloth, darker(cloth, 0.15), dark)
            sheet.path(arm, sheet.linear(*ends, end=(1, 0.4)))
            sheet.ellipse(side * 0.84, -1.02, 0.12, 0.14, "none", stroke=darker(cloth, 0.35), stroke_width=0.02)
        with sheet.placed(-0.3, -1.0, 1, -12):
            sheet.rect(-0.34, -0.34, 0.66, 0.6, sheet.linear("#f1e6cf", "#d9c5a0"), 0.12)
            for stripe in range(5):
                sheet.rect(-0.28 + stripe * 0.13, -0.32, 0.03, 0.56, "#4f6f78", opacity=0.7)
        throw = "M0.5 -1.19Q0.84 -1.3 1.05 -1.16Q1.12 -0.6 1.06 -0.1L0.74 -0.06Q0.8 -0.7 0.5 -1.19Z"
        sheet.path(throw, sheet.linear("#f3ead6", "#d8c8a8", end=(1, 0.3)))
        for band in (0.42, 0.5, 0.62):
            sheet.path(
                f"M{0.77 + band * 0.02:.2f} {-1.2 + band * 1.6:.2f}L1.09 {-1.22 + band * 1.6:.2f}",
                stroke="#b5614a",
                stroke_width=0.03,
            )
        with sheet.placed(0.2, -0.79, 1, 4):
            sheet.path("M-0.3 0.04L-0.02 -0.03L0 0.0L0.02 -0.03L0.3 0.04L0.3 0.09L0 0.05L-0.3 0.09Z", "#fdf8ea")
            sheet.path("M-0.3 0.09L0 0.05L0.3 0.09", stroke="#3f6a70", stroke_width=0.025)


def cat_window(rng: Random, width: int, height: int) -> Drawn:
    """A cat looks out over roofs at blue hour."""
    outside = Sheet(width, height)
    outside.fill(outside.linear("#20376b", "#4d5f9a", "#b889a6", "#f6b48d", end=(0, 0.7)))
    stars(outside, rng, 120, height * 0.4)
    outside.glow(width * 0.7, height * 0.22, width * 0.17, "#ffeeca", 0.5)
    outside.circle(width * 0.7, height * 0.22, width * 0.042, "#fff6de")
    for base, color, count in ((0.56, "#7a6a98", 9), (0.64, "#4d4878", 7)):
        for index in range(count):
            wide = width / count * 1.25
            x, y = width * index / count - 20, height * (base + rng.uniform(-0.05, 0.03))
            outside.polygon(
                [(x, height), (x, y), (x + wide * 0.5, y - wide * 0.32), (x + wide, y), (x + wide, height)], color
            )
            outside.rect(x + wide * 0.68, y - wide * 0.32, wide * 0.1, wide * 0.3, color)
            for window in range(2):
                if rng.random() < 0.7:
                    outside.rect(x + wide * (0.3 + 0.26 * window), y + 24, wide * 0.12, wide * 0.17, "#ffce85")
    scene = paint(outside, blur=4)
    sheet = Sheet(width, height)
    sill, wood = height * 0.78, "#e7ddcb"
    wall = sheet.linear("#4a5a55", "#39463f", end=(1, 0))
    hole = f"M0 0H{width}V{height}H0ZM{width * 0.17:.0f} {height * 0.07:.0f}V{sill:.0f}H{width * 0.83:.0f}V{height * 0.07:.0f}Z"
    sheet.path(hole, wall, fill_rule="evenodd")
    frame = sheet.linear(lighter(wood, 0.3), wood, darker(wood, 0.3), end=(1, 0))
    for x in (0.155, 0.485, 0.815):
        sheet.rect(width * x, height * 0.055, width * 0.03, sill - height * 0.055, frame)
    for y in (0.055, 0.32):
        sheet.rect(
            width * 0.155,
            height * y,
            width * 0.69,
            height * 0.026,
            sheet.linear(lighter(wood, 0.2), darker(wood, 0.25)),
        )
    sheet.rect(width * 0.1, sill, width * 0.8, height * 0.05, sheet.linear("#fbf4e6", "#d6c8ae"))
    sheet.rect(
        width * 0.1,
        sill + height * 0.05,
        width * 0.8,
        height * 0.03,
        sheet.linear((0, "#101814", 0.5), (1, "#101814", 0)),
    )
    for side in (0, 1):
        folds = 7
        for fold in range(folds):
            x = width * (-0.03 + 0.034 * fold) if side == 0 else width * (0.8 + 0.034 * fold)
            sway = sin(fold * 1.7) * 9
            tone = mix("#d98f6b", "#a85a48", fold / folds if side else 1 - fold / folds)
            d = f"M{x:.0f} 0L{x + width * 0.042:.0f} 0Q{x + width * 0.05 + sway:.0f} {height * 0.5:.0f} {x + width * 0.043:.0f} {height * 0.93:.0f}L{x - 4:.0f} {height * 0.93:.0f}Q{x + sway:.0f} {height * 0.5:.0f} {x:.0f} 0Z"
            sheet.path(
                d,
                sheet.linear(darker(tone, 0.22), tone, lighter(tone, 0.16), darker(tone, 0.1), end=(1, 0)),
                opacity=0.97,
            )
    sheet.rect(-10, height * 0.012, width + 20, height * 0.016, sheet.linear("#c9a25a", "#7a5a2a"))
    potted(sheet, rng, width * 0.72, sill + 14, height * 0.27, "#c9714e", "#5c8a5a", 11, 0.26)
    vessel(sheet, rng, width * 0.3, sill + 16, MOON, height * 0.1, "#e2d8c6", glaze="#5f8491", speckles=40)
    cat(sheet, width * 0.5, sill + 18, height * 0.33)
    return finish(lay(scene, sheet), rng, glow=0.32)


def cat(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    """Sitting, seen from behind, with the last light along its left side."""
    fur, edge = "#2b2630", "#e79a74"
    with sheet.placed(x, foot, tall):
        sheet.glow(0, 0.01, 0.5, "#4a3426", 0.6, 0.12)
        tail = "M0.2 -0.06C0.5 0.02 0.52 0.2 0.4 0.3C0.32 0.37 0.24 0.34 0.27 0.27"
        sheet.path(tail, stroke=darker(fur, 0.2), stroke_width=0.085, stroke_linecap="round")
        sheet.path(tail, stroke=fur, stroke_width=0.07, stroke_linecap="round")
        body = ("M-0.1 -0.7C-0.2 -0.62 -0.32 -0.4 -0.33 -0.17C-0.34 -0.02 -0.24 0 0 0C0.24 0 0.34 -0.02 0.33 -0.17C0.32 -0.4 0.2 -0.62 0.1 -0.7Z")  # fmt: skip
        head = ("M-0.2 -0.8C-0.2 -0.9 -0.2 -0.96 -0.19 -1.04Q-0.18 -1.08 -0.14 -1.04L-0.075 -0.95Q0 -0.97 0.075 -0.95L0.14 -1.04"
                "Q0.18 -1.08 0.19 -1.04C0.2 -0.96 0.2 -0.9 0.2 -0.8C0.2 -0.68 0.1 -0.62 0 -0.62C-0.1 -0.62 -0.2 -0.68 -0.2 -0.8Z")  # fmt: skip
        fill = sheet.linear(lighter(fur, 0.2), fur, darker(fur, 0.35), end=(1, 0.2))
        sheet.path(body, fill)
        sheet.path(head, fill)
        sheet.path("M-0.192 -0.8C-0.192 -0.9 -0.192 -0.96 -0.184 -1.03M-0.11 -0.68C-0.2 -0.6 -0.31 -0.4 -0.322 -0.17", stroke=edge, stroke_width=0.014,
                   opacity=0.75, stroke_linecap="round")  # fmt: skip
        sheet.path("M0.0 -0.6Q0.02 -0.3 0 -0.04", stroke=darker(fur, 0.4), stroke_width=0.02, opacity=0.5)
        for side in (-1, 1):
            for dy in (0, 0.03):
                sheet.path(
                    f"M{side * 0.15} {-0.73 + dy}L{side * 0.33} {-0.755 + dy * 2}",
                    stroke="#f3e6d8",
                    stroke_width=0.005,
                    opacity=0.6,
                )


PLATES = {
    "the-reading-corner": lambda rng: reading_corner(rng, 1200, 1600),
    "cat-at-blue-hour": lambda rng: cat_window(rng, 1400, 1400),
}
