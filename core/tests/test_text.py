from __future__ import annotations

import pytest

from core.templatetags.components import lead_in
from core.text import one_line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  Ada \n Holm ", "Ada Holm"),
        ("Ada\r\nBcc: all@example.com", "Ada Bcc: all@example.com"),
        ("gnp.\u202exe", "gnp.xe"),
        ("Søren Ægir 👩‍🎨", "Søren Ægir 👩‍🎨"),
    ],
)
def test_one_line(typed: str, line: str) -> None:
    assert one_line(typed) == line


@pytest.mark.parametrize(
    ("label", "led"), [("Title", "Title:"), ("Who holds the rights?", "Who holds the rights?"), ("Note: ", "Note:")]
)
def test_lead_in_ends_a_label_once(label: str, led: str) -> None:
    assert lead_in(label) == led
