"""Each Danish text is there, holds what the English holds, and says something."""

from __future__ import annotations

import re

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.architecture.marked_texts import ROOT, in_modules, in_templates

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


MARKED = [(path, marked) for path, marked in [*in_templates(), *in_modules()] if marked[1]]


def test_every_marked_text_is_in_the_catalog() -> None:
    missing = {
        f"{path.relative_to(ROOT)}: {text}"
        for path, (context, text, plural) in MARKED
        if (found := CATALOG.get(text, context)) is None or (plural is not None and forms(found.id) != [text, plural])
    }

    assert missing == set()


def test_every_message_is_still_marked_somewhere() -> None:
    marked = {(context, text) for _, (context, text, _) in MARKED}

    assert [message.id for message in MESSAGES if (message.context, forms(message.id)[0]) not in marked] == []


def test_markers_are_found_in_every_form() -> None:
    kinds: dict[str, set[bool]] = {path.suffix: set() for path, _ in MARKED}
    for path, (_, _, plural) in MARKED:
        kinds[path.suffix].add(plural is not None)

    assert kinds[".py"] == kinds[".html"] == {True, False}
