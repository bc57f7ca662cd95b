"""One work of the demo, as its creator describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Picture:
    """`maker` is the key of a creator of the cast; `filename` ends in the format in which it is drawn.

    `people_names` are others who can be recognized, each of whom has agreed; `rights_holder_name` is not the maker.
    """

    slug: str
    maker: str
    title: str
    description: str
    alt_text: str
    tags: tuple[str, ...]
    filename: str
    orientation: Literal["landscape", "portrait", "square"]
    ai_use: Literal["none", "assisted", "generated"] = "none"
    people: Literal["none", "self", "others"] = "none"
    people_names: tuple[str, ...] = ()
    rights_holder: Literal["self", "employer", "other"] = "self"
    rights_holder_name: str = ""
