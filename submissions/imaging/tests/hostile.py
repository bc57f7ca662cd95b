"""Files that people should not send, made by code: each name says what is wrong with it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from submissions.imaging.containers import png, webp
from submissions.imaging.kinds import PNG_SIGNATURE
from submissions.imaging.tests import photos

PHP = b"<?php system($_GET['c']); ?>"
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as content:
        content.writestr("Evil.class", b"\xca\xfe\xba\xbe" + b"\0" * 40)
    return target.getvalue()


def truncations(content: bytes, step: int = 64) -> Iterator[bytes]:
    return (content[:length] for length in range(step, len(content), step))


def mistyped() -> dict[str, bytes]:
    return {
        "html": HTML,
        "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
        "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n",
        "pdf with a photo in it": b"%PDF-1.7\n1 0 obj\nstream\n" + photos.coded("JPEG") + b"\nendstream\n%%EOF\n",
        "mp4": b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2" + b"\0\0\0\x08moov",
        "zip": archive(),
        "program": b"MZ\x90\0" + b"\0" * 200,
        "text": "En køn dag ved fjorden\n".encode(),
        "zeros": b"\0" * 4096,
        "two bytes of a jpeg": b"\xff\xd8",
    }


def unsupported() -> dict[str, bytes]:
    return {
        "gif": photos.coded("GIF"),
        "tiff": photos.coded("TIFF"),
        "bmp": photos.coded("BMP"),
        "psd": b"8BPS\0\x01" + b"\0" * 60,
        "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 60,
        "jpeg xl": b"\xff\x0a" + b"\0" * 60,
        "gif and jar at once": photos.coded("GIF") + archive(),
        "lossless jpeg": photos.coded("JPEG").replace(b"\xff\xc0\x00\x11", b"\xff\xc3\x00\x11", 1),
    }


def animated() -> dict[str, bytes]:
    first, second = photos.frames()
    options = {"save_all": True, "append_images": [second], "duration": 100}
    return {
        "gif": photos.coded("GIF", first, **options),
        "webp": photos.coded("WEBP", first, **options),
        "apng": photos.coded("PNG", first, **options),
        "avif": photos.coded("AVIF", first, **options),
    }


def polyglots() -> dict[str, bytes]:
    jpeg, png_file = photos.coded("JPEG"), photos.coded("PNG")
    comment = photos.with_segment
    text_chunk = png.chunk(b"tEXt", b"Comment\0" + archive() + b"\0" * 40)
    return {
        "jpeg and zip": jpeg + archive(),
        "png and zip": png_file + archive(),
        "webp and zip": photos.coded("WEBP") + archive(),
        "avif and zip": photos.coded("AVIF") + archive(),
        "jpeg, zeros and zip": jpeg + b"\0" * 300 + archive(),
        "jpeg and html": jpeg + b"\n" + HTML,
        "png and php": png_file + PHP,
        "jpeg and shell script": jpeg + b"\n#!/bin/sh\nrm -rf ~\n",
        "jpeg and rar": jpeg + b"Rar!\x1a\x07\x01\0" + b"\0" * 50,
        "jpeg and program": jpeg + b"MZ\x90\0" + b"\0" * 200,
        "php in a jpeg comment": comment(jpeg, 0xFE, PHP),
        "html in a jpeg comment": comment(jpeg, 0xFE, b"*/" + HTML + b"/*"),
        "php in png text": _after_header(png_file, png.chunk(b"tEXt", b"Comment\0" + PHP)),
        "php in packed png text": _after_header(png_file, png.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(PHP))),
        "zip in png text": _after_header(png_file, text_chunk),
        "pdf in a jpeg comment": comment(jpeg, 0xFE, b"\n%PDF-1.4\n1 0 obj\n"),
        "php before a jpeg": PHP + jpeg,
        "html before a png": b"<!-- \n" + png_file,
        "garbage before a jpeg": b"\0\0garbage" + jpeg,
    }


def _after_header(png_file: bytes, chunk: bytes) -> bytes:
    # The signature has 8 bytes, the header chunk 25.
    return png_file[:33] + chunk + png_file[33:]


def hidden(text: bytes) -> dict[str, bytes]:
    """Photos that hold `text` where a decoder passes over it."""
    return {**_hidden_in_jpeg(text), **_hidden_in_png(text), **_hidden_in_webp(text)}


def _hidden_in_jpeg(text: bytes) -> dict[str, bytes]:
    plain, profile = photos.coded("JPEG"), photos.SRGB
    colored, cmyk = photos.coded("JPEG", icc_profile=profile), photos.coded("JPEG", photos.scene(mode="CMYK"))
    pieces = b"ICC_PROFILE\0"
    adobe = cmyk.index(b"\xff\xee")
    found = {
        "a number of lines": photos.with_segment(plain, 0xDC, text),
        "a hierarchy": photos.with_segment(plain, 0xDE, text),
        "an extension": photos.with_segment(plain, 0xF7, text),
        "a reserved segment": photos.with_segment(plain, 0x02, text),
        "a second header": plain[:20] + photos.jpeg_segment(0xE0, b"JFIF\0" + text) + plain[20:],
        "behind the color transform": cmyk[:adobe]
        + photos.jpeg_segment(0xEE, cmyk[adobe + 4 : adobe + 16] + text)
        + cmyk[adobe + 16 :],
        "a piece of no profile": photos.with_segment(plain, 0xE2, pieces + b"\x07\x09" + text),
        "no profile": photos.with_segment(plain, 0xE2, pieces + b"\x01\x01" + text * 20),
        "behind a profile": photos.with_segment(plain, 0xE2, pieces + b"\x01\x01" + profile + text),
        "a piece too many": photos.with_segment(colored, 0xE2, pieces + b"\x01\x01" + text),
    }
    return {f"jpeg, {place}": content for place, content in found.items()}


def _hidden_in_png(text: bytes) -> dict[str, bytes]:
    plain, profile = photos.coded("PNG"), photos.SRGB
    kinds = (b"cLLI", b"sBIT", b"pHYs", b"mDCV", b"cICP", b"bKGD", b"gAMA", b"cHRM", b"sRGB", b"tRNS", b"sPLT", b"prVt")
    packed = zlib.compress(profile)
    found = {
        **{kind.decode(): _after_header(plain, png.chunk(kind, text)) for kind in kinds},
        "the name of a profile": _after_header(plain, png.chunk(b"iCCP", text[:79] + b"\0\0" + packed)),
        "behind a packed profile": _after_header(plain, png.chunk(b"iCCP", b"ICC\0\0" + packed + text)),
        "behind a profile": _after_header(plain, png.chunk(b"iCCP", b"ICC\0\0" + zlib.compress(profile + text))),
        "no profile": _after_header(plain, png.chunk(b"iCCP", b"ICC\0\0" + zlib.compress(text * 20))),
    }
    return {f"png, {place}": content for place, content in found.items()}


def _hidden_in_webp(text: bytes) -> dict[str, bytes]:
    lossless, colored = photos.see_through("WEBP", lossless=True), photos.coded("WEBP", icc_profile=photos.SRGB)
    found = {
        "an unknown chunk": riff(lossless[12:] + webp.chunk(b"ABCD", text)),
        "a second transparency": riff(lossless[12:] + webp.chunk(b"ALPH", text)),
        "a second profile": riff(colored[12:] + webp.chunk(b"ICCP", text)),
        "a longer header": riff(
            webp.chunk(b"VP8X", b"\x10\0\0\0" + b"\x5f\0\0\x3f\0\0" + text) + lossless[lossless.index(b"VP8L") :]
        ),
    }
    return {f"webp, {place}": content for place, content in found.items()}


def riff(chunks: bytes) -> bytes:
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WEBP" + chunks


def in_company() -> dict[str, bytes]:
    """Photos with what real phones and cameras put behind them."""
    jpeg = photos.coded("JPEG")
    first, second = photos.frames()
    clip = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\x10\0mdat" + bytes(range(256)) * 16
    return {
        "zeros": jpeg + b"\0" * 2048,
        "another jpeg": jpeg + photos.coded("JPEG", second),
        "mpo": photos.coded("MPO", first, save_all=True, append_images=[second]),
        "samsung trailer": jpeg + b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1700000000000SEFH\x6b\0\0\0\x01\0\0\0SEFT",
        "motion clip": jpeg + clip,
        "png with zeros": photos.coded("PNG") + b"\0" * 12,
    }


def huge() -> dict[str, bytes]:
    """200 megapixels and more by their header; no decoder may be asked."""
    return {
        "jpeg": _patched(photos.coded("JPEG"), b"\xff\xc0\x00\x11\x08", (64, 96), (10_000, 20_000), 2, "big"),
        "png": png_bomb(20_000, 10_000),
        "webp": _patched(photos.coded("WEBP"), b"\x9d\x01\x2a", (96, 64), (16_383, 16_383), 2, "little"),
        "avif": _patched(photos.coded("AVIF"), b"ispe\0\0\0\0", (96, 64), (20_000, 10_000), 4, "big"),
    }


def strips() -> dict[str, bytes]:
    """A side of more than 30,000 pixels by the header, few pixels altogether."""
    header = b"VP8X\x0a\0\0\0\x10\0\0\0"
    return {
        "tall png": png_bomb(2, 40_000),
        "wide png": png_bomb(40_000, 2),
        "tall jpeg": _patched(photos.coded("JPEG"), b"\xff\xc0\x00\x11\x08", (64, 96), (60_000, 1), 2, "big"),
        "wide canvas of a webp": _patched(photos.see_through("WEBP"), header, (95, 63), (99_999, 0), 3, "little"),
        "tall avif": _patched(photos.coded("AVIF"), b"ispe\0\0\0\0", (96, 64), (1, 50_000), 4, "big"),
    }


def long_company() -> dict[str, Callable[[], bytes]]:
    """Pictures with 45 MB behind or inside them that begin like a page again and again."""
    jpeg = photos.coded("JPEG")
    comment = photos.jpeg_segment(0xFE, b"<?xml " * 10_900)
    return {
        "declarations behind a jpeg": lambda: jpeg + b"<?xml " * 7_520_000,
        "declarations behind a png": lambda: photos.coded("PNG") + b"<?xml version='1.0' " * 2_260_000,
        "declarations in comments": lambda: jpeg[:2] + comment * 690 + jpeg[2:],
        "brackets": lambda: jpeg + b"<" * 45_100_000,
        "fill bytes": lambda: jpeg[:2] + b"\xff" * 45_100_000 + jpeg[2:],
    }


def crowds() -> dict[str, Callable[[], bytes]]:
    """Millions of parts without content, or thousands that unpack to gigabytes."""
    jpeg, png_file, webp_file = photos.coded("JPEG"), photos.coded("PNG"), photos.coded("WEBP")
    packed = png.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(1_000_000)))
    return {
        "jpeg segments": lambda: jpeg[:2] + photos.jpeg_segment(0xFE, b"") * 11_000_000 + jpeg[2:],
        "jpeg restarts": lambda: jpeg[:2] + b"\xff\xd0" * 22_000_000 + jpeg[2:],
        "png chunks": lambda: _after_header(png_file, png.chunk(b"teXt", b"") * 3_700_000),
        "webp chunks": lambda: riff(webp_file[12:] + b"ABCD\0\0\0\0" * 5_600_000),
        "avif boxes": lambda: photos.coded("AVIF") + b"\0\0\0\x08free" * 5_600_000,
        "packed texts": lambda: _after_header(png_file, packed * 3000),
        "one packed text": lambda: _after_header(
            png_file, png.chunk(b"zTXt", b"C\0\0" + zlib.compress(bytes(40_000_000)))
        ),
    }


def png_bomb(width: int, height: int, *, interlaced: bool = False) -> bytes:
    """A valid picture in one bit a pixel whose bytes shrink a thousandfold."""
    packer = zlib.compressobj(9)
    # Interlaced rows are shorter and more; the same zeros serve, with some to spare.
    left = (1 + (width + 7) // 8) * (height * 2 if interlaced else height)
    packed = b""
    while left:
        block = min(left, 1024 * 1024)
        packed += packer.compress(bytes(block))
        left -= block
    packed += packer.flush()
    return framed_png(width, height, packed, bytes((1, 0, 0, 0, interlaced)))


def framed_png(width: int, height: int, packed: bytes, kind: bytes = b"\x08\x02\0\0\0") -> bytes:
    """`kind` is what IHDR says after the size; eight bits of RGB if nothing else is said."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + kind
    return PNG_SIGNATURE + png.chunk(b"IHDR", header) + png.chunk(b"IDAT", packed) + png.chunk(b"IEND", b"")


def scan_bomb(side: int = 6000, scans: int = 400) -> bytes:
    """A progressive JPEG that asks to go over all its pixels again and again."""
    content = photos.coded("JPEG", photos.scene((side, side), "L"), progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:-2] + content[last:-2] * scans + b"\xff\xd9"


def _patched(content: bytes, before: bytes, old: tuple[int, int], new: tuple[int, int], size: int, order: str) -> bytes:
    def both(pair: tuple[int, int]) -> bytes:
        return b"".join(side.to_bytes(size, order) for side in pair)  # type: ignore[arg-type]

    assert before + both(old) in content
    return content.replace(before + both(old), before + both(new))


def flipped(content: bytes, count: int) -> Iterator[bytes]:
    """Copies with one byte changed, spread over the file by a fixed rule."""
    for turn in range(count):
        at = turn * 7919 % len(content)
        yield content[:at] + bytes((content[at] ^ (1 << turn % 8),)) + content[at + 1 :]
