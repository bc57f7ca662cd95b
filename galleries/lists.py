"""Lists of works, a page of cards at a time. Cards that are missing or stale are drawn and kept on the way.

The right to be seen is asked of `submissions.queries` in each query.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from core.prepared import Prepared, Row
from creators.models import Creator
from galleries import actions, cards
from galleries.filters import Filters
from galleries.searching import Works, narrowed, place_of
from submissions import queries as submission_queries
from submissions.models import Submission

PAGE_SIZE = 24


@dataclass(frozen=True)
class Page:
    """One page of cards as safe text, and the public id behind which the next one begins, if there is one."""

    cards: SafeString
    count: int
    next_after: str


def gallery_page(filters: Filters, *, after: str = "", size: int = PAGE_SIZE) -> Page:
    if filters or after:
        return _page(narrowed(submission_queries.published(), filters, after=after), size)
    return _drawn(_newest(cards.language(), size).rows(), size)


def creator_page(creator: Creator, *, after: str = "", size: int = PAGE_SIZE) -> Page:
    works = Works(submission_queries.published().filter(creator=creator))
    place = place_of(after) if after else None
    return _page(works.behind(place) if place else works, size)


def more_by(work: Submission, *, size: int = 4) -> Page:
    """Other works of the same creator."""
    return _drawn(_others(cards.language(), size).rows(work.creator_id, work.pk), size)


@cache
def _newest(language: str, size: int) -> Prepared:
    return Prepared(lambda: _rows(Works(submission_queries.published()), language, size))


@cache
def _others(language: str, size: int) -> Prepared:
    def make(creator: int, work: int) -> QuerySet[Submission, Row]:
        works = submission_queries.published().filter(creator_id=creator).exclude(pk=work)
        return _rows(Works(works), language, size)

    return Prepared(make, 2_000_000_001, 2_000_000_002)


def _page(works: Works, size: int) -> Page:
    page = _drawn(list(_rows(works, cards.language(), size)), size)
    return page if page.next_after else replace(page, next_after=works.until)


def _rows(works: Works, language: str, size: int) -> QuerySet[Submission, Row]:
    """One work more than fit on the page, to know whether there is another page."""
    columns = ("pk", "public_id", "revision", f"card__html_{language}", "card__template_hash", "card__revision")
    return works.in_order().values_list(*columns)[: size + 1]


def _drawn(rows: list[Row], size: int) -> Page:
    """The page of these rows; cards that are missing or stale are drawn anew and kept."""
    shown = rows[:size]
    fresh = cards.digest()
    stale = {row[0] for row in shown if row[4] != fresh or row[5] != row[2]}
    anew = _drawn_anew(stale) if stale else {}
    texts = [anew.get(row[0], "") if row[0] in stale else row[3] for row in shown]
    return Page(
        cards=mark_safe("".join(texts)),  # noqa: S308 - drawn by a template, which escaped it
        count=len(shown),
        next_after=shown[-1][1] if len(rows) > size else "",
    )


def _drawn_anew(keys: Iterable[int]) -> dict[int, str]:
    submissions = list(submission_queries.published().filter(pk__in=keys))
    name = f"html_{cards.language()}"
    return {card.submission_id: getattr(card, name) for card in actions.keep_cards(submissions=submissions)}
