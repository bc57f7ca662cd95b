"""Each Danish text is there, holds what the English holds, and says something."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|%%")


def read() -> Catalog:
    with (ROOT / "locale/da/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale="da")


CATALOG = read()
MESSAGES = [message for message in CATALOG if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else list(text)


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def agrees(message: Message) -> bool:
    """A form for one thing may write the number out, so it may hold less; no form holds anything else."""
    english, danish = forms(message.id), forms(message.string)
    last = placeholders(english[-1])
    return placeholders(danish[-1]) == last and all(placeholders(text) <= last for text in danish)


def test_every_message_is_translated() -> None:
    assert [message.id for message in MESSAGES if message.fuzzy or not all(forms(message.string))] == []


def test_every_message_has_as_many_forms_as_the_english() -> None:
    assert [message.id for message in MESSAGES if len(forms(message.string)) != len(forms(message.id))] == []


def test_placeholders_are_those_of_the_english() -> None:
    assert [message.id for message in MESSAGES if not agrees(message)] == []


def test_no_message_is_kept_that_nobody_uses() -> None:
    assert list(CATALOG.obsolete) == []


def test_quotation_marks_are_danish() -> None:
    assert [text for message in MESSAGES for text in forms(message.string) if re.search("[“”]", text)] == []
