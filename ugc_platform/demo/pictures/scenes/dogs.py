"""Two dogs who sat still, nearly."""

from __future__ import annotations

from random import Random

from ..colors import darker, lighter
from ..paint import Drawn, finish, lay, noise, paint, tint
from ..shapes import leaf
from ..svg import Sheet
from .shoes import studio


def dachshund(sheet: Sheet, x: float, foot: float, size: float) -> None:
    """In a striped jersey, nose to the right."""
    coat, dark, tan = "#8a4a2c", "#5a2c1c", "#d9955a"
    with sheet.placed(x, foot, size):
        tail = "M-1.62 -0.98C-1.95 -1.02 -2.12 -1.22 -2.2 -1.5"
        sheet.path(tail, stroke=dark, stroke_width=0.13, stroke_linecap="round")
        sheet.path(tail, stroke=coat, stroke_width=0.1, stroke_linecap="round")
        for lx in (-1.22, 0.66):
            sheet.path(
                f"M{lx} -0.6L{lx + 0.02} -0.1Q{lx + 0.02} 0 {lx + 0.12} 0H{lx + 0.3}Q{lx + 0.36} -0.1 {lx + 0.24} -0.13L{lx + 0.28} -0.6Z",
                darker(coat, 0.35),
            )
        body = ("M-1.66 -0.9C-1.78 -0.62 -1.62 -0.34 -1.36 -0.3C-0.8 -0.36 0.3 -0.38 0.7 -0.28C1.02 -0.3 1.16 -0.6 1.12 -0.95C1.1 -1.2 1.0 -1.4 0.86 -1.46"
                "C0.5 -1.12 -0.6 -1.16 -1.2 -1.12C-1.45 -1.1 -1.6 -1.04 -1.66 -0.9Z")  # fmt: skip
        shade = sheet.linear(lighter(coat, 0.2), coat, dark)
        sheet.path(body, shade)
        for lx in (-1.46, 0.84):
            leg = f"M{lx - 0.1} -0.62C{lx - 0.12} -0.4 {lx} -0.3 {lx} -0.12Q{lx} 0 {lx + 0.1} 0H{lx + 0.34}Q{lx + 0.42} -0.11 {lx + 0.26} -0.14C{lx + 0.24} -0.3 {lx + 0.36} -0.4 {lx + 0.36} -0.62Z"
            sheet.path(leg, sheet.linear(coat, darker(coat, 0.14)))
            sheet.path(f"M{lx} -0.1Q{lx} 0 {lx + 0.1} 0H{lx + 0.34}Q{lx + 0.42} -0.11 {lx + 0.26} -0.14Z", tan)
        jersey = ("M-1.14 -1.14C-0.5 -1.22 0.2 -1.2 0.46 -1.3C0.66 -1.38 0.82 -1.48 0.92 -1.6L1.3 -1.2C1.24 -1.0 1.2 -0.7 1.1 -0.46C1.0 -0.3 0.7 -0.24 0.4 -0.28"
                  "C-0.2 -0.32 -0.7 -0.32 -1.06 -0.26C-1.22 -0.5 -1.22 -0.9 -1.14 -1.14Z")  # fmt: skip
        sheet.path(jersey, "#f3e8d4")
        with sheet.group(clip_path=sheet.clip(jersey)):
            for stripe in range(8):
                sx = -1.16 + stripe * 0.3
                sheet.path(
                    f"M{sx} -1.6Q{sx - 0.1} -0.8 {sx + 0.02} 0H{sx + 0.17}Q{sx + 0.05} -0.8 {sx + 0.15} -1.6Z",
                    "#2f5f78",
                )
            purl = "".join(
                f"M{-1.2 + i * 0.05:.2f} {-1.5 + j * 0.06:.2f}l0.022 0.03l0.022 -0.03"
                for i in range(51)
                for j in range(21)
            )
            sheet.path(purl, stroke="#ffffff", stroke_width=0.008, opacity=0.3)
            sheet.path(jersey, sheet.linear((0, "#fff6e4", 0.24), (0.45, "#fff6e4", 0), (1, "#1a1020", 0.5)))
        sheet.path(
            "M-1.14 -1.14C-1.22 -0.9 -1.22 -0.5 -1.06 -0.26", stroke="#e0795a", stroke_width=0.1, stroke_linecap="round"
        )
        neck = "M0.86 -1.46C1.0 -1.7 1.1 -1.86 1.24 -1.98L1.66 -1.72C1.5 -1.6 1.4 -1.4 1.3 -1.16Z"
        sheet.path(neck, sheet.linear(coat, dark, end=(0.6, 1)))
        sheet.path("M0.92 -1.56Q1.14 -1.4 1.36 -1.22", stroke="#e0795a", stroke_width=0.2, stroke_linecap="round")
        sheet.path(
            "M0.92 -1.6Q1.14 -1.44 1.36 -1.26", stroke="#f2a184", stroke_width=0.06, stroke_linecap="round", opacity=0.8
        )
        head = "M1.14 -1.86C1.14 -2.14 1.36 -2.28 1.6 -2.22C1.74 -2.18 1.82 -2.08 1.98 -2.02C2.2 -1.96 2.4 -1.9 2.44 -1.8C2.48 -1.68 2.36 -1.62 2.2 -1.62C1.9 -1.6 1.7 -1.58 1.5 -1.6C1.28 -1.62 1.14 -1.7 1.14 -1.86Z"
        sheet.path(head, sheet.linear(lighter(coat, 0.22), coat, dark, end=(0.3, 1)))
        sheet.path(
            "M1.86 -1.68C2.1 -1.7 2.34 -1.74 2.44 -1.78C2.46 -1.67 2.36 -1.62 2.2 -1.62C1.96 -1.6 1.8 -1.59 1.64 -1.6Z",
            tan,
            opacity=0.85,
        )
        sheet.ellipse(2.42, -1.85, 0.085, 0.07, "#241418")
        sheet.ellipse(2.4, -1.875, 0.028, 0.016, "#ffffff", opacity=0.7)
        sheet.path("M2.38 -1.72Q2.16 -1.68 1.96 -1.71", stroke="#3a1c14", stroke_width=0.022, stroke_linecap="round")
        sheet.circle(1.7, -2.0, 0.062, "#1d1014")
        sheet.circle(1.72, -2.02, 0.02, "#ffffff")
        sheet.ellipse(1.66, -2.1, 0.05, 0.028, tan)
        ear = "M1.3 -2.14C1.1 -2.1 0.98 -1.8 1.04 -1.5C1.1 -1.34 1.3 -1.36 1.4 -1.54C1.5 -1.76 1.52 -2.0 1.46 -2.12Q1.38 -2.18 1.3 -2.14Z"
        sheet.path(ear, sheet.linear(dark, darker(coat, 0.16), darker(dark, 0.3), end=(0.6, 1)))


