"""The two things that are read from EXIF, and the three that are written. Exif 2.32 over TIFF 6.0."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_ORIENTATION, _ARTIST, _COPYRIGHT, _GPS = 0x0112, 0x013B, 0x8298, 0x8825
# Latitude and longitude, of the camera and of the destination. A GPS directory may hold only a version or a clock.
_PLACE_TAGS = {2, 4, 20, 22}
_MAX_ENTRIES = 512


@dataclass(frozen=True)
class ExifFacts:
    orientation: int = 1
    has_location: bool = False


def read(tiff: bytes) -> ExifFacts:
    """Never raises: what cannot be read says nothing."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return ExifFacts()
    main = _directory(tiff, order, _number(tiff, order, 4, 4))
    orientation = main.get(_ORIENTATION, b"")
    gps = main.get(_GPS, b"")
    turned = int.from_bytes(orientation[:2], "little" if order == "<" else "big") if orientation else 1
    place = _directory(tiff, order, _number(gps, order, 0, 4)) if gps else {}
    return ExifFacts(
        orientation=turned if 1 <= turned <= 8 else 1,
        has_location=not _PLACE_TAGS.isdisjoint(place),
    )


def _number(content: bytes, order: str, at: int, size: int) -> int:
    return int.from_bytes(content[at : at + size], "little" if order == "<" else "big")


def _directory(tiff: bytes, order: str, at: int) -> dict[int, bytes]:
    """Tag to its four value bytes, of the directory at this offset."""
    if not 8 <= at <= len(tiff) - 2:
        return {}
    count = min(_number(tiff, order, at, 2), _MAX_ENTRIES)
    entries = {}
    for index in range(count):
        entry = tiff[at + 2 + index * 12 : at + 14 + index * 12]
        if len(entry) < 12:
            break
        entries[_number(entry, order, 0, 2)] = entry[8:12]
    return entries


def build(*, orientation: int, artist: str, copyright_notice: str) -> bytes:
    """A TIFF block with only these tags; empty when there is nothing to say.

    Text is written as UTF-8 under type ASCII, as the Metadata Working Group advises and all common readers expect.
    """
    entries: list[tuple[int, int, int, bytes]] = []
    if orientation != 1:
        entries.append((_ORIENTATION, 3, 1, struct.pack(">HH", orientation, 0)))
    for tag, text in ((_ARTIST, artist), (_COPYRIGHT, copyright_notice)):
        if text:
            value = text.encode() + b"\0"
            entries.append((tag, 2, len(value), value))
    if not entries:
        return b""
    values_at = 8 + 2 + 12 * len(entries) + 4
    directory, values = struct.pack(">H", len(entries)), b""
    for tag, kind, count, value in entries:
        directory += struct.pack(">HHI", tag, kind, count)
        if len(value) <= 4:
            directory += value.ljust(4, b"\0")
        else:
            directory += struct.pack(">I", values_at + len(values))
            values += value + b"\0" * (len(value) % 2)
    return b"MM\x00*" + struct.pack(">I", 8) + directory + b"\0\0\0\0" + values
