"""Pictures for the demo, drawn by code. The same bytes each time."""

from __future__ import annotations

from random import Random

from . import files
from .catalog import BY_SLUG, CATALOG
from .picture import Picture
from .scenes import PLATES

__all__ = ["CATALOG", "Picture", "draw"]


def draw(slug: str) -> bytes:
    """The file of a work of the catalog: JPEG, PNG or WebP, as its file name says."""
    return files.encode(PLATES[slug](Random(slug)), BY_SLUG[slug])