def long_dog(rng: Random, width: int, height: int) -> Drawn:
    base = studio(rng, width, height, "#f3c58a", 0.78)
    back, shade, sheet = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    back.circle(width * 0.66, height * 0.36, height * 0.24, back.linear("#f9e3b8", "#f6d49a"))
    shade.ellipse(width * 0.5, height * 0.845, width * 0.4, height * 0.026, "#6a3a1c", opacity=0.75)
    dachshund(sheet, width * 0.48, height * 0.835, width * 0.19)
    for index, (bx, by) in enumerate(((0.12, 0.9), (0.86, 0.925))):
        shade.ellipse(width * bx + 20, height * by + 24, 58, 12, "#6a3a1c", opacity=0.5)
        if index:
            sheet.circle(
                width * bx,
                height * by - 20,
                48,
                sheet.radial((0, "#e6f29a"), (0.5, "#c4d650"), (1, "#6f8a2c"), center=(0.35, 0.3), radius=0.75),
            )
            sheet.path(f"M{width * bx - 46:.0f} {height * by - 32:.0f}q46 30 92 2", stroke="#fbfbe6", stroke_width=6)
        else:
            with sheet.placed(width * bx, height * by, 60, -18):
                sheet.rect(-0.8, -0.16, 1.6, 0.32, sheet.linear("#fffaf0", "#d9cbb4"), 0.16)
                for end in (-0.82, 0.82):
                    for side in (-0.17, 0.17):
                        sheet.circle(end, side, 0.24, sheet.linear("#fffaf0", "#d9cbb4"))
    return finish(lay(base, back, paint(shade, blur=14), sheet), rng, glow=0.16)


