"""The same coded picture in a new file: its pixels, its color profile, the metadata given here, and nothing else."""

from __future__ import annotations

from submissions.imaging.containers import jpeg, png, webp


def rewritten(content: bytes, format: str, *, exif: bytes = b"", xmp: bytes = b"", iptc: bytes = b"") -> bytes:
    """`format` is 'jpeg', 'png' or 'webp'; only the first has a place for IPTC."""
    if format == "jpeg":
        return jpeg.rewrite(content, exif=exif, xmp=xmp, iptc=iptc)
    if format == "png":
        return png.rewrite(content, exif=exif, xmp=xmp)
    return webp.rewrite(content, exif=exif, xmp=xmp)
