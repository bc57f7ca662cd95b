"""Text as it is compared: lower case, without accents, æ ø å as they are typed where a keyboard lacks them."""

from __future__ import annotations

import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})


def fold(text: str) -> str:
    """`Blåbærgrød på Ærø` becomes `blaabaergroed paa aeroe`; white space is one space."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_DANISH)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(letter))
    return " ".join(plain.split())
