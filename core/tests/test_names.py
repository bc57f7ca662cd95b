"""Which names and few words may stand inside sentences of others."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from core import names

NAMES = [
    "Outway",
    "Blå Bølge A/S",
    "H&M",
    "7-Eleven",
    "Levi’s",
    "L'Oréal",
    "Ben & Jerry's",
    "Tiffany, Paris",
    "AC/DC (live)",
    "A.P. Møller – Mærsk",
    "S.Oliver",
    "J. Lindeberg",
    "Dr. Martens",
    "St. Pauli",
    "Mr. & Mrs. Smith",
    "Dr.Oetker",
    "Apple Inc.",
    "Apple Inc., Cupertino",
    "Warner Bros.",
    "booking.com",
    "Node.js",
    "No. 5",
    "Chanel No. 5",
    "李",
    "Ærø",
    "Boots, size 4.5",
    "voucher of 1.200 kr.",
    "+45",
    "Åse 👩\u200d🎨",
    "€uro",
]
SENTENCES = {
    "Outway. You get EUR 500 for it. You can take it back at any time": ".",
    "Outway.You get EUR 500": ".",
    "Outway .": ".",
    "Outway...": ".",
    "Outway…": ".",
    "Outway․ You get EUR 500": ".",
    "Outway． You get EUR 500": ".",
    "Outway。You get EUR 500": "。",
    "We pay. No. You get EUR 500": ".",
    "Outway A. You get EUR 500": ".",
    "Outway Inc. You get EUR 500": ".",
    "Outway Dr. You get EUR 500": ".",
    "Outway! You get more": "!",
    "Outway！": "!",
    "Why not?": "?",
    "Outway; they pay": ";",
    "Outway: they pay": ":",
    "Outway： they pay": ":",
    "¿Outway": "¿",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_fine(name: str) -> None:
    assert names.fault(name) == ""
    assert names.tamed(name) == name


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_told_by_its_mark(text: str) -> None:
    with translation.override("en"):
        assert names.fault(text) == f"Write a name or a few words, not sentences: leave out “{SENTENCES[text]}”."


@pytest.mark.parametrize("text", ["Out\nway", "Out\u2028way", "Out\u202eyaw", "Out\x07way", "Out\u200bway"])
def test_hidden_characters_and_line_breaks_are_told(text: str) -> None:
    with translation.override("en"):
        assert names.fault(text) == "Remove line breaks and hidden characters from this text."


@pytest.mark.parametrize("text", ["“Outway”", "»Outway«", 'Out"way', "Outway’’", "Out''way", "„Outway‟", "Out`way"])
def test_quotation_marks_are_told(text: str) -> None:
    with translation.override("en"):
        assert names.fault(text) == "Leave out quotation marks: this text always stands between some."


def test_a_name_without_a_letter_is_told() -> None:
    with translation.override("en"):
        assert names.fault("– & –") == "This needs a letter or a digit."
    assert names.fault("") == ""


def test_a_credit_may_have_a_colon() -> None:
    assert names.fault("Photo: Dr. Maja Holm", colon=True) == ""
    assert names.fault("Photo: Maja. You get EUR 500", colon=True)


@pytest.mark.parametrize(
    ("text", "tamed"),
    [
        ("Photo: Maja Holm. Instagram: @maja!", "Photo: Maja Holm, Instagram: @maja"),
        ("Photo: “Maja”\nHolm", "Photo: 'Maja' Holm"),
        ("Maja...", "Maja"),
    ],
)
def test_tamed_words_come_near(text: str, tamed: str) -> None:
    assert names.tamed(text, colon=True) == tamed


@given(st.text(max_size=40), st.booleans())
def test_tamed_words_have_no_fault_but_that_they_say_nothing(text: str, colon: bool) -> None:
    tamed = names.tamed(text, colon=colon)
    with translation.override("en"):
        assert names.fault(tamed, colon=colon) in ("", "This needs a letter or a digit.")
