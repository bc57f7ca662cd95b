"""One piece of news for one person, before it is a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from accounts.models import User
from brands import queries
from brands.models import Brand, Role


@dataclass(frozen=True)
class News:
    recipient: User
    kind: str
    url: str
    context: dict[str, str] = field(default_factory=dict)


def to_each(people: Iterable[User], kind: str, url: str, context: dict[str, str]) -> list[News]:
    return [News(person, kind, url, context) for person in people if person.is_active]


def deciders(brand: Brand) -> Iterable[User]:
    """Who acts for a brand: its owners and editors."""
    return queries.people_with(brand, Role.OWNER, Role.EDITOR).order_by("pk")


def owners(brand: Brand, *, besides: str) -> Iterable[User]:
    """Its owners but for the one who acted and knows."""
    return queries.people_with(brand, Role.OWNER).exclude(public_id=besides).order_by("pk")
