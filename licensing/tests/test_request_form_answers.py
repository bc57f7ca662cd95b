"""What a brand finds answered before it has said anything: the narrowest terms, and no AI."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from brands.tests.factories import brand as new_brand
from licensing.tests import factories
from licensing.tests.test_brand_pages import filled, form_url, signed_in
from submissions.tests.factories import submission

pytestmark = pytest.mark.django_db

AI = [
    "ai_face_or_voice_replica",
    "ai_generative_training",
    "ai_input_or_reference",
    "ai_other_training",
    "ai_text_and_data_mining",
]


class Radios(HTMLParser):
    """Each group of radio buttons: its values, and those that are checked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.checked: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "radio":
            name, value = str(given["name"]), str(given["value"])
            self.values.setdefault(name, []).append(value)
            self.checked.setdefault(name, []).extend([value] if "checked" in given else [])


def radios(**posted: str) -> Radios:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    address = form_url(brand, work)
    response = client.post(address, filled(**posted)) if posted else client.get(address)
    return Radios(response.content.decode())


def test_form_asks_of_each_use_by_ai_and_has_no_checked() -> None:
    found = radios()

    assert sorted(name for name in found.values if name.startswith("ai_")) == AI
    assert [(found.values[name], found.checked[name]) for name in AI] == [(["no", "yes"], ["no"])] * 5


def test_form_keeps_each_answer_that_was_given_apart() -> None:
    found = radios(ai_other_training="yes", channels="")

    assert [found.checked[name] for name in AI] == [["no"], ["no"], ["no"], ["yes"], ["no"]]


def test_form_starts_with_the_narrowest_answers() -> None:
    found = radios()

    assert {name: checked for name, checked in found.checked.items() if not name.startswith("ai_")} == {
        "paid_use": ["no"],
        "term_kind": ["months"],
        "exclusivity_kind": ["none"],
        "attribution_required": ["yes"],
        # What the creator gets is for the brand to say: nothing is offered for it.
        "compensation_kind": [],
        "revocation_allowed": ["yes"],
        "after_end_printed_matter": ["withdraw"],
        "after_end_running_ads": ["stop"],
    }
