"""The versions that people see: WebP and AVIF in a few widths, turned upright, in sRGB, with the credit and nothing
else that the original knew.

The picture is decoded once, by the JPEG decoder itself at a half, a quarter or an eighth where that is still at least
as large as the largest version; each smaller version is made from the one before.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyvips

from submissions.imaging import pictures, xmp
from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import Rights
from submissions.imaging.sizes import WIDTHS, RenderedFile, fitting

# AVIF at effort 1 (libaom speed 8) is smaller and quicker here than at 2; 3 takes five times as long for 2 % less.
OPTIONS: dict[str, dict[str, Any]] = {
    "webp": {"Q": 80, "effort": 4},
    "avif": {"Q": 60, "effort": 1, "compression": "av1"},
}


def render(path: Path, out_dir: Path, *, credit: Rights | None, widths: Sequence[int] = WIDTHS) -> list[RenderedFile]:
    """Writes `<width>.webp` and `<width>.avif`, returned from the smallest to the largest.

    Raises Unreadable for the picture's faults and OSError where it cannot be written.
    """
    packet = xmp.packet(credit) if credit else b""
    source = pictures.source(path)
    *smaller, largest = fitting(source.width, source.height, widths)
    picture = pictures.upright(source, *largest)
    # The largest AVIF takes most memory of all and keeps two cores busy by itself; the rest goes two at a time.
    files = [_save("avif", picture, out_dir, packet)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        waiting = [pool.submit(_save, "webp", picture, out_dir, packet)]
        for size in reversed(smaller):
            picture = pictures.resized(picture, *size)
            waiting += [pool.submit(_save, format, picture, out_dir, packet) for format in OPTIONS]
        files += [future.result() for future in waiting]
    return sorted(files, key=lambda file: (file.width, file.format))


def _save(format: str, picture: Any, out_dir: Path, packet: bytes) -> RenderedFile:
    picture = picture.copy()
    if packet:
        picture.set_type(pyvips.GValue.blob_type, "xmp-data", packet)
    path = out_dir / f"{picture.width}.{format}"
    save = picture.heifsave if format == "avif" else picture.webpsave
    try:
        save(str(path), keep="xmp", **OPTIONS[format])
    except pyvips.Error as error:
        # The pixels are in memory by now: what fails is the disk, or memory in one of the coder's many words for it.
        if "No space left" in str(error) or "quota" in str(error):
            raise OSError(errno.ENOSPC, str(error), str(path)) from error
        raise Unreadable("too_demanding", detail=str(error)) from error
    return RenderedFile(format, picture.width, picture.height, path, path.stat().st_size)
