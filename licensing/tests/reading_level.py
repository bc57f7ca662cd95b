"""Two plain estimates of how hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouy]+")


def flesch_kincaid_grade(sentences: Sequence[str]) -> float:
    """Years of American school: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    words = [word.lower() for sentence in sentences for word in WORD.findall(sentence)]
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def lix(sentences: Sequence[str]) -> float:
    """Words per sentence plus the percentage of words with more than six letters (Björnsson 1968)."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def split(text: str) -> list[str]:
    """Sentences of a paragraph; the period of “kr.” and of a day's number ends none."""
    return [part for part in re.split(r"(?<=[.!?])(?<!kr\.)(?<!\d\.)\s+", text) if WORD.search(part)]


def _syllables(word: str) -> int:
    silent = len(word) > 3 and word.endswith(("e", "es", "ed")) and not word.endswith(("le", "ted", "ded", "ses"))
    return max(1, len(VOWELS.findall(word)) - silent)
