"""The terms for strangers: nothing that speaks to the creator, and nothing of what the creator gets."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import example, given

from licensing.terms import Terms, lines, third_person, wording
from licensing.terms.language import Language
from licensing.tests import sample_terms
from licensing.tests.test_wording import HARDEST, placeholders

TO_SOMEBODY = {
    "en": re.compile(r"\b(you|your|yours|they|them|their)\b", re.IGNORECASE),
    "da": re.compile(r"\b(du|dig|din|dit|dine|deres)\b|^De\b", re.IGNORECASE),
}
LANGUAGES = pytest.mark.parametrize("language", third_person.LANGUAGES.values(), ids=lambda language: language.code)


@LANGUAGES
def test_no_word_speaks_to_the_creator(language: Language) -> None:
    said = {key: text for key, text in language.phrases.items() if not key.startswith(("short_", "cover_", "get_"))}
    for key in ("title", "intro", "ask"):
        del said[key]
    words = [*said.values(), *language.channels.values(), *language.placements.values()]
    words += [title for code, title in language.titles.items() if code != third_person.BETWEEN_THE_PARTIES]

    assert [text for text in words if TO_SOMEBODY[language.code].search(text)] == []


@LANGUAGES
def test_every_line_fills_the_same_blanks(language: Language) -> None:
    signed = wording.LANGUAGES[language.code]
    assert {key: placeholders(text) for key, text in language.phrases.items()} == {
        key: placeholders(text) for key, text in signed.phrases.items()
    }
    assert language.titles.keys() == set(lines.SECTIONS)


@given(sample_terms.random_terms())
@example(HARDEST)
def test_sections_are_those_of_the_deed_without_the_compensation(terms: Terms) -> None:
    for locale in third_person.LANGUAGES:
        deed = wording.sections_of(terms, wording.language_of(locale))
        codes = [(section.code, len(section.lines)) for section in third_person.sections(terms, locale)]
        assert codes == [(section.code, len(section.lines)) for section in deed if section.code != "you_get"]


def test_fee_and_product_are_not_told() -> None:
    terms = sample_terms.terms(
        compensation={"kind": "flat_fee_and_product", "amount_minor": 123450, "currency": "DKK", "product": "Red chair"}
    )
    for locale in third_person.LANGUAGES:
        told = str([dataclasses.asdict(section) for section in third_person.sections(terms, locale)])
        assert "234" not in told
        assert "Red chair" not in told
