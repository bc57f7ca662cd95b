"""Which versions of a picture are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTHS = (320, 640, 1280, 2048)
# Far below what WebP can hold (16,383), and bounds the work that a long strip makes.
MAX_HEIGHT = 8192


@dataclass(frozen=True)
class RenderedFile:
    format: str
    width: int
    height: int
    path: Path
    byte_size: int


def fitting(width: int, height: int, widths: Sequence[int] = WIDTHS) -> list[tuple[int, int]]:
    """Width and height of each version of a picture of this size, ascending: none larger than the picture, at least
    one always."""
    bound = max(1, min(width, width * MAX_HEIGHT // height))
    chosen = sorted({wanted for wanted in widths if wanted <= bound}) or [bound]
    return [(wanted, max(1, round(wanted * height / width))) for wanted in chosen]
