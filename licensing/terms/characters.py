"""Which characters a text in terms may hold: nothing that hides, reverses or breaks what the other side reads."""

from __future__ import annotations

import re
import unicodedata

# Joiners shape emoji and Persian words; every other format character can make a text read as what it is not.
_JOINERS = frozenset("\u200c\u200d")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Quotation marks of all scripts, and what looks like one; two apostrophes side by side do.
_DOUBLE = '"“”„‟«»‹›‘‚‛″‴‶‷❛❜❝❞❟❠⹂「」『』〝〞〟〃＂｢｣״ʺ˝ˮ`´'
_MARKS = re.compile(f"[{_DOUBLE}]['’{_DOUBLE}]*|['’]['’{_DOUBLE}]+")


def is_refused(character: str) -> bool:
    return unicodedata.category(character) in _REFUSED_CATEGORIES and character not in _JOINERS


def has_refused(text: str) -> bool:
    return any(map(is_refused, text))


def normalize(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def unquoted(text: str) -> str:
    """With an apostrophe for every other quotation mark, so that the text cannot end the ones around it."""
    return _MARKS.sub("'", text)


def plain(text: str) -> str:
    """A name or title that came from elsewhere, fit to stand inside one line of a legal text."""
    spaced = "".join(" " if character in "\n\r\t\u2028\u2029" else character for character in text)
    return " ".join("".join(c for c in spaced if not is_refused(c)).split())
