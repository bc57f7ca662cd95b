"""AVIF: boxes of ISO/IEC 14496-12 and 23008-12. Only what is needed to refuse early; the decoder reads the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from submissions.imaging.containers import Survey, few
from submissions.imaging.refusals import MAX_SIDE, Unreadable


@dataclass(frozen=True)
class Box:
    kind: bytes
    start: int
    payload_start: int
    end: int


def boxes(content: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes that tile this range; stops silently where bytes are no box any more."""
    at = start
    while at + 8 <= end:
        size, kind, header = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], 8
        if size == 1:
            size, header = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < header or not (kind.isascii() and kind.decode("ascii").isprintable()):
            return
        if at + size > end:
            raise Unreadable("truncated", detail=f"box at {at}")
        yield Box(kind, at, at + header, at + size)
        at += size


def survey(content: bytes) -> Survey:
    """`width` and `height` are those of the largest image in the file, whole or tile: a bound for the decoder. One with
    a side that is too long counts as the largest."""
    end = 0
    kinds = set()
    for box in few(boxes(content, 0, len(content))):
        kinds.add(box.kind)
        end = box.end
    if b"moov" in kinds:
        raise Unreadable("animated", detail="AVIF sequence")
    if b"meta" not in kinds or (b"mdat" not in kinds and b"idat" not in content):
        raise Unreadable("truncated", detail="no pictures behind the header")
    sizes = list(_image_sizes(content))
    if not sizes:
        raise Unreadable("broken", detail="no image with a size")
    width, height = max(sizes, key=lambda size: (max(size) > MAX_SIDE, size[0] * size[1]))
    return Survey("avif", width, height, end)


def _image_sizes(content: bytes) -> Iterator[tuple[int, int]]:
    meta = _only(content, 0, len(content), b"meta")
    # `meta` and `ispe` carry four bytes of version and flags.
    properties = _only(content, meta.payload_start + 4, meta.end, b"iprp")
    container = _only(content, properties.payload_start, properties.end, b"ipco")
    for extent in few(boxes(content, container.payload_start, container.end)):
        if extent.kind == b"ispe":
            at = extent.payload_start + 4
            yield int.from_bytes(content[at : at + 4], "big"), int.from_bytes(content[at + 4 : at + 8], "big")


def _only(content: bytes, start: int, end: int, kind: bytes) -> Box:
    """The standard wants exactly one of these; with more, a decoder could see another picture than this survey."""
    found = [box for box in few(boxes(content, start, end)) if box.kind == kind]
    if len(found) != 1:
        raise Unreadable("broken", detail=f"{len(found)} boxes of kind {kind!r}")
    return found[0]
