"""A bottle on its plinth."""

from __future__ import annotations

from random import Random

from ..paint import Drawn, finish, lay, paint
from ..shapes import leaf
from ..svg import Sheet
from ..vessels import wall_light
from .shoes import podium, studio
from .table import pampas


def bottle(rng: Random, width: int, height: int) -> Drawn:
    base = studio(rng, width, height, "#e9cfc0", 0.76)
    light, shade, back, sheet = (Sheet(width, height) for _ in range(4))
    x, top = width * 0.5, height * 0.775
    arch = f"M{x - width * 0.3:.0f} {height * 0.82:.0f}V{height * 0.4:.0f}A{width * 0.3:.0f} {width * 0.3:.0f} 0 0 1 {x + width * 0.3:.0f} {height * 0.4:.0f}V{height * 0.82:.0f}Z"
    back.path(arch, back.linear("#d9a08a", "#c07f6c", end=(1, 0.5)))
    back.path(arch, stroke="#f6e3d6", stroke_width=5, opacity=0.6)
    wall_light(light, width * 0.12, height * 0.12, width * 0.62, height * 0.56, "#fff0dc", 0.42, panes=(2, 2), lean=0.5)
    shade.ellipse(x + 90, height * 0.885, width * 0.36, height * 0.026, "#5a3028", opacity=0.6)
    for turn, long in ((14, 560), (26, 640), (40, 540)):
        pampas(back, rng, x + width * 0.19, top + 40, long, turn, "#f3dcc0")
    podium(sheet, x, top, width * 0.31, height * 0.085, "#f0e0d2")
    sheet.glow(x + 30, top + 4, width * 0.24, "#6a3428", 0.75, 0.16)
    w, tall = width * 0.15, height * 0.27
    body = f"M{x - w:.0f} {top - tall + 46:.0f}Q{x - w:.0f} {top - tall:.0f} {x - w + 46:.0f} {top - tall:.0f}H{x + w - 46:.0f}Q{x + w:.0f} {top - tall:.0f} {x + w:.0f} {top - tall + 46:.0f}V{top - 22:.0f}Q{x + w:.0f} {top + 6:.0f} {x + w - 30:.0f} {top + 8:.0f}H{x - w + 30:.0f}Q{x - w:.0f} {top + 6:.0f} {x - w:.0f} {top - 22:.0f}Z"
    sheet.path(
        body,
        sheet.linear(
            (0, "#fff4ea", 0.85),
            (0.12, "#f3d3c4", 0.7),
            (0.5, "#fbe9de", 0.5),
            (0.88, "#e0b3a2", 0.75),
            (1, "#fff4ea", 0.85),
            end=(1, 0),
        ),
    )
    inner = f"M{x - w + 26:.0f} {top - tall * 0.66:.0f}H{x + w - 26:.0f}V{top - 40:.0f}Q{x + w - 26:.0f} {top - 20:.0f} {x + w - 48:.0f} {top - 20:.0f}H{x - w + 48:.0f}Q{x - w + 26:.0f} {top - 20:.0f} {x - w + 26:.0f} {top - 40:.0f}Z"
    sheet.path(inner, sheet.linear("#c9602e", "#f0a04a", "#f8bf6a", "#d9783a", "#a84a24", end=(1, 0.15)), opacity=0.92)
    sheet.ellipse(x, top - tall * 0.66, w - 26, 13, "#f9cf8a", opacity=0.95)
    sheet.rect(x - 5, top - tall, 10, tall * 0.9, "#fff6ee", opacity=0.6)
    sheet.rect(
        x - w * 0.32,
        top - tall - 40,
        w * 0.64,
        46,
        sheet.linear("#f6e3b4", "#c9a05a", "#8f6a30", "#d9b672", end=(1, 0)),
    )
    cap = f"M{x - w * 0.46:.0f} {top - tall - 40:.0f}V{top - tall - 170:.0f}Q{x - w * 0.46:.0f} {top - tall - 190:.0f} {x - w * 0.36:.0f} {top - tall - 190:.0f}H{x + w * 0.36:.0f}Q{x + w * 0.46:.0f} {top - tall - 190:.0f} {x + w * 0.46:.0f} {top - tall - 170:.0f}V{top - tall - 40:.0f}Z"
    sheet.path(cap, sheet.linear("#8a5a3a", "#c9966a", "#a8724a", "#5f3a24", end=(1, 0)))
    for line in range(7):
        lx = x - w * 0.4 + line * w * 0.13
        sheet.curve(
            [(lx, top - tall - 186), (lx + rng.uniform(-6, 6), top - tall - 110), (lx, top - tall - 42)],
            "#4a2a18",
            2,
            opacity=0.3,
        )
    sheet.rect(x - w * 0.56, top - tall * 0.48, w * 1.12, tall * 0.27, "#fbf5ea", 4)
    sheet.rect(x - w * 0.5, top - tall * 0.455, w, tall * 0.22, "none", 2, stroke="#b98a5a", stroke_width=2)
    for blade in range(5):
        with sheet.placed(x, top - tall * 0.285, tall * 0.12, -56 + blade * 28):
            sheet.path(leaf(1, 0.17), "#8a5a3a")
    sheet.path(
        f"M{x - w + 20:.0f} {top - tall + 54:.0f}V{top - 50:.0f}",
        stroke="#ffffff",
        stroke_width=16,
        opacity=0.6,
        stroke_linecap="round",
    )
    sheet.path(
        f"M{x + w - 16:.0f} {top - tall + 60:.0f}V{top - 60:.0f}",
        stroke="#ffffff",
        stroke_width=6,
        opacity=0.6,
        stroke_linecap="round",
    )
    for sx, sy, size in ((0.3, 0.885, 66), (0.22, 0.905, 46)):
        shade.ellipse(width * sx + 26, height * sy + size * 0.5, size * 1.3, size * 0.3, "#5a3028", opacity=0.5)
        sheet.ellipse(
            width * sx, height * sy, size, size * 0.62, sheet.linear("#fbf3e8", "#d9c0b0", "#a88474", end=(0.8, 1))
        )
    return finish(lay(base, back, paint(light, blur=13), paint(shade, blur=15), sheet), rng, glow=0.2)


PLATES = {
    "amber-and-cedar": lambda rng: bottle(rng, 1200, 1600),
}
