from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# How many entries of how many have been looked at.
Progress = Callable[[int, int], None]


@dataclass
class Report:
    """What was looked at, and the first thing that does not fit."""

    entries: int = 0
    unnumbered: int = 0
    unsigned: int = 0
    checkpoints: int = 0
    signatures: int = 0
    sealed: int = 0
    erased: int = 0
    deviation: str = ""

    @property
    def holds(self) -> bool:
        return not self.deviation
