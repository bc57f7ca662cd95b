"""Text that people type, made safe to show beside other text; and as it is compared.

Pure, without Django: pictures are marked in a process that has no settings.
"""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

FILE_NAME_LENGTH = 120
# Joiners shape emoji and Persian words. Every other format character hides text or turns what stands beside it.
_JOINERS = frozenset("\u200c\u200d")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and signs that look like nothing: the fillers of Hangul and the empty pattern of Braille.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARE = str.maketrans({"ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u"})


def line(typed: str) -> str:
    """One line: NFC, single spaces, no hidden characters; empty if nothing of it can be seen."""
    shown = " ".join(_without_hidden(typed).split())
    return shown if any(map(_is_seen, shown)) else ""


def paragraphs(typed: str) -> str:
    """Several lines: each as `line`, with line breaks kept."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(line, lines)).strip()


def is_hidden(character: str) -> bool:
    """Controls, what turns or hides the text around it, lone surrogates, and code points that are no characters."""
    if character in _JOINERS:
        return False
    code = ord(character)
    is_none = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return is_none or unicodedata.category(character) in _HIDDEN_CATEGORIES


def has_hidden(text: str) -> bool:
    return any(map(is_hidden, text))


def file_name(given: str) -> str:
    """The last part of what a browser sent, at most 120 characters with its ending; for showing, never for paths."""
    last = line(given.replace("\\", "/").rsplit("/", 1)[-1]).lstrip(".")
    if not last:
        return "file"
    suffix = PurePosixPath(last).suffix[:10]
    return last.removesuffix(suffix)[: FILE_NAME_LENGTH - len(suffix)] + suffix


def fold(text: str) -> str:
    """As it is searched for and named in addresses: `Blåbærgrød på Ærø` becomes `blaabaergroed paa aeroe`.

    Lower case, without accents, and æ ø å, with their neighbors' ä ö ü, as they are typed where a keyboard lacks them.
    """
    return _plain(unicodedata.normalize("NFC", text).casefold().translate(_FOLDED))


def bare(text: str) -> str:
    """Folded as people type who do not know those letters: `Øresund` becomes `oresund`, `Müller` becomes `muller`."""
    return _plain(unicodedata.normalize("NFC", text).casefold().translate(_BARE).translate(_FOLDED))


def _plain(lowered: str) -> str:
    letters = unicodedata.normalize("NFKD", lowered)
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _without_hidden(typed: str) -> str:
    def show(character: str) -> str:
        if not is_hidden(character):
            return character
        return " " if character.isspace() else ""

    return "".join(map(show, unicodedata.normalize("NFC", typed)))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANK
