"""PNG, third edition (W3C 2025): signature, then chunks with a checksum each."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from submissions.imaging.containers import Survey, few, icc
from submissions.imaging.kinds import PNG_SIGNATURE
from submissions.imaging.refusals import Unreadable

XMP_KEYWORD = b"XML:com.adobe.xmp"
# By how much all packed texts of a file together may grow.
_MAX_GROWTH = 8 * 1024 * 1024
# What decides how the pixels look, and nothing that tells about anybody, by the length that it has: decoders pass over
# a chunk of another length, whatever it holds.
_LENGTHS = {
    b"IHDR": 13,
    b"IEND": 0,
    b"gAMA": 4,
    b"cHRM": 32,
    b"sRGB": 1,
    b"cICP": 4,
    b"mDCV": 24,
    b"cLLI": 8,
    b"pHYs": 9,
}
_PALETTE = 3
# The same by the kind of color that IHDR names: gray 0, RGB 2, palette 3, with alpha 4 and 6.
_LENGTHS_BY_COLOR = {
    b"tRNS": {0: 2, 2: 6},
    b"sBIT": {0: 1, 2: 3, _PALETTE: 3, 4: 2, 6: 4},
    b"bKGD": {0: 2, 2: 6, _PALETTE: 1, 4: 2, 6: 6},
}


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
    at = len(PNG_SIGNATURE)
    while True:
        if at + 12 > len(content):
            raise Unreadable("truncated", detail="no IEND")
        length = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        payload_end = at + 8 + length
        if not kind.isalpha() or length > 0x7FFFFFFF:
            raise Unreadable("broken", detail=f"no chunk at {at}")
        if payload_end + 4 > len(content):
            raise Unreadable("truncated", detail=f"chunk at {at}")
        if zlib.crc32(content[at + 4 : payload_end]) != int.from_bytes(content[payload_end : payload_end + 4], "big"):
            raise Unreadable("broken", detail=f"checksum of the chunk at {at}")
        yield Chunk(kind, at, at + 8, payload_end, payload_end + 4)
        at = payload_end + 4
        if kind == b"IEND":
            return


def survey(content: bytes) -> Survey:
    width = height = end = grown = 0
    coded = False
    exif, xmp, iptc, texts = b"", [], [], []
    for index, chunk in enumerate(chunks(content)):
        payload = content[chunk.payload_start : chunk.payload_end] if chunk.kind != b"IDAT" else b""
        if (chunk.kind == b"IHDR") != (index == 0):
            raise Unreadable("broken", detail="IHDR is not first")
        if chunk.kind == b"IHDR":
            width, height = int.from_bytes(payload[:4], "big"), int.from_bytes(payload[4:8], "big")
        elif chunk.kind == b"acTL":
            raise Unreadable("animated", detail="APNG")
        elif chunk.kind == b"IDAT":
            coded = True
        elif chunk.kind == b"eXIf":
            exif = exif or payload
        elif chunk.kind in (b"tEXt", b"zTXt", b"iTXt", b"iCCP"):
            keyword, text = _text(chunk.kind, payload)
            grown += max(0, len(text) - len(payload))
            if grown > _MAX_GROWTH:
                raise Unreadable("too_demanding", detail="texts that unpack to too much")
            profile = _raw_profile(keyword, text)
            if profile.startswith(b"Exif\0\0"):
                exif = exif or profile[6:]
            elif keyword.lower() in (b"raw profile type iptc", b"raw profile type 8bim"):
                iptc.append(profile)
            elif keyword == XMP_KEYWORD or profile:
                xmp.append(profile or text)
            else:
                texts.append(text)
        elif chunk.kind == b"IEND":
            end = chunk.end
        elif chunk.kind != b"IDAT":
            texts.append(payload)
    if not (width and height and coded):
        raise Unreadable("broken", detail="no size or no pixels")
    return Survey("png", width, height, end, exif, tuple(xmp), tuple(iptc), tuple(texts))


def _text(kind: bytes, payload: bytes) -> tuple[bytes, bytes]:
    keyword, _, rest = payload.partition(b"\0")
    if kind == b"tEXt":
        return keyword, rest
    if kind in (b"zTXt", b"iCCP"):
        return keyword, _inflate(rest[1:])
    packed, rest = rest[:1] == b"\x01", rest[2:]
    text = rest.partition(b"\0")[2].partition(b"\0")[2]
    return keyword, _inflate(text) if packed else text


def _inflate(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, _MAX_GROWTH)
    except zlib.error:
        return b""
    if unpacker.unconsumed_tail:
        raise Unreadable("too_demanding", detail="a text that unpacks to too much")
    return text


def _raw_profile(keyword: bytes, text: bytes) -> bytes:
    """ImageMagick's way to keep EXIF, IPTC and XMP in a PNG: name, length, then hexadecimal lines."""
    if not keyword.lower().startswith(b"raw profile type "):
        return b""
    digits = re.sub(rb"\s", b"", b"".join(text.split(b"\n", 3)[3:]))
    try:
        return bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return b""


def chunk(kind: bytes, payload: bytes) -> bytes:
    return len(payload).to_bytes(4, "big") + kind + payload + zlib.crc32(kind + payload).to_bytes(4, "big")


def rewrite(content: bytes, *, exif: bytes, xmp: bytes) -> bytes:
    """The same coded picture with this metadata and no other."""
    parts = [PNG_SIGNATURE]
    color = content[25]
    entries = 0
    seen = set()
    for part in chunks(content):
        payload = content[part.payload_start : part.payload_end]
        if part.kind == b"IDAT":
            parts.append(content[part.start : part.end])
        elif part.kind == b"iCCP":
            profile = icc.whole(_text(part.kind, payload)[1])
            if profile and part.kind not in seen:
                # Under a name and in a packing of our own: both could say more.
                parts.append(chunk(b"iCCP", b"ICC\0\0" + zlib.compress(profile, 9)))
                seen.add(part.kind)
        elif part.kind not in seen and _fits(part.kind, len(payload), color, entries):
            parts.append(content[part.start : part.end])
            seen.add(part.kind)
            entries = len(payload) // 3 if part.kind == b"PLTE" else entries
        if part.kind == b"IHDR":
            parts.append(chunk(b"iTXt", XMP_KEYWORD + b"\0\0\0\0\0" + xmp))
            if exif:
                parts.append(chunk(b"eXIf", exif))
    return b"".join(parts)


def _fits(kind: bytes, length: int, color: int, entries: int) -> bool:
    if color == _PALETTE and kind in (b"PLTE", b"tRNS"):
        return length <= (768 if kind == b"PLTE" else entries)
    return length == _LENGTHS_BY_COLOR.get(kind, {}).get(color, _LENGTHS.get(kind))
