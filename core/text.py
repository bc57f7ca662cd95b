"""What people type into fields of one line."""

from __future__ import annotations

import re

# Characters that turn the direction of what follows: a name could pretend to be another one.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def one_line(value: str) -> str:
    """Without line breaks, doubled spaces and characters that turn the writing direction: fit for a mail's subject."""
    return " ".join(_TURNING.sub("", value).split())
