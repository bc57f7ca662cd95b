"""Marks of the demo's brands: a few plain shapes each."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from .paint import paint
from .svg import Sheet

SIZE = 512


def nordlys(sheet: Sheet) -> None:
    """A house under three arcs of northern light."""
    sheet.fill(sheet.linear("#14323c", "#0e2530"))
    for radius, color in ((196, "#7fe0c0"), (150, "#b8efd6"), (104, "#f4efe0")):
        sheet.path(
            f"M{256 - radius} 330A{radius} {radius} 0 0 1 {256 + radius} 330",
            stroke=color,
            stroke_width=24,
            stroke_linecap="round",
        )
    sheet.path("M196 400V330L256 276L316 330V400Z", "#f4b860")
    sheet.rect(240, 346, 32, 54, "#14323c", 3)


def fjordkaffe(sheet: Sheet) -> None:
    """A cup whose coffee is a fjord between mountains."""
    sheet.fill("#f3e7d3")
    sheet.path("M108 214H404V262C404 356 338 412 256 412S108 356 108 262Z", "#1f5a68")
    sheet.path("M404 236h22a46 46 0 0 1 0 92h-38", stroke="#1f5a68", stroke_width=26, stroke_linejoin="round")
    sheet.path("M132 214L206 116L252 176L292 134L380 214Z", "#c8643c")
    sheet.path("M206 116L228 145L206 158L184 146ZM292 134L312 152L292 164L277 150Z", "#f3e7d3")
    for row in range(3):
        y = 268 + row * 38
        sheet.path(
            f"M{160 + row * 12} {y}q24 -20 48 0t48 0t48 0" + ("t24 0" if row == 0 else ""),
            stroke="#f3e7d3",
            stroke_width=12,
            stroke_linecap="round",
        )


def outway(sheet: Sheet) -> None:
    """A compass rose that is also a path leading out."""
    sheet.fill("#e8603c")
    sheet.circle(256, 256, 172, "none", stroke="#fff3df", stroke_width=24)
    for index in range(8):
        turn = pi * index / 4 + pi / 8
        sheet.circle(256 + 132 * cos(turn), 256 + 132 * sin(turn), 8, "#fff3df")
    sheet.path("M330 150L288 286L256 256Z", "#3a1c22")
    sheet.path("M330 150L224 226L256 256Z", "#fff3df")
    sheet.path("M182 362L224 226L256 256Z", "#3a1c22", opacity=0.75)
    sheet.path("M182 362L288 286L256 256Z", "#fff3df", opacity=0.75)


MARKS: dict[str, Callable[[Sheet], None]] = {"nordlys": nordlys, "fjordkaffe": fjordkaffe, "outway": outway}


def mark(slug: str) -> bytes:
    sheet = Sheet(SIZE, SIZE)
    MARKS[slug](sheet)
    data: bytes = paint(sheet)[0:3].pngsave_buffer(compression=9)
    return data
