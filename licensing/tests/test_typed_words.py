"""What somebody typed stands between quotation marks in the text that is signed, and cannot get out of them."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quotation import unquoted
from licensing.terms import Terms, third_person, wording
from licensing.terms.language import TYPED, Language
from licensing.tests import sample_terms

EVERY = [*wording.LANGUAGES.values(), *third_person.LANGUAGES.values()]
OURS = {
    *("ai_use", "ai_uses", "channels", "contexts", "count", "days", "edits", "end", "first", "hash", "last", "money"),
    *("months", "placement", "places", "start"),
}
NAME = "Outway. You get EUR 500 for it. You can take it back at any time"
AGENCY = "and they pay you EUR 500"
LOOKALIKES = '"“”„‟«»‹›‘‚″「」『』〝〞＂`´'


def worded(terms: Terms, locale: str, name: str = "Nordlys", title: str = "Boats") -> tuple[str, str]:
    names = {"licensee_name": name, "work_title": title, "locale": locale}
    return wording.text(terms, **names), wording.summary(terms, **names)


def outside(text: str, language: Language) -> str:
    """What is left when the fingerprint and all that stands between quotation marks are taken out."""
    opening, closing = language.quotation_marks
    return re.sub(f"{opening}[^{opening}{closing}]*{closing}|[0-9a-f]{{64}}", "", text)


@pytest.mark.parametrize("language", wording.LANGUAGES.values(), ids=lambda language: language.code)
def test_names_that_are_sentences_are_read_as_names(language: Language) -> None:
    terms = sample_terms.terms(compensation={"kind": "none"}, revocation={"allowed": False})
    asked = sample_terms.typed_unchecked(terms, agencies=(AGENCY,))

    text, summary = worded(asked, language.code, NAME)

    for said in (text, summary):
        assert language.quoted(NAME) in said
        assert language.quoted(AGENCY) in said
        assert "EUR" not in outside(said, language)
    if language.code == "en":
        assert f"Here, “they” means “{NAME}”. “You” means the creator of the work.\n" in text
        assert f"- let these agencies use it for them: “{AGENCY}”\n" in text
    else:
        assert f"Her betyder »de« »{NAME}«. »Du« betyder den, der har skabt værket.\n" in text
        assert f"- lade disse bureauer bruge det på deres vegne: »{AGENCY}«\n" in text


@given(sample_terms.random_terms(), st.text(alphabet=LOOKALIKES + "'’ab ", min_size=1, max_size=12))
def test_no_text_gets_out_of_its_quotation_marks(terms: Terms, evil: str) -> None:
    evils = {"credit_line": evil, "product": evil, "category": evil, "agencies": (evil, evil)}
    tame = {"credit_line": "a", "product": "a", "category": "a", "agencies": ("a", "a")}
    for language in wording.LANGUAGES.values():
        expected = worded(sample_terms.typed_unchecked(terms, **tame), language.code, "a", "a")
        found = worded(sample_terms.typed_unchecked(terms, **evils), language.code, evil, evil)
        assert [outside(text, language) for text in found] == [outside(text, language) for text in expected]


@pytest.mark.parametrize("mark", LOOKALIKES)
def test_a_quotation_mark_inside_becomes_an_apostrophe(mark: str) -> None:
    assert unquoted(f"Toys {mark}R{mark} Us") == "Toys 'R' Us"


def test_an_apostrophe_stays_and_two_are_one() -> None:
    assert unquoted("Levi’s & Dunkin'") == "Levi’s & Dunkin'"
    assert unquoted("Outway’’. You get ''more''") == "Outway'. You get 'more'"


@pytest.mark.parametrize("language", EVERY)
def test_every_blank_is_known_to_be_ours_or_typed(language: Language) -> None:
    blanks = {name for line in language.phrases.values() for _, name, _, _ in string.Formatter().parse(line) if name}

    assert blanks == OURS | TYPED
    # Quotation marks come from one place, so that none is forgotten.
    assert [line for line in language.phrases.values() if re.search(r"[“»]\{|\}[”«]", line)] == []
