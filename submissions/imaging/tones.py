"""What a card shows before its picture is there: a color, and sixteen blurred pixels inside the page itself."""

from __future__ import annotations

import base64
from collections import defaultdict
from pathlib import Path
from typing import Any

from submissions.imaging import pictures

_PREFIX = "data:image/webp;base64,"
_MAX_LENGTH = 200
_PLACEHOLDER_SIDE, _COLOR_SIDE = 16, 48


def placeholder(path: Path) -> str:
    """A data URL of at most 200 characters, sixteen pixels on its longer side. Raises Unreadable."""
    picture = _small(path, _PLACEHOLDER_SIDE)
    for quality in (50, 30, 15, 5):
        coded = picture.webpsave_buffer(Q=quality, effort=6, keep="none")
        url = _PREFIX + base64.b64encode(coded).decode("ascii")
        if len(url) <= _MAX_LENGTH:
            return url
    return _single_pixel(picture)


def _single_pixel(picture: Any) -> str:
    """One pixel, for the rare picture whose sixteen do not fit."""
    coded = picture.resize(1 / picture.width, vscale=1 / picture.height).webpsave_buffer(Q=50, keep="none")
    return _PREFIX + base64.b64encode(coded).decode("ascii")


def dominant_color(path: Path) -> str:
    """`#rrggbb`: the mean of the commonest of 512 color ranges. Raises Unreadable."""
    pixels = bytes(_small(path, _COLOR_SIDE).write_to_memory())
    ranges: dict[tuple[int, int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for red, green, blue in zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True):
        ranges[red >> 5, green >> 5, blue >> 5].append((red, green, blue))
    commonest = max(ranges.values(), key=len)
    return "#" + "".join(f"{sum(channel) // len(commonest):02x}" for channel in zip(*commonest, strict=True))


def _small(path: Path, side: int) -> Any:
    source = pictures.source(path)
    scale = min(1, side / max(source.width, source.height))
    picture = pictures.upright(source, max(1, round(source.width * scale)), max(1, round(source.height * scale)))
    return picture.flatten(background=[255, 255, 255]) if picture.hasalpha() else picture
