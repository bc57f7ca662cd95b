from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from galleries import lists, searching
from galleries.filters import Filters
from galleries.searching import narrowed
from galleries.tests.factories import in_a_row, published, same_moment
from submissions import queries as submissions

pytestmark = pytest.mark.django_db
FILTERS = [
    Filters(q="herring"),
    Filters(q="herr harb"),
    Filters(tag="harbor"),
    Filters(tag="harbor", ai="none", shape="landscape", q="day"),
    Filters(),
]


def found(filters: Filters, after: str = "") -> list[str]:
    works = narrowed(submissions.published(), filters, after=after)
    return list(works.in_order().values_list("public_id", flat=True))


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("rare", [0, 1000])
def test_narrow_down_finds_the_same_whether_words_are_rare_or_common(
    filters: Filters, rare: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "RARE", rare)
    works = [work.public_id for work in in_a_row(5)]

    assert found(filters) == works
    assert found(filters, after=works[1]) == works[2:]


def test_look_through_a_window_goes_on_behind_it_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RARE", 0)
    monkeypatch.setattr(searching, "WINDOW", 2)
    works = in_a_row(7)
    same_moment(works[2:5])
    for filters in FILTERS[1:2] + FILTERS[3:4]:
        seen: list[str] = []
        after, pages = "", 0
        while pages == 0 or after:
            page = lists.gallery_page(filters, after=after, size=24)
            seen += [part.split("/")[0] for part in page.cards.split('href="/w/')[1:]]
            after, pages = page.next_after, pages + 1
        everything = submissions.published().order_by("-published_at", "-pk").values_list("public_id", flat=True)
        assert (seen, pages) == (list(everything), 4)


def test_window_without_a_fit_offers_the_next_one(monkeypatch: pytest.MonkeyPatch, client: Any) -> None:
    monkeypatch.setattr(searching, "RARE", 0)
    monkeypatch.setattr(searching, "WINDOW", 1)
    newest, _older = in_a_row(2)
    newest.keywords.filter(word="herring").delete()

    page = client.get("/gallery/?q=herring+harbor").content.decode()

    assert "None of the newest works fits" in page
    assert f"?q=herring+harbor&amp;after={newest.public_id}" in page


def test_search_of_two_words_costs_at_most_five_queries(django_assert_max_num_queries: Any, client: Any) -> None:
    works = in_a_row(30)
    for path in ("/gallery/?q=herring+harbor", f"/gallery/?q=herring+harbor&tag=boat&after={works[3].public_id}"):
        client.get(path)
        with django_assert_max_num_queries(5):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Øresund", "oresund"),
        ("Øresund", "oeresund"),
        ("Øresund", "ØRES"),
        ("Müller", "Muller"),
        ("Müller", "mueller"),
        ("Århus", "Aarhus"),
        ("Århus", "arhus"),
        ("Aarhus", "Århus"),
    ],
)
def test_search_finds_words_however_their_letters_are_typed(written: str, typed: str) -> None:
    work = published(title=f"By the sea of {written}")
    published(title="Elsewhere")

    assert found(Filters(q=typed)) == [work.public_id]


def test_works_of_before_gain_words_without_accents_and_lose_them_again() -> None:
    migration = import_module("galleries.migrations.0003_words_without_accents")
    work = published(title="Øresund")
    now = set(work.keywords.values_list("word", flat=True))

    migration.remove(apps, connection.schema_editor())
    before = set(work.keywords.values_list("word", flat=True))
    migration.add(apps, connection.schema_editor())

    assert now - before == {"oresund"}
    assert set(work.keywords.values_list("word", flat=True)) == now
