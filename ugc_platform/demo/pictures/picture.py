"""One work of the demo, as its creator describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Picture:
    """`maker` is the key of a creator of the cast; `filename` ends in the format in which it is drawn."""

    slug: str
    maker: str
    title: str
    description: str
    alt_text: str
    tags: tuple[str, ...]
    filename: str
    orientation: Literal["landscape", "portrait", "square"]
    ai_use: Literal["none", "assisted", "generated"] = "none"
