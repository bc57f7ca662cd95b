"""Do this app's rows say what their entries say? Called by verify_trail; yields a sentence per deviation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from consent import wording
from consent.models import Notice, Record
from consent.states import GIVEN_EVENT, MOVES, RecordState
from trail import canonical
from trail.models import Entry

CHUNK = 500
WITHDRAWN_EVENT = next(move.event for move in MOVES if move.name == "withdraw")


def records_match_entries() -> Iterator[str]:
    """Notices against their hashes, each record against its entries, and each entry against its record."""
    for notice in Notice.objects.iterator(chunk_size=CHUNK):
        if wording.digest(notice.full_text) != notice.text_hash:
            yield f"notice {notice}: its text does not match its hash"
    rows = Record.objects.select_related("notice", "evidence", "person", "given_by", "withdrawn_by").order_by("pk")
    for records in _chunks(rows.iterator(chunk_size=CHUNK)):
        entries = _entries_of([record.public_id for record in records])
        for record in records:
            yield from _record_deviations(record, entries[record.public_id])
    yield from _entries_without_record()


def _chunks(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _entries_of(subjects: list[str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in Entry.objects.filter(subject__in=subjects, kind__in=[GIVEN_EVENT, WITHDRAWN_EVENT]).order_by("id"):
        found[entry.subject].append(entry)
    return found


def _record_deviations(record: Record, entries: list[Entry]) -> Iterator[str]:
    kinds = [entry.kind for entry in entries]
    expected = [GIVEN_EVENT, WITHDRAWN_EVENT] if record.state == RecordState.WITHDRAWN else [GIVEN_EVENT]
    name = f"consent {record.public_id}"
    if record.state == RecordState.REFUSED or kinds != expected:
        yield f"{name} is {record.state}, but its entries are: {', '.join(kinds) or 'none'}"
        return
    yield from _differences(name, entries[0], _given(record), _said(entries[0]))
    if wording.digest(record.evidence.text) != record.evidence.text_hash:
        yield f"{name}: the text of its evidence does not match its hash"
    if record.evidence.text_hash != record.notice.text_hash:
        yield f"{name}: its evidence is of other words than its notice"
    if record.state == RecordState.WITHDRAWN:
        yield from _differences(name, entries[1], _withdrawn(record), _said(entries[1]))


def _given(record: Record) -> dict[str, Any]:
    return {
        "actor": record.given_by.public_id,
        "person": record.person.public_id,
        "at": record.given_at,
        "topic": record.subject,
        "notice": record.notice.key,
        "version": record.notice.version,
        "language": record.notice.language,
        "text_hash": record.notice.text_hash,
        "evidence": record.evidence.public_id,
        "method": record.evidence.method,
    }


def _withdrawn(record: Record) -> dict[str, Any]:
    actor = record.withdrawn_by.public_id if record.withdrawn_by else ""
    return {"actor": actor, "at": record.withdrawn_at, "topic": record.subject}


def _said(entry: Entry) -> dict[str, Any]:
    body = canonical.decode(entry.body)
    said = {"actor": entry.actor, "at": entry.recorded_at, "topic": entry.topic, **body["facts"]}
    if entry.kind == GIVEN_EVENT:
        # Nobody consents for somebody else.
        said["person"] = entry.actor
    return said


def _differences(name: str, entry: Entry, row: dict[str, Any], said: dict[str, Any]) -> Iterator[str]:
    for key in row.keys() | said.keys():
        if row.get(key) != said.get(key):
            yield f"{name}: {key} is {row.get(key)}, its entry {entry.kind} says {said.get(key)}"


def _entries_without_record() -> Iterator[str]:
    known = Record.objects.values("public_id")
    missing = Entry.objects.filter(kind__in=[GIVEN_EVENT, WITHDRAWN_EVENT]).exclude(subject__in=known)
    for entry in missing.order_by("id").iterator(chunk_size=CHUNK):
        yield f"entry {entry}: there is no consent {entry.subject}"