def portrait(rng: Random, width: int, height: int) -> Drawn:
    """Head and shoulders, from the front, with a neckerchief."""
    base = studio(rng, width, height, "#9fb8a6", 1.2)
    fur, cream, dark = "#c98a4c", "#f6e8d2", "#6a3f22"
    sheet = Sheet(width, height)
    back = Sheet(width, height)
    for lx, ly, size, turn in (
        (0.06, 0.5, 0.42, 24),
        (0.02, 0.85, 0.46, 52),
        (0.96, 0.42, 0.4, -30),
        (1.0, 0.8, 0.46, -58),
        (0.9, 1.05, 0.4, -24),
        (0.12, 1.08, 0.4, 22),
    ):
        with back.placed(width * lx, height * ly, width * size, turn):
            back.path(leaf(1, 0.26), back.linear("#7fa087", "#5f8470", end=(1, 0)))
            back.line([(0, 0), (0, -0.94)], "#a9c2ac", 0.012)
    with sheet.placed(width * 0.5, height * 0.47, width * 0.27):
        body = "M-0.78 0.7C-1.3 1.0 -1.5 1.6 -1.55 2.2H1.55C1.5 1.6 1.3 1.0 0.78 0.7Z"
        sheet.path(body, sheet.linear(lighter(fur, 0.15), fur, darker(fur, 0.3), end=(1, 0.4)))
        sheet.path(
            "M-0.4 0.9C-0.7 1.4 -0.6 1.9 -0.5 2.2H0.5C0.6 1.9 0.7 1.4 0.4 0.9Z",
            sheet.linear(cream, darker(cream, 0.14)),
        )
        for side in (-1, 1):
            ear = f"M{side * 0.5} -0.86C{side * 0.95} -1.12 {side * 1.22} -0.72 {side * 1.24} -0.2C{side * 1.26} 0.22 {side * 1.12} 0.52 {side * 0.94} 0.48C{side * 0.78} 0.4 {side * 0.8} -0.1 {side * 0.7} -0.4Z"
            sheet.path(ear, sheet.linear(darker(fur, 0.18), darker(fur, 0.34), darker(fur, 0.5), end=(0.4, 1)))
        head = "M0 -1.02C0.52 -1.04 0.84 -0.74 0.86 -0.28C0.9 0.14 0.74 0.6 0.42 0.82Q0 1.02 -0.42 0.82C-0.74 0.6 -0.9 0.14 -0.86 -0.28C-0.84 -0.74 -0.52 -1.04 0 -1.02Z"
        sheet.path(head, sheet.linear(lighter(fur, 0.26), fur, darker(fur, 0.22), end=(0.9, 0.8)))
        with sheet.group(clip_path=sheet.clip(head)):
            sheet.path("M0 -1.1C0.12 -0.7 0.1 -0.3 0.2 -0.06C0.56 0.02 0.66 0.36 0.56 0.66Q0.3 1.1 0 1.1Q-0.3 1.1 -0.56 0.66C-0.66 0.36 -0.56 0.02 -0.2 -0.06C-0.1 -0.3 -0.12 -0.7 0 -1.1Z",
                       sheet.linear("#fffaf0", cream, darker(cream, 0.12)))  # fmt: skip
            hairs = []
            for _ in range(170):
                hx, hy = rng.uniform(-0.85, 0.85), rng.uniform(-0.95, 0.9)
                hairs.append(f"M{hx:.2f} {hy:.2f}q{hx * 0.04:.3f} 0.04 {hx * 0.1:.3f} 0.09")
            sheet.path("".join(hairs), stroke=darker(fur, 0.4), stroke_width=0.009, opacity=0.22)
        for side in (-1, 1):
            sheet.ellipse(side * 0.41, -0.2, 0.2, 0.18, darker(fur, 0.3), opacity=0.5)
            sheet.circle(side * 0.4, -0.2, 0.14, "#24140f")
            sheet.circle(side * 0.4, -0.18, 0.1, sheet.radial((0, "#7a4a26"), (1, "#24140f")))
            sheet.circle(side * 0.4, -0.2, 0.06, "#0d0606")
            sheet.circle(side * 0.4 - 0.045, -0.26, 0.042, "#ffffff")
            sheet.circle(side * 0.4 + 0.04, -0.14, 0.018, "#ffffff", opacity=0.7)
            sheet.path(
                f"M{side * 0.22} -0.46Q{side * 0.4} -0.56 {side * 0.56} -0.44",
                stroke=lighter(fur, 0.4),
                stroke_width=0.06,
                stroke_linecap="round",
                opacity=0.8,
            )
            for row in range(3):
                for column in range(3):
                    sheet.circle(
                        side * (0.24 + column * 0.08), 0.4 + row * 0.07 + column * 0.02, 0.012, dark, opacity=0.6
                    )
        sheet.path(
            "M-0.22 0.14Q0 0.04 0.22 0.14Q0.24 0.3 0.06 0.38Q0 0.4 -0.06 0.38Q-0.24 0.3 -0.22 0.14Z",
            sheet.linear("#4a3430", "#1d1014"),
        )
        sheet.ellipse(-0.06, 0.15, 0.08, 0.03, "#ffffff", opacity=0.45)
        sheet.path(
            "M-0.16 0.66Q0 0.58 0.16 0.66Q0.2 0.98 0 1.02Q-0.2 0.98 -0.16 0.66Z", sheet.linear("#f29a9a", "#d9646c")
        )
        sheet.path("M0 0.66V0.94", stroke="#b84a58", stroke_width=0.018, opacity=0.7)
        sheet.path(
            "M0 0.38V0.54M0 0.54Q-0.14 0.72 -0.36 0.62M0 0.54Q0.14 0.72 0.36 0.62",
            stroke="#3a2018",
            stroke_width=0.035,
            stroke_linecap="round",
        )
        scarf = "M-0.86 0.78C-0.5 1.04 0.5 1.04 0.86 0.78L0.98 0.98C0.7 1.2 0.4 1.3 0.26 1.36L0 1.98L-0.26 1.36C-0.4 1.3 -0.7 1.2 -0.98 0.98Z"
        sheet.path(scarf, sheet.linear("#e8694f", "#cf4a3c", "#a83430", end=(1, 0.5)))
        with sheet.group(clip_path=sheet.clip(scarf)):
            for row in range(8):
                for column in range(14):
                    sheet.circle(
                        -1.0 + column * 0.16 + (0.08 if row % 2 else 0),
                        0.84 + row * 0.15,
                        0.03,
                        "#fdf3e0",
                        opacity=0.92,
                    )
        sheet.path("M-0.86 0.78C-0.5 1.04 0.5 1.04 0.86 0.78", stroke="#7a2420", stroke_width=0.05, opacity=0.4)
    texture = tint((noise(width, height, 200, rng, 3) - 0.5) * 0.3, "#2f4a3a")
    return finish(lay(base, paint(back, blur=7), texture, sheet), rng, glow=0.16)


PLATES = {
    "long-dog-short-walk": lambda rng: long_dog(rng, 1600, 1200),
    "her-name-is-biscuit": lambda rng: portrait(rng, 1400, 1400),
}
