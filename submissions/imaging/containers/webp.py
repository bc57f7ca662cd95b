"""WebP: RFC 9649, chunks in a RIFF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from submissions.imaging.containers import Survey, few, icc
from submissions.imaging.refusals import Unreadable

_ICC, _ALPHA, _EXIF, _XMP, _ANIMATION = 0x20, 0x10, 0x08, 0x04, 0x02


@dataclass(frozen=True)
class Chunk:
    kind: bytes
    start: int
    payload_start: int
    payload_end: int
    end: int


def chunks(content: bytes) -> Iterator[Chunk]:
    return few(_chunks(content))


def _chunks(content: bytes) -> Iterator[Chunk]:
    riff_end = _riff_end(content)
    at = 12
    while at < riff_end:
        if at + 8 > riff_end:
            raise Unreadable("broken", detail=f"no chunk at {at}")
        payload_end = at + 8 + int.from_bytes(content[at + 4 : at + 8], "little")
        if payload_end > riff_end:
            raise Unreadable("broken", detail=f"chunk at {at} is longer than its file")
        # An odd chunk is padded; some writers forget it on the last one.
        end = min(payload_end + payload_end % 2, riff_end)
        yield Chunk(content[at : at + 4], at, at + 8, payload_end, end)
        at = end


def _riff_end(content: bytes) -> int:
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise Unreadable("truncated", detail="RIFF is longer than the file")
    return end


def survey(content: bytes) -> Survey:
    canvas = coded = (0, 0)
    exif, xmp, texts = b"", [], []
    for chunk in chunks(content):
        payload = content[chunk.payload_start : chunk.payload_end]
        if chunk.kind in (b"ANIM", b"ANMF") or (chunk.kind == b"VP8X" and payload[:1] and payload[0] & _ANIMATION):
            raise Unreadable("animated", detail="WebP animation")
        if chunk.kind == b"VP8X":
            canvas = (
                1 + int.from_bytes(payload[4:7], "little"),
                1 + int.from_bytes(payload[7:10], "little"),
            )
        elif chunk.kind in (b"VP8 ", b"VP8L"):
            if coded[0]:
                raise Unreadable("broken", detail="two pictures")
            coded = _coded_size(chunk.kind, payload)
        elif chunk.kind == b"EXIF":
            # Some writers keep the header that JPEG wants.
            exif = exif or payload.removeprefix(b"Exif\0\0")
        elif chunk.kind == b"XMP ":
            xmp.append(payload)
        elif chunk.kind != b"ALPH":
            texts.append(payload)
    width, height = max(canvas[0], coded[0]), max(canvas[1], coded[1])
    if not (coded[0] and coded[1]):
        raise Unreadable("broken", detail="no picture in the RIFF")
    return Survey("webp", width, height, _riff_end(content), exif, tuple(xmp), (), tuple(texts))


def _coded_size(kind: bytes, payload: bytes) -> tuple[int, int]:
    if kind == b"VP8 ":
        if payload[3:6] != b"\x9d\x01\x2a":
            raise Unreadable("broken", detail="no VP8 key frame")
        return int.from_bytes(payload[6:8], "little") & 0x3FFF, int.from_bytes(payload[8:10], "little") & 0x3FFF
    if payload[:1] != b"\x2f":
        raise Unreadable("broken", detail="no VP8L header")
    bits = int.from_bytes(payload[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "little") + payload + b"\0" * (len(payload) % 2)


def rewrite(content: bytes, *, exif: bytes, xmp: bytes) -> bytes:
    """The same coded picture in the extended layout, with this metadata and no other."""
    seen = survey(content)
    kept: dict[bytes, bytes] = {}
    transparent = False
    for part in chunks(content):
        payload = content[part.payload_start : part.payload_end]
        if part.kind == b"VP8X":
            transparent |= bool(payload[0] & _ALPHA)
        elif part.kind == b"ICCP":
            payload = icc.whole(payload)
            if payload:
                kept.setdefault(part.kind, chunk(part.kind, payload))
        elif part.kind in (b"ALPH", b"VP8 ", b"VP8L"):
            kept.setdefault(part.kind, chunk(part.kind, payload))
            transparent |= part.kind == b"ALPH" or (part.kind == b"VP8L" and bool(payload[4] & 0x10))
    if b"VP8L" in kept:
        # It has its transparency within; no decoder reads another one.
        kept.pop(b"ALPH", None)
    flags = _XMP | (_EXIF if exif else 0) | (_ICC if b"ICCP" in kept else 0) | (_ALPHA if transparent else 0)
    canvas = (seen.width - 1).to_bytes(3, "little") + (seen.height - 1).to_bytes(3, "little")
    parts = [chunk(b"VP8X", bytes((flags, 0, 0, 0)) + canvas)]
    parts += [kept[kind] for kind in (b"ICCP", b"ALPH", b"VP8 ", b"VP8L") if kind in kept]
    if exif:
        parts.append(chunk(b"EXIF", exif))
    parts.append(chunk(b"XMP ", xmp))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
