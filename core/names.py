"""Names and other few words that somebody types and that stand inside the sentences of others.

They must not be sentences of their own: whoever reads that “they” means “Outway. You get EUR 500” is deceived. Each
place that takes such words asks `fault`; what is stored already is shown as it is, between quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core import quotation
from core.text import has_hidden, line

FOLDED_LENGTH = 255
# After compatibility folding, which turns wide, small and triple forms into these.
_ENDS = "!?;¡¿‽⸮؟؛۔।॥።፧。"
_COLONS = ":׃˸∶꞉"
# Where a name begins; where it ends; before a number.
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "sct", "skt", "st"})
_LAST = frozenset({"bros", "co", "corp", "inc", "jr", "kr", "ltd", "pcs", "sr", "stk"})
_BEFORE_NUMBERS = frozenset({"no", "nr", "str"})
_WORD = re.compile(r"[^\W_]+\Z")
_BEGINNING = re.compile(r"(?:\A|[:,/&(])\s*(?:[^\W\d_]\.[\s-]*)*\Z")
# Letters of other scripts by the Latin ones that they look like, large or small.
_LOOKALIKES = str.maketrans(
    "авекмнорстухіјѕԁԛԝһӏαβεζηικμνορτυχıɑɡ",
    "abekmhopctyxijsdqwhlabezhikmnoptyxiag",
)


def fault(text: str, *, colon: bool = False) -> str:
    """What is wrong with these words, for the person who typed them, or nothing. A credit may have a `colon`."""
    if has_hidden(text):
        return _("Remove line breaks and hidden characters from this text.")
    if quotation.has_marks(text):
        return _("Leave out quotation marks: this text always stands between some.")
    for mark in (character for _at, character in _marks(unicodedata.normalize("NFKC", text), colon)):
        return _("Write a name or a few words, not sentences: leave out “%(mark)s”.") % {"mark": mark}
    if text and not any(map(str.isalnum, text)):
        return _("This needs a letter or a digit.")
    return ""


def tamed(text: str, *, colon: bool = False) -> str:
    """Words without a `fault` that come near to these."""
    if not fault(text, colon=colon):
        return text
    characters = list(unicodedata.normalize("NFKC", quotation.unquoted(line(text))))
    for at, _character in _marks("".join(characters), colon):
        characters[at] = ","
    return re.sub(r"\s*,[\s,]*", ", ", " ".join("".join(characters).split())).strip(", ")


def folded(text: str) -> str:
    """Equal for names that people could take for each other by case, width, spaces, dashes, dots, simple lookalikes."""
    letters = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_LOOKALIKES)
    return "".join(c for c in letters if c in "&@#" or unicodedata.category(c)[0] in "LMNS")[:FOLDED_LENGTH]


def _marks(text: str, colon: bool) -> Iterator[tuple[int, str]]:
    """Every character that could end a sentence."""
    for at, character in enumerate(text):
        ends = character in _ENDS or (character in _COLONS and not colon)
        if ends or (character == "." and not _belongs_to_a_word(text[:at], text[at + 1 :])):
            yield at, character


def _belongs_to_a_word(before: str, after: str) -> bool:
    """The dot of “A.P. Møller”, “Dr. Oetker”, “No. 5”, “Apple Inc.” and “booking.com”."""
    found = _WORD.search(before)
    if found is None:
        return False
    word, start = found.group().casefold(), before[: found.start()]
    if ((len(word) == 1 and word.isalpha()) or word in _TITLES) and _BEGINNING.search(start):
        return True
    if word in _LAST and after[:1] in ("", ",", ")"):
        return True
    if word in _BEFORE_NUMBERS and after.lstrip()[:1].isdigit():
        return True
    return all(character.islower() or character.isdigit() for character in (before[-1], after[:1]))
