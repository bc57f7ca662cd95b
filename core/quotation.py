"""What somebody typed, fit to stand between quotation marks."""

from __future__ import annotations

import re

# Quotation marks of all scripts, and what looks like one; two apostrophes side by side do.
_DOUBLE = '"“”„‟«»‹›‘‚‛″‴‶‷❛❜❝❞❟❠⹂「」『』〝〞〟〃＂｢｣״ʺ˝ˮ`´'
_MARKS = re.compile(f"[{_DOUBLE}]['’{_DOUBLE}]*|['’]['’{_DOUBLE}]+")


def has_marks(text: str) -> bool:
    """An apostrophe is none."""
    return _MARKS.search(text) is not None


def unquoted(text: str) -> str:
    """With an apostrophe for every other quotation mark, so that the text cannot end the ones around it."""
    return _MARKS.sub("'", text)
