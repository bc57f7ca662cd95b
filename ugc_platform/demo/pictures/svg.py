"""A sheet on which shapes are laid; it becomes SVG text that libvips paints with smooth edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

Point = tuple[float, float]
Stop = str | tuple[float, str] | tuple[float, str, float]


def number(value: float) -> str:
    return f"{value:.5g}"


def attributes(given: dict[str, Any]) -> str:
    """`stroke_width=3` becomes `stroke-width="3"`; `blend` names a blend mode, `whole` an opacity of the group as one."""
    parts = []
    for name, value in given.items():
        if name == "blend":
            parts.append(f'style="mix-blend-mode:{value}"')
        elif name == "whole":
            parts.append(f'opacity="{value}"')
        elif name == "opacity":
            # Said of the paint and not of the shape, which would be painted apart and laid over: 200 times as dear.
            parts.append(f'fill-opacity="{number(value)}" stroke-opacity="{number(value)}"')
        elif value is not None:
            text = number(value) if isinstance(value, float) else str(value)
            parts.append(f'{name.rstrip("_").replace("_", "-")}="{text}"')
    return " ".join(parts)


class Sheet:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._definitions: list[str] = []
        self._known: dict[str, str] = {}
        self._body: list[str] = []

    def text(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}">'
            f"<defs>{''.join(self._definitions)}</defs>{''.join(self._body)}</svg>"
        )

    def _define(self, element: str) -> str:
        """`element` has `@` where its id goes; the same element is defined once."""
        if element not in self._known:
            name = f"d{len(self._known)}"
            self._known[element] = name
            self._definitions.append(element.replace("@", f'id="{name}"', 1))
        return f"url(#{self._known[element]})"

    def linear(self, *stops: Stop, start: Point = (0, 0), end: Point = (0, 1), space: str = "objectBoundingBox") -> str:
        """A fill that runs from `start` to `end`, by default down the shape it fills."""
        (x1, y1), (x2, y2) = start, end
        place = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" gradientUnits="{space}"'
        return self._define(f"<linearGradient @ {place}>{_stops(stops)}</linearGradient>")

    def radial(
        self, *stops: Stop, center: Point = (0.5, 0.5), radius: float = 0.5, space: str = "objectBoundingBox"
    ) -> str:
        place = f'cx="{number(center[0])}" cy="{number(center[1])}" r="{number(radius)}" gradientUnits="{space}"'
        return self._define(f"<radialGradient @ {place}>{_stops(stops)}</radialGradient>")

    def blur(self, sigma: float, x: float, y: float, reach: float, tall: float | None = None) -> str:
        """A filter that works within `reach` of (x, y); dear by area, so for single small things (see `paint.paint`)."""
        tall = reach if tall is None else tall
        return self._define(
            f'<filter @ x="{number(x - reach)}" y="{number(y - tall)}" width="{number(reach * 2)}" '
            f'height="{number(tall * 2)}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">'
            f'<feGaussianBlur stdDeviation="{number(sigma)}"/></filter>'
        )

    def clip(self, path: str) -> str:
        return self._define(f'<clipPath @><path d="{path}"/></clipPath>')

    def path(self, d: str, fill: str = "none", **more: Any) -> None:
        self._body.append(f'<path d="{d}" fill="{fill}" {attributes(more)}/>')

    def polygon(self, points: Sequence[Point], fill: str, **more: Any) -> None:
        self.path(straight(points), fill, **more)

    def line(self, points: Sequence[Point], stroke: str, width: float, **more: Any) -> None:
        more.setdefault("stroke_linecap", "round")
        more.setdefault("stroke_linejoin", "round")
        self.path(straight(points, closed=False), stroke=stroke, stroke_width=width, **more)

    def curve(self, points: Sequence[Point], stroke: str, width: float, **more: Any) -> None:
        more.setdefault("stroke_linecap", "round")
        self.path(smooth(points), stroke=stroke, stroke_width=width, **more)

    def circle(self, x: float, y: float, radius: float, fill: str, **more: Any) -> None:
        self._body.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}" {attributes(more)}/>'
        )

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, **more: Any) -> None:
        place = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        self._body.append(f'<ellipse {place} fill="{fill}" {attributes(more)}/>')

    def rect(self, x: float, y: float, width: float, height: float, fill: str, round_: float = 0, **more: Any) -> None:
        place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        self._body.append(f'<rect {place} rx="{number(round_)}" fill="{fill}" {attributes(more)}/>')

    def fill(self, fill: str, **more: Any) -> None:
        """The whole sheet."""
        self.rect(0, 0, self.width, self.height, fill, **more)

    def soft(self, d: str, color: str, spread: float, opacity: float, steps: int = 7) -> None:
        """A shape whose edge fades out over `spread`, as a shadow does: outlines laid over each other."""
        part = 1 - (1 - opacity) ** (1 / (steps + 1))
        for step in range(steps + 1):
            wide = 2 * spread * (step / steps) ** 1.3
            self.path(d, color, stroke=color, stroke_width=wide, stroke_linejoin="round", whole=round(part, 4))

    def glow(self, x: float, y: float, reach: float, color: str, opacity: float = 0.5, flat: float = 1) -> None:
        """A spot of light or, in a dark color, of shadow."""
        fade = self.radial(
            (0, color, opacity), (0.35, color, opacity * 0.52), (0.7, color, opacity * 0.12), (1, color, 0)
        )
        self.ellipse(x, y, reach, reach * flat, fade)

    @contextmanager
    def group(self, **more: Any) -> Iterator[None]:
        self._body.append(f"<g {attributes(more)}>")
        try:
            yield
        finally:
            self._body.append("</g>")

    @contextmanager
    def placed(self, x: float, y: float, scale: float = 1, turn: float = 0, **more: Any) -> Iterator[None]:
        """Draw around (0, 0), and have it stand at (x, y), `turn` in degrees clockwise."""
        move = f"translate({number(x)} {number(y)}) rotate({number(turn)}) scale({scale:.4f})"
        with self.group(transform=move, **more):
            yield


def _stops(stops: Sequence[Stop]) -> str:
    parts = []
    for index, stop in enumerate(stops):
        offset, color, opacity = index / max(1, len(stops) - 1), stop, 1.0
        if isinstance(stop, tuple):
            offset, color = stop[0], stop[1]
            opacity = stop[2] if len(stop) == 3 else 1.0
        parts.append(f'<stop offset="{number(offset)}" stop-color="{color}" stop-opacity="{number(opacity)}"/>')
    return "".join(parts)


def straight(points: Sequence[Point], closed: bool = True) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """A path through all the points without corners (Catmull-Rom splines as cubic curves)."""
    count = len(points)
    pieces = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for index in range(count if closed else count - 1):
        before = points[index - 1] if index or closed else points[0]
        here, after = points[index], points[(index + 1) % count]
        beyond = points[(index + 2) % count] if closed or index + 2 < count else after
        c1 = (here[0] + (after[0] - before[0]) / 6, here[1] + (after[1] - before[1]) / 6)
        c2 = (after[0] - (beyond[0] - here[0]) / 6, after[1] - (beyond[1] - here[1]) / 6)
        pieces.append("C" + " ".join(number(value) for point in (c1, c2, after) for value in point))
    return "".join(pieces) + ("Z" if closed else "")
