"""Numbers that programs put into addresses and hidden fields, and that anybody may change there."""

from __future__ import annotations

# More would not fit a column, and Python refuses to read some thousand digits at all.
MOST_DIGITS = 18


def whole(text: str, *, otherwise: int) -> int:
    """A whole number from 0 on in ASCII digits; `otherwise` for anything else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_number else otherwise
