"""What terms allow, laid out for quick questions. Read straight from the canonical text that an action has written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from licensing.purposes import BY_AI_USE, BY_EDIT, Purpose
from licensing.reasons import Duty
from licensing.terms import territories


class Scope(NamedTuple):
    channels: frozenset[str]
    countries: frozenset[str]
    purposes: frozenset[str]
    # None where it cannot be taken back.
    notice: timedelta | None
    credit_line: str
    duties: tuple[Duty, ...]


@lru_cache(maxsize=8192)
def read(terms: str) -> Scope:
    """The scope of canonical terms. The whole text is the key: equal text, equal scope, for ever."""
    mapping: dict[str, Any] = json.loads(terms)
    revocation = mapping["revocation"]
    return Scope(
        channels=frozenset(mapping["channels"]),
        countries=_countries(tuple(mapping["territories"])),
        purposes=frozenset(_purposes(mapping)),
        notice=timedelta(days=revocation["notice_days"]) if revocation["allowed"] else None,
        credit_line=mapping["attribution"]["credit_line"],
        duties=tuple(_duties(mapping)),
    )


@lru_cache(maxsize=1024)
def _countries(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(territories.members, codes))


def _purposes(mapping: dict[str, Any]) -> Iterable[str]:
    yield Purpose.ORGANIC.value
    if mapping["paid_use"]:
        yield Purpose.PAID.value
    for edit in mapping["edits"]:
        yield BY_EDIT[edit]
    for use, granted in mapping["ai"].items():
        if granted:
            yield BY_AI_USE[use]


def _duties(mapping: dict[str, Any]) -> Iterable[Duty]:
    attribution = mapping["attribution"]
    if attribution["required"]:
        for name in ("credit_line", "placement", "link"):
            if attribution[name]:
                yield Duty(name, attribution[name])
    if not mapping["edits"]:
        yield Duty("unchanged")
    if mapping["excluded_contexts"]:
        yield Duty("excluded_contexts", tuple(mapping["excluded_contexts"]))
