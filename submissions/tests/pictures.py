"""Files as strangers send them: photo-like pictures made by code, and what is wrong with files in practice."""

from __future__ import annotations

import math
import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter


def photo(width: int = 1600, height: int = 1200, *, seed: int = 1, place: bool = False) -> bytes:
    """A JPEG that looks like a landscape at dusk, with the EXIF of a camera; with `place`, the coordinates of one."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        light = y / height
        draw.line([(0, y), (width, y)], fill=(int(90 + 150 * light), int(80 + 90 * light), int(130 - 40 * light)))
    for ridge in range(4):
        base = height * (0.45 + 0.13 * ridge)
        points = [
            (x, base + math.sin(x / width * (5 + ridge) + seed + ridge * 2) * height * 0.06)
            for x in range(0, width + 1, max(1, width // 80))
        ]
        shade = 70 - ridge * 15
        draw.polygon([*points, (width, height), (0, height)], fill=(shade, shade + 12, shade + 25))
    center = (width * (0.2 + 0.6 * ((seed * 37) % 100) / 100), height * 0.3)
    radius = height * 0.07
    draw.ellipse([center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius], fill=(255, 226, 170))
    image = image.filter(ImageFilter.GaussianBlur(1.2))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Tilsagn", f"Model {seed}"
    if place:
        exif[0x8825] = {1: "N", 2: (55.0, 41.0, 30.0), 3: "E", 4: (12.0, 35.0, 10.0)}
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=88, exif=exif)
    return buffer.getvalue()


def truncated() -> bytes:
    whole = photo(400, 300, seed=2)
    return whole[: len(whole) // 2]


def mistyped() -> bytes:
    """A program that calls itself a picture."""
    return b"\x7fELF\x02\x01\x01" + bytes(2000)


def polyglot() -> bytes:
    """A picture that is an archive, too."""
    return photo(400, 300, seed=3) + b"PK\x03\x04" + bytes(26) + b"payload" + b"PK\x05\x06" + bytes(18)


def animated() -> bytes:
    frames = [Image.new("RGB", (40, 40), color) for color in ("red", "green", "blue")]
    buffer = BytesIO()
    frames[0].save(buffer, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    return buffer.getvalue()


def huge() -> bytes:
    """A PNG of 200 megapixels in a few hundred bytes of header; its pixels never come."""
    header = struct.pack(">IIBBBBB", 20_000, 10_000, 8, 2, 0, 0, 0)
    chunks = [_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(bytes(1000))), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
