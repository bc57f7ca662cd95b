"""Which works fit a visitor's filters, at a cost that does not grow with the gallery.

Each condition is a range of the keyword index. A rare one is read whole, and its works are checked for the others.
Where all are common, works are read newest first until a page is full or a window of them is looked through; the next
page goes on from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from galleries import keywords
from galleries.filters import Filters
from galleries.models import Keyword
from submissions.models import Submission

# A condition that more works than this fulfill is common.
RARE = 5_000
# So many works are looked through for one page.
WINDOW = 10_000


@dataclass(frozen=True)
class Place:
    """Where a work stands in the order of publication."""

    at: datetime
    key: int
    public_id: str


@dataclass(frozen=True)
class Works:
    """A query for works, and the columns by which its order is read from an index: newest first.

    `leading` is the condition on the rows of those columns. It has to go into one `filter()` with the place where a
    page begins: two would join the rows of keywords twice.
    """

    query: QuerySet[Submission]
    at: str = "published_at"
    key: str = "pk"
    leading: Q = field(default_factory=Q)
    # Public id of the last work that is looked at, where the list does not go on to the end.
    until: str = ""

    def behind(self, place: Place) -> Works:
        """Only those that come after this place in the order."""
        at, key = place.at, place.key
        # The first condition repeats what the second implies, in the form in which an index can use it.
        condition = Q((f"{self.at}__lte", at))
        condition &= Q((f"{self.at}__lt", at)) | Q((self.at, at), (f"{self.key}__lt", key))
        return replace(self, leading=self.leading & condition)

    def up_to(self, place: Place) -> Works:
        """Only those that come before this place, and the one that has it."""
        at, key = place.at, place.key
        condition = Q((f"{self.at}__gte", at))
        condition &= Q((f"{self.at}__gt", at)) | Q((self.at, at), (f"{self.key}__gte", key))
        return replace(self, leading=self.leading & condition, until=place.public_id)

    def in_order(self) -> QuerySet[Submission]:
        return self.query.filter(self.leading).order_by(f"-{self.at}", f"-{self.key}")


@dataclass(frozen=True)
class Condition:
    """A word that a work must have, or the beginning of one."""

    word: str
    is_beginning: bool = False

    def q(self, prefix: str = "") -> Q:
        if self.is_beginning:
            end = keywords.after_prefix(self.word)
            return Q((f"{prefix}word__gte", self.word), (f"{prefix}word__lt", end))
        return Q((f"{prefix}word", self.word))


def narrowed(works: QuerySet[Submission], filters: Filters, *, after: str = "") -> Works:
    """The works that fulfill all of `filters`, behind the work `after`; all if there never was such a work."""
    place = place_of(after) if after else None
    typed = keywords.words(filters.q)[: keywords.MOST_WORDS]
    if filters.q and not typed:
        return Works(works.none())
    conditions = [Condition(word) for word in filters.facets()]
    conditions += [Condition(word, len(word) >= keywords.SHORTEST_PREFIX) for word in typed]
    found = _chosen(works, conditions, place)
    return found.behind(place) if place else found


def _chosen(works: QuerySet[Submission], conditions: Sequence[Condition], place: Place | None) -> Works:
    if not conditions:
        return Works(works)
    if len(conditions) == 1 and not conditions[0].is_beginning:
        return _stream(works, conditions)
    sizes = dict(zip(conditions, _sizes(conditions), strict=True))
    first, *others = sorted(conditions, key=lambda condition: sizes[condition])
    if sizes[first] == 0:
        return Works(works.none())
    if sizes[first] <= RARE:
        rare = Keyword.objects.filter(first.q()).values("submission_id")
        return Works(_checked(works.filter(pk__in=rare), others))
    stream = _stream(works, conditions)
    # One common condition alone fills a page soon; several may never meet.
    end = _end_of_window(works, place) if others else None
    return stream.up_to(end) if end else stream


def _end_of_window(works: QuerySet[Submission], place: Place | None) -> Place | None:
    every = Works(works)
    every = every.behind(place) if place else every
    found = every.in_order().values_list("published_at", "pk", "public_id")[WINDOW - 1 : WINDOW].first()
    return Place(*found) if found else None  # type: ignore[arg-type] # published, so it has a time


def _stream(works: QuerySet[Submission], conditions: Sequence[Condition]) -> Works:
    """Read along the index of an exact word if there is one, or else along all works."""
    exact = next((condition for condition in conditions if not condition.is_beginning), None)
    query = _checked(works, [condition for condition in conditions if condition is not exact])
    if exact is None:
        return Works(query)
    return Works(query, "keywords__published_at", "keywords__submission_id", exact.q("keywords__"))


def _checked(works: QuerySet[Submission], conditions: Sequence[Condition]) -> QuerySet[Submission]:
    for condition in conditions:
        works = works.filter(Exists(Keyword.objects.filter(condition.q(), submission=OuterRef("pk"))))
    return works


def _sizes(conditions: Sequence[Condition]) -> list[int]:
    """How many rows of the index fulfill each, counted up to one more than are rare."""
    counts: list[str] = []
    values: list[Any] = []
    for condition in conditions:
        rows = Keyword.objects.filter(condition.q()).order_by().values("pk")[: RARE + 1]
        sql, given = rows.query.sql_with_params()
        counts.append(f"(SELECT COUNT(*) FROM ({sql}) AS counted)")  # noqa: S608 - compiled by Django, values apart
        values += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)}", values)
        return list(cursor.fetchone())


def place_of(public_id: str) -> Place | None:
    """One that has gone in the meantime still has its place."""
    found = Submission.objects.filter(public_id=public_id, published_at__isnull=False)
    values = found.values_list("published_at", "pk", "public_id").first()
    return Place(*values) if values else None  # type: ignore[arg-type] # asked for those that have a time
