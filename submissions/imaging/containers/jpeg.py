"""JPEG: ITU-T T.81 Annex B, with the application segments of JFIF, Exif, XMP part 3, ICC.1 and Photoshop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from submissions.imaging.containers import Survey, few, icc
from submissions.imaging.refusals import Unreadable

SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
DHT, DAC, DQT, DRI = 0xC4, 0xCC, 0xDB, 0xDD
APP0, APP1, APP2, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE

EXIF_HEADER = b"Exif\x00\x00"
XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\x00"
EXTENDED_XMP_HEADER = b"http://ns.adobe.com/xmp/extension/\x00"
PHOTOSHOP_HEADER = b"Photoshop 3.0\x00"
ICC_HEADER = b"ICC_PROFILE\x00"

_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
# Baseline, extended and progressive, with Huffman or arithmetic coding; lossless and hierarchical are no photos.
_DECODABLE = {0xC0, 0xC1, 0xC2, 0xC9, 0xCA}
# What decides about the pixels. DNL is not among them: a frame without a height of its own is refused.
_CODING = {*_DECODABLE, DHT, DAC, DQT, DRI, SOS, EOI}
_ADOBE_LENGTH = 12
_PROFILE_PIECE = 65533 - len(ICC_HEADER) - 2
# The end of entropy-coded bytes: a marker that is neither a stuffed zero nor a restart.
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_FILL = re.compile(rb"\xff+")


@dataclass(frozen=True)
class Segment:
    """`start` is the 0xFF of the marker; a scan's `end` lies behind its entropy-coded bytes."""

    marker: int
    start: int
    payload_start: int
    payload_end: int
    end: int


def segments(content: bytes) -> Iterator[Segment]:
    """All segments after SOI up to and with EOI; raises Unreadable where the chain breaks."""
    return few(_segments(content))


def _segments(content: bytes) -> Iterator[Segment]:
    at = 2
    while True:
        if at + 2 > len(content):
            raise Unreadable("truncated", detail="no end of image")
        start = at
        fill = _FILL.match(content, at)
        if fill is None:
            raise Unreadable("broken", detail=f"no marker at {at}")
        at = fill.end()
        if at >= len(content):
            raise Unreadable("truncated", detail="no end of image")
        marker = content[at]
        at += 1
        if marker == EOI:
            yield Segment(marker, start, at, at, at)
            return
        if marker in (0x00, SOI):
            raise Unreadable("broken", detail=f"stray marker at {start}")
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            yield Segment(marker, start, at, at, at)
            continue
        length = int.from_bytes(content[at : at + 2], "big")
        payload_end = end = at + length
        if length < 2 or end > len(content):
            raise Unreadable("truncated" if length >= 2 or at + 2 > len(content) else "broken")
        if marker == SOS:
            found = _NEXT_MARKER.search(content, end)
            if found is None:
                raise Unreadable("truncated", detail="scan without an end")
            end = found.start()
        yield Segment(marker, start, at + 2, payload_end, end)
        at = end


def survey(content: bytes) -> Survey:
    width = height = end = 0
    scanned = False
    exif, xmp, iptc, texts = b"", [], [], []
    for segment in segments(content):
        payload = content[segment.payload_start : segment.payload_end] if segment.marker != SOS else b""
        if segment.marker in _FRAMES:
            if width:
                raise Unreadable("broken", detail="two frames")
            width, height = _frame_size(segment.marker, payload)
        elif segment.marker == SOS:
            scanned = True
        elif segment.marker == EOI:
            end = segment.end
        elif segment.marker == APP1 and payload.startswith(EXIF_HEADER):
            exif = exif or payload[len(EXIF_HEADER) :]
        elif segment.marker == APP1 and payload.startswith((XMP_HEADER, EXTENDED_XMP_HEADER)):
            xmp.append(payload)
        elif segment.marker == APP13 and payload.startswith(PHOTOSHOP_HEADER):
            iptc.append(payload)
        else:
            texts.append(payload)
    if not (width and scanned):
        raise Unreadable("broken", detail="no frame or no scan")
    return Survey("jpeg", width, height, end, exif, tuple(xmp), tuple(iptc), tuple(texts))


def _frame_size(marker: int, payload: bytes) -> tuple[int, int]:
    if marker not in _DECODABLE or payload[:1] != b"\x08":
        raise Unreadable("unsupported_format", detail="lossless, hierarchical or 12-bit JPEG")
    height, width = int.from_bytes(payload[1:3], "big"), int.from_bytes(payload[3:5], "big")
    if not (width and height):
        raise Unreadable("broken", detail="frame without a size")
    return width, height


def segment(marker: int, payload: bytes) -> bytes:
    if len(payload) > 65533:
        raise ValueError("a JPEG segment holds at most 65,533 bytes")
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def rewrite(content: bytes, *, exif: bytes, xmp: bytes, iptc: bytes) -> bytes:
    """The same coded picture with this metadata and no other. Bytes after the end of the image are left behind,
    and with them embedded previews, depth maps, gain maps and motion clips."""
    head: dict[str, bytes] = {}
    coding = []
    for part in segments(content):
        payload = content[part.payload_start : part.payload_end]
        if part.marker == APP0 and payload.startswith(b"JFIF\x00"):
            # Version, density; then a thumbnail of zero by zero pixels instead of the one that was there.
            head.setdefault("jfif", segment(APP0, payload[:12].ljust(12, b"\0") + b"\0\0"))
        elif part.marker == APP14 and payload.startswith(b"Adobe") and len(payload) >= _ADOBE_LENGTH:
            # How the colors were turned.
            head.setdefault("adobe", segment(APP14, payload[:_ADOBE_LENGTH]))
        elif part.marker in _CODING:
            coding.append(content[part.start : part.end])
    parts = [b"\xff\xd8", head.get("jfif", b"")]
    if exif:
        parts.append(segment(APP1, EXIF_HEADER + exif))
    parts.append(segment(APP1, XMP_HEADER + xmp))
    if iptc:
        parts.append(segment(APP13, PHOTOSHOP_HEADER + iptc))
    parts += [*_profile_segments(_profile(content)), head.get("adobe", b"")]
    return b"".join(parts + coding)


def _profile(content: bytes) -> bytes:
    """ICC.1 Annex B.4: numbered pieces, each of which also tells how many there are."""
    pieces: dict[int, bytes] = {}
    counts = set()
    for part in segments(content):
        payload = content[part.payload_start : part.payload_end] if part.marker == APP2 else b""
        if payload.startswith(ICC_HEADER) and len(payload) >= len(ICC_HEADER) + 2:
            number, count = payload[len(ICC_HEADER) : len(ICC_HEADER) + 2]
            pieces.setdefault(number, payload[len(ICC_HEADER) + 2 :])
            counts.add(count)
    if counts != {len(pieces)} or set(pieces) != set(range(1, len(pieces) + 1)):
        return b""
    return icc.whole(b"".join(pieces[number] for number in sorted(pieces)))


def _profile_segments(profile: bytes) -> list[bytes]:
    pieces = [profile[at : at + _PROFILE_PIECE] for at in range(0, len(profile), _PROFILE_PIECE)]
    return [
        segment(APP2, ICC_HEADER + bytes((number, len(pieces))) + piece) for number, piece in enumerate(pieces, start=1)
    ]
