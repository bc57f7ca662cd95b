"""Colors as `#rrggbb` text: mixing, lightening, darkening."""

from __future__ import annotations


def channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """`share` of 0 is the first color, 1 the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(color: str, share: float) -> str:
    return mix(color, "#ffffff", share)


def darker(color: str, share: float) -> str:
    return mix(color, "#0b0a14", share)


def ramp(stops: tuple[str, ...], share: float) -> str:
    """The color at `share` of the way through several evenly spaced ones."""
    place = max(0.0, min(1.0, share)) * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    return mix(stops[index], stops[index + 1], place - index)
