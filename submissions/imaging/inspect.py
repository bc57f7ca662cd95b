"""What a file really is, or why it cannot be taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from submissions.imaging import exif, foreign, kinds, location, rewriting, survey
from submissions.imaging.containers import Survey
from submissions.imaging.refusals import MAX_PIXELS


@dataclass(frozen=True)
class Inspection:
    """`width` and `height` are as people see the picture, with its `orientation` (EXIF 1 to 8) applied."""

    format: str
    mime: str
    width: int
    height: int
    orientation: int
    has_location: bool
    byte_size: int
    sha256: str


def inspect(path: Path, *, max_pixels: int = MAX_PIXELS) -> Inspection:
    """Reads the whole file and decodes all of it. Raises Unreadable; run it in the cage for a stranger's file.

    How many bytes are taken at all is decided where a file arrives.
    """
    content = path.read_bytes()
    seen = survey.take(content, max_pixels=max_pixels)
    foreign.refuse_second_meaning(content, seen)
    if seen.format != "avif":
        # What a license delivers; a meaning that was covered in the original must not come to light there.
        kept = rewriting.rewritten(content, seen.format)
        foreign.refuse_second_meaning(kept, survey.take(kept, max_pixels=max_pixels))
    width, height, orientation, has_location = _decoded(path, seen)
    return Inspection(
        format=seen.format,
        mime=kinds.MIME[seen.format],
        width=width,
        height=height,
        orientation=orientation,
        has_location=has_location,
        byte_size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _decoded(path: Path, seen: Survey) -> tuple[int, int, int, bool]:
    # libvips costs 40 ms to import: most refusals come before this line.
    from submissions.imaging import decoding

    # At an eighth the JPEG decoder still reads every coded byte, in half the time.
    picture = decoding.open_file(path, seen.format, shrink=8 if seen.format == "jpeg" else 1)
    if seen.format == "avif":
        # The container turns and crops the picture, for every reader alike; EXIF orientation does not count here.
        place = location.is_told(
            tiff=decoding.blob(picture, "exif-data").removeprefix(b"Exif\0\0"),
            xmp=[decoding.blob(picture, "xmp-data")],
            iptc=[],
        )
        width, height, orientation = picture.width, picture.height, 1
    else:
        place = location.is_told(tiff=seen.exif, xmp=seen.xmp, iptc=seen.iptc)
        orientation = exif.read(seen.exif).orientation
        width, height = (seen.height, seen.width) if orientation >= 5 else (seen.width, seen.height)
    decoding.read_through(picture)
    return width, height, orientation, place
