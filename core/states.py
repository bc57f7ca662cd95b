"""State machines as tables: each app lists its moves, and only what is listed can happen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict


@dataclass(frozen=True)
class Move:
    """One legal step: `name` is the verb, `by` who may do it in words, `event` the trail's kind or "" if silent.

    What is `planned` is legal, but no action makes it yet.
    """

    name: str
    sources: frozenset[str]
    target: str
    by: str
    event: str = ""
    planned: bool = False


def move(name: str, sources: Iterable[str], target: str, by: str, event: str = "", *, planned: bool = False) -> Move:
    return Move(name, frozenset(sources), target, by, event, planned)


def find(moves: Sequence[Move], name: str, state: str) -> Move:
    """The move `name` out of `state`.

    Raises:
        Conflict: code `illegal_state` when the table has no such move.
    """
    for candidate in moves:
        if candidate.name == name and state in candidate.sources:
            return candidate
    raise Conflict(
        _("This is no longer possible: things have moved on since you opened the page."), code="illegal_state"
    )


def can(moves: Sequence[Move], name: str, state: str) -> bool:
    return any(candidate.name == name and state in candidate.sources for candidate in moves)
