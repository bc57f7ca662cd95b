"""Write a fact, in the transaction of the change that it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from trail import canonical, merkle
from trail.models import Entry, SealedValue

VERSION = 1
SYSTEM = "system"


@dataclass(frozen=True)
class Sealed:
    """A personal value and the id of the person whose erasure deletes it."""

    value: canonical.JSON
    person: str


def record(
    kind: str,
    *,
    actor: str,
    at: datetime,
    subject: str,
    topic: str = "",
    facts: Mapping[str, Any] | None = None,
    sealed: Mapping[str, Sealed] | None = None,
) -> Entry:
    """Append one entry. It takes no lock and costs one INSERT, plus one where values are sealed.

    Args:
        kind: `noun.participle`, such as `license.granted`.
        actor: public id of who acted, or `recording.SYSTEM`.
        at: aware; kept in UTC with microseconds.
        facts: plain JSON without personal data in the clear; ids and money as strings.
        sealed: personal values; the entry keeps a salted commitment to each.

    Raises:
        RuntimeError: outside of a transaction, where fact and change could part.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"record({kind!r}) outside of a transaction")
    salts = {name: canonical.new_salt() for name in sealed or {}}
    body = {
        "v": VERSION,
        "kind": kind,
        "at": format_time(at),
        "actor": actor,
        "subject": subject,
        "topic": topic,
        "facts": dict(facts or {}),
        "sealed": {name: canonical.commitment(item.value, salts[name]) for name, item in (sealed or {}).items()},
        "salt": canonical.new_salt().hex(),
    }
    data = canonical.encode(body)
    entry = Entry.objects.create(
        kind=kind,
        subject=subject,
        topic=topic,
        actor=actor,
        recorded_at=at,
        body=data.decode(),
        leaf_hash=merkle.leaf_hash(data),
    )
    if sealed:
        SealedValue.objects.bulk_create(
            SealedValue(
                entry=entry,
                name=name,
                person=item.person,
                value=canonical.encode(item.value).decode(),
                salt=salts[name],
            )
            for name, item in sealed.items()
        )
    _wake_after_commit()
    return entry


def format_time(at: datetime) -> str:
    """RFC 3339 in UTC with microseconds, always of the same length."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _wake_after_commit() -> None:
    from trail.tasks import wake

    already = any(getattr(callback[1], "__wrapped_wake__", False) for callback in connection.run_on_commit)
    if already:
        return

    def send() -> None:
        wake()

    send.__wrapped_wake__ = True  # type: ignore[attr-defined]
    transaction.on_commit(send)
