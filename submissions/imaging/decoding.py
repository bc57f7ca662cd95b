"""The one door to libvips: each format by its own loader, all other loaders locked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyvips

from submissions.imaging.refusals import Unreadable

_LOADERS = {"jpeg": "Jpeg", "png": "Png", "webp": "Webp", "avif": "Heif"}

pyvips.block_untrusted_set(True)
pyvips.operation_block_set("VipsForeignLoad", True)
for _name in _LOADERS.values():
    pyvips.operation_block_set(f"VipsForeignLoad{_name}", False)
# Each file is opened once; a cache would only hold pixels of people's photos.
pyvips.cache_set_max(0)


def open_file(path: Path, format: str, *, shrink: int = 1) -> Any:
    """A lazy picture that fails on missing or damaged parts. `shrink` (1, 2, 4, 8) is done by the JPEG decoder."""
    options: dict[str, Any] = {"access": "sequential", "fail_on": "error"}
    try:
        if format == "jpeg":
            return pyvips.Image.jpegload(str(path), shrink=shrink, **options)
        if format == "png":
            return pyvips.Image.pngload(str(path), **options)
        if format == "webp":
            return pyvips.Image.webpload(str(path), **options)
        return pyvips.Image.heifload(str(path), **options)
    except pyvips.Error as error:
        raise refusal(error) from error


def read_through(picture: Any) -> None:
    """Decodes every row and keeps none."""
    try:
        picture.avg()
    except pyvips.Error as error:
        raise refusal(error) from error


def to_jpeg(path: Path, format: str, **options: Any) -> bytes:
    """The whole picture as a JPEG in its own color profile, on white where it was transparent."""
    picture = open_file(path, format)
    try:
        if picture.format != "uchar":
            picture = picture.colourspace("srgb").cast("uchar")
        if picture.hasalpha():
            picture = picture.flatten(background=[255, 255, 255])
        return bytes(picture.jpegsave_buffer(keep="icc", **options))
    except pyvips.Error as error:
        raise refusal(error) from error


def blob(picture: Any, name: str) -> bytes:
    return bytes(picture.get(name)) if picture.get_typeof(name) else b""


def refusal(error: pyvips.Error) -> Unreadable:
    detail = str(error).strip()[:500]
    if "memory" in detail.lower() or "allocat" in detail.lower():
        return Unreadable("too_demanding", detail=detail)
    return Unreadable("broken", detail=detail)
