"""The words by which a work is found, and how a typed search becomes such words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from core.text import bare, fold
from galleries.models import KEYWORD_LENGTH

# A search looks at this many words; a longer one is cut.
MOST_WORDS = 6
# Shorter beginnings would match half of everything.
SHORTEST_PREFIX = 3

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The folded words of `text`, each once, in order."""
    return _each_once(fold(text))


def spellings(text: str) -> list[str]:
    """Every word by which `text` is found: folded, and without its accents, where that is another word."""
    return _each_once(f"{fold(text)} {bare(text)}")


def _each_once(folded: str) -> list[str]:
    return list(dict.fromkeys(word[:KEYWORD_LENGTH] for word in _WORD.findall(folded)))


# The colon in front keeps facets apart from words: no search reaches them.
def tag(name: str) -> str:
    return f":tag:{name}"


def shape(name: str) -> str:
    return f":shape:{name}"


def ai_use(answer: str) -> str:
    return f":ai:{answer}"


def after_prefix(prefix: str) -> str:
    """The first text, by code points, that sorts behind everything that begins with `prefix`."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def shape_of(width: int, height: int) -> str:
    """`square` up to one part in ten off."""
    ratio = Fraction(width, height)
    if Fraction(9, 10) <= ratio <= Fraction(10, 9):
        return "square"
    return "landscape" if ratio > 1 else "portrait"


def of_work(*, text: str, tags: Iterable[str], answer: str, width: int, height: int) -> set[str]:
    """Every keyword of one work; `text` is all that may be searched for."""
    facets = {ai_use(answer), shape(shape_of(width, height)), *(tag(name) for name in tags)}
    return {*spellings(text), *facets}
