from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, strategies

from core import text
from core.forms import LineField
from core.templatetags.components import lead_in

# Nothing of these can be seen.
BLANK = [
    "",
    " \n\t",
    "\u200b",
    "\u202e",
    "\u200d",
    "\u200c\u200d",
    "\ufe0f",
    "\u3164",
    "\u2800 \u115f",
    "\u00ad",
    "\x00",
    "\ud800",
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Ada \n Holm ", "Ada Holm"),
        ("Ada\r\nBcc: all@example.com", "Ada Bcc: all@example.com"),
        ("Ada\u2028Holm\x0bBo", "Ada Holm Bo"),
        ("gnp.\u202exe", "gnp.xe"),
        ("A\u200bda\ufeff\u2066", "Ada"),
        ("A\x00da\ud800\uffff", "Ada"),
        ("Ku\u0308nstlerin", "Künstlerin"),
        ("Søren Ægir 👩\u200d🎨", "Søren Ægir 👩\u200d🎨"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        *((blank, "") for blank in BLANK),
    ],
)
def test_line_is_one_line_that_hides_nothing(typed: str, expected: str) -> None:
    assert text.line(typed) == expected


@given(strategies.text())
def test_line_and_paragraphs_of_their_own_are_the_same_again(typed: str) -> None:
    once, several = text.line(typed), text.paragraphs(typed)
    assert (text.line(once), text.paragraphs(several)) == (once, several)
    assert not text.has_hidden(once)
    assert "\n" not in once
    once.encode()
    several.encode()


def test_paragraphs_keep_their_line_breaks() -> None:
    assert text.paragraphs(" One\r\n\n two\u202e  words \r\u200b\n") == "One\n\ntwo words"


@pytest.mark.parametrize("blank", BLANK)
def test_paragraphs_of_which_nothing_is_seen_are_empty(blank: str) -> None:
    assert text.paragraphs(f"{blank}\n{blank}") == ""


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Blåbærgrød på Ærø", "blaabaergroed paa aeroe"),
        ("Malmö och Göteborg", "malmoe och goeteborg"),
        ("Cafe\u0301  ÉTÉ", "cafe ete"),
        ("Straße", "strasse"),
    ],
)
def test_fold_is_as_one_types_without_the_letters(typed: str, folded: str) -> None:
    assert text.fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "bare"), [("Øresund", "oresund"), ("Müller", "muller"), ("Århus på Ærø", "arhus pa aero"), ("Été", "ete")]
)
def test_bare_is_as_one_types_who_does_not_know_the_letters(typed: str, bare: str) -> None:
    assert text.bare(typed) == bare


@pytest.mark.parametrize("blank", [blank for blank in BLANK if blank.isprintable() or not blank.isspace()])
def test_line_field_takes_nothing_of_which_nothing_can_be_seen(blank: str) -> None:
    field = LineField()
    with pytest.raises(ValidationError):
        field.clean(blank)


def test_line_field_counts_what_is_kept() -> None:
    assert LineField(max_length=3).clean("\u202eA  d\u200b") == "A d"


@pytest.mark.parametrize(
    ("label", "led"), [("Title", "Title:"), ("Who holds the rights?", "Who holds the rights?"), ("Note: ", "Note:")]
)
def test_lead_in_ends_a_label_once(label: str, led: str) -> None:
    assert lead_in(label) == led
