"""A picture as people see it, from a file: upright, in sRGB, in any size up to its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyvips

from submissions.imaging import decoding, exif, survey


@dataclass(frozen=True)
class Source:
    """`width` and `height` with the orientation applied; `stored_width` without."""

    path: Path
    format: str
    orientation: int
    width: int
    height: int
    stored_width: int


def source(path: Path) -> Source:
    seen = survey.take(path.read_bytes())
    if seen.format == "avif":
        picture = decoding.open_file(path, seen.format)
        return Source(path, seen.format, 1, picture.width, picture.height, picture.width)
    orientation = exif.read(seen.exif).orientation
    width, height = (seen.height, seen.width) if orientation >= 5 else (seen.width, seen.height)
    return Source(path, seen.format, orientation, width, height, seen.width)


def upright(source: Source, width: int, height: int) -> Any:
    """In memory, eight bits a band, without any metadata. Raises Unreadable."""
    stored = (height, width) if source.orientation >= 5 else (width, height)
    shrink = _decoder_shrink(source.stored_width, stored[0]) if source.format == "jpeg" else 1
    picture = decoding.open_file(source.path, source.format, shrink=shrink)
    try:
        picture = _turned(_in_srgb(resized(picture, *stored)), source.orientation)
        return _bare(picture)
    except pyvips.Error as error:
        raise decoding.refusal(error) from error


def resized(picture: Any, width: int, height: int) -> Any:
    """In memory, in exactly this size."""
    if (picture.width, picture.height) == (width, height):
        return picture.copy_memory()
    format, transparent = picture.format, picture.hasalpha()
    # Colors are weighed by their alpha, or transparent pixels would bleed into visible ones.
    if transparent:
        picture = picture.premultiply()
    picture = picture.resize(width / picture.width, vscale=height / picture.height)
    if transparent:
        picture = picture.unpremultiply().cast(format)
    # A rounded scale can be one pixel off.
    if (picture.width, picture.height) != (width, height):
        picture = picture.embed(0, 0, width, height, extend="copy")
    return picture.copy_memory()


def _decoder_shrink(stored: int, wanted: int) -> int:
    return max((factor for factor in (2, 4, 8) if stored // factor >= wanted), default=1)


def _in_srgb(picture: Any) -> Any:
    if picture.get_typeof("icc-profile-data"):
        try:
            return picture.icc_transform("srgb", embedded=True, depth=8).copy_memory()
        except pyvips.Error:
            # A profile that does not fit its picture is ignored, as browsers do.
            picture = picture.copy()
            picture.remove("icc-profile-data")
    return picture.colourspace("srgb").cast("uchar")


def _turned(picture: Any, orientation: int) -> Any:
    turn = {3: "rot180", 5: "rot90", 6: "rot90", 7: "rot270", 8: "rot270"}.get(orientation)
    if turn:
        picture = getattr(picture, turn)()
    if orientation in (2, 5, 7):
        return picture.fliphor()
    return picture.flipver() if orientation == 4 else picture


def _bare(picture: Any) -> Any:
    """Pixels only: a field that is left, such as the orientation, would be written into what is saved."""
    pixels = picture.write_to_memory()
    bare = pyvips.Image.new_from_memory(pixels, picture.width, picture.height, picture.bands, "uchar")
    return bare.copy(interpretation="srgb")
