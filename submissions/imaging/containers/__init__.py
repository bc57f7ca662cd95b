"""The four containers, walked by hand: what a picture claims to be is known before any decoder sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from submissions.imaging.refusals import MAX_PARTS, Unreadable

Part = TypeVar("Part")


@dataclass(frozen=True)
class Survey:
    """What a container says. `width` and `height` are as stored, before the orientation is applied."""

    format: str
    width: int
    height: int
    # Where the picture ends; what follows is no part of it.
    end: int
    exif: bytes = b""
    # Metadata other than EXIF, raw: XMP packets, IPTC records, comments.
    xmp: tuple[bytes, ...] = ()
    iptc: tuple[bytes, ...] = ()
    texts: tuple[bytes, ...] = ()


def few(parts: Iterator[Part]) -> Iterator[Part]:
    """The same parts; a file of millions of empty ones costs minutes and is refused."""
    for number, part in enumerate(parts):
        if number == MAX_PARTS:
            raise Unreadable("too_demanding", detail=f"more than {MAX_PARTS} parts")
        yield part
