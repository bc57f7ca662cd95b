"""The four containers, walked by hand: what a picture claims to be is known before any decoder sees it."""

from __future__ import annotations

from dataclasses import dataclass


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
