"""What a file is, by its first bytes. Its name and the type that a browser claims are never asked."""

from __future__ import annotations

from submissions.imaging.refusals import Unreadable

MIME = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

# Pictures that people do send, and that get told which formats work instead of "this is no photo".
_OTHER_PICTURES = (
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"BM",
    b"8BPS",
    b"\x00\x00\x01\x00",
    b"\xff\x0a",
    b"\x00\x00\x00\x0cJXL ",
    b"\x00\x00\x00\x0cjP  ",
    b"qoif",
    b"\x76\x2f\x31\x01",
    b"FUJIFILM",
    b"IIRO",
    b"IIU\x00",
)
_OTHER_PICTURE_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"crx ", b"jxl "}

# Documents and media that rightly hold pictures near their start, so that a picture in them is no trick.
_DOCUMENTS = (
    b"%PDF",
    b"%!PS",
    b"\xc5\xd0\xd3\xc6",
    b"PK\x03\x04",
    b"ID3",
    b"fLaC",
    b"OggS",
    b"\x1aE\xdf\xa3",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"{\\rtf",
)
_EMBEDDED = (b"\xff\xd8\xff", PNG_SIGNATURE, b"GIF89a")
_EMBEDDED_WITHIN = 4096


def recognize(content: bytes) -> str:
    """'jpeg', 'png', 'webp' or 'avif'; anything else raises Unreadable with the code that fits it."""
    if not content:
        raise Unreadable("empty")
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(PNG_SIGNATURE):
        return "png"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp":
        return _by_brand(content)
    if content.startswith((b"GIF87a", b"GIF89a")):
        raise Unreadable("animated" if _gif_moves(content) else "unsupported_format", detail="GIF")
    if content.startswith(_OTHER_PICTURES):
        raise Unreadable("unsupported_format")
    if not content.startswith(_DOCUMENTS) and any(mark in content[:_EMBEDDED_WITHIN] for mark in _EMBEDDED):
        raise Unreadable("polyglot", detail="a picture begins after other bytes")
    raise Unreadable("not_an_image")


def _by_brand(content: bytes) -> str:
    size = int.from_bytes(content[:4], "big")
    box = content[8 : min(size, 1024)] if size >= 16 else content[8:12]
    # Major brand, a version that is skipped, then compatible brands.
    brands = {box[:4], *(box[at : at + 4] for at in range(8, len(box) - 3, 4))}
    if b"avis" in brands:
        raise Unreadable("animated", detail="AVIF sequence")
    if b"avif" in brands:
        return "avif"
    raise Unreadable("unsupported_format" if brands & _OTHER_PICTURE_BRANDS else "not_an_image")


def _gif_moves(content: bytes) -> bool:
    """Whether a GIF has a second frame; a file that ends early counts by the frames that are there."""
    frames = 0
    at = 13 + _color_table(content[10:11])
    while at < len(content) and frames < 2:
        introducer = content[at]
        if introducer == 0x2C:
            frames += 1
            at = _after_sub_blocks(content, at + 11 + _color_table(content[at + 9 : at + 10]))
        elif introducer == 0x21:
            at = _after_sub_blocks(content, at + 2)
        else:
            break
    return frames > 1


def _color_table(flags: bytes) -> int:
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _after_sub_blocks(content: bytes, at: int) -> int:
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1
