"""Writes who holds the rights, and what was licensed, into a copy of a picture without touching a pixel.

JPEG, PNG and WebP keep their coded picture byte for byte, and their color profile. All else that the file knew is left
behind: place, device, serial numbers, previews, comments, other people's XMP. An AVIF is delivered as a JPEG of high
quality, because its metadata are items addressed by offset and few programs that show credits read them there.
"""

from __future__ import annotations

import os
from pathlib import Path

from submissions.imaging import exif, iptc, kinds, rewriting, survey, xmp
from submissions.imaging.rights import Rights

# Without optimized tables: these would hold the whole picture in memory for a second pass.
_JPEG_FROM_AVIF = {"Q": 95, "subsample_mode": "off"}


def stamped_format(format: str) -> str:
    """The format that `stamp` writes for a source of this one."""
    return "jpeg" if format == "avif" else format


def stamp(source: Path, target: Path, rights: Rights) -> str:
    """Writes `target` whole or not at all, and returns its media type. Raises Unreadable.

    An AVIF is decoded for it: use `cage.stamp` for files from strangers.
    """
    content = source.read_bytes()
    seen = survey.take(content)
    orientation = exif.read(seen.exif).orientation
    if seen.format == "avif":
        content, orientation = _as_jpeg(source), 1
    format = stamped_format(seen.format)
    tiff = exif.build(orientation=orientation, artist=rights.creator, copyright_notice=rights.copyright_notice)
    packet = xmp.packet(rights)
    stamped = rewriting.rewritten(content, format, exif=tiff, xmp=packet, iptc=iptc.resource(rights))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(stamped)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return kinds.MIME[format]


def _as_jpeg(source: Path) -> bytes:
    from submissions.imaging import decoding

    return decoding.to_jpeg(source, "avif", **_JPEG_FROM_AVIF)
