"""Pictures for the demo, drawn by code: works, avatars and marks of brands. The same bytes each time."""

from __future__ import annotations

from random import Random

from . import faces, files, marks
from .catalog import BY_SLUG, CATALOG
from .picture import Picture
from .scenes import PLATES

AVATARS = tuple(faces.FACES)
BRAND_MARKS = tuple(marks.MARKS)

__all__ = ["AVATARS", "BRAND_MARKS", "CATALOG", "Picture", "avatar", "brand_mark", "draw"]


def draw(slug: str) -> bytes:
    """The file of a work of the catalog: JPEG, PNG or WebP, as its file name says."""
    return files.encode(PLATES[slug](Random(slug)), BY_SLUG[slug])


def avatar(slug: str) -> bytes:
    """A portrait of one of `AVATARS`: PNG, 512 pixels square."""
    return faces.portrait(slug)


def brand_mark(slug: str) -> bytes:
    """The mark of one of `BRAND_MARKS`: PNG, 512 pixels square."""
    return marks.mark(slug)
