"""Lists page by key: the next page starts below the last row of this one, however many were added meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`next` is what the address of the next page carries as `before`; empty on the last page."""

    rows: list[Row]
    next: str


def newest_first(rows: QuerySet[Row], *, before: str = "", size: int = 24) -> Page[Row]:
    """A page of rows that have a `public_id`, newest first, below the row named `before`."""
    if before:
        above: Any = rows.filter(public_id=before).order_by().values("pk")[:1]
        rows = rows.filter(pk__lt=above)
    found = list(rows.order_by("-pk")[: size + 1])
    return Page(found[:size], found[size - 1].public_id if len(found) > size else "")  # type: ignore[attr-defined]
