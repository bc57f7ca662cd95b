"""Do this app's rows say what their entries say, and is there no entry without its row? Called by verify_trail."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from core.states import Move
from licensing import facts
from licensing.models import Delivery, License, LicenseRequest, Offer, Use
from licensing.states import LICENSE_MOVES, REQUEST_MOVES, LicenseState, RequestState
from trail import canonical
from trail.models import Entry
from trail.recording import format_time

CHUNK = 1000
GRANTED = "license.granted"
DELIVERED = "license.delivered"
REQUEST_KINDS = ("request.sent", *(step.event for step in REQUEST_MOVES if step.event != GRANTED))
LICENSE_KINDS = (GRANTED, *(step.event for step in LICENSE_MOVES))
USE_KINDS = ("use.noted", "use.ended")

Row = TypeVar("Row", LicenseRequest, License, Delivery, Use)


def licenses_match_entries() -> Iterator[str]:
    """Requests, licenses, deliveries and uses, each against its entries and each entry against its row."""
    yield from _offers()
    requests = LicenseRequest.objects.select_related("brand", "submission__creator", "license").prefetch_related(
        "offers"
    )
    yield from _rows(requests, REQUEST_KINDS, "subject", _wrong_request)
    licenses = License.objects.with_parties().select_related("request", "offer", "media_file", "evidence", "ended_by")
    yield from _rows(licenses, LICENSE_KINDS, "subject", _wrong_license)
    deliveries = Delivery.objects.select_related("license__licensor", "license__licensee", "media_file")
    yield from _rows(deliveries, (DELIVERED,), "delivery", _wrong_delivery)
    uses = Use.objects.select_related("license__licensor", "license__licensee")
    yield from _rows(uses, USE_KINDS, "subject", _wrong_use)


def _rows(
    rows: models.QuerySet[Row], kinds: Sequence[str], name: str, wrong: Callable[[Row, list[Entry]], str]
) -> Iterator[str]:
    """Each row with its entries in order; then entries of these kinds that name no row."""
    for chunk in _chunks(rows):
        entries = _entries_of(chunk, kinds, name)
        for row in chunk:
            if deviation := wrong(row, entries[row.public_id]):
                yield f"{row._meta.verbose_name} {row.public_id}: {deviation}"
    for told in _chunks(Entry.objects.filter(kind__in=kinds)):
        named = {_named(entry, name): entry for entry in told}
        known = set(rows.model._default_manager.filter(public_id__in=named).values_list("public_id", flat=True))
        for public_id, entry in named.items():
            if public_id not in known:
                yield f"{entry.kind} tells of {public_id}, which is not there"


def _chunks(rows: models.QuerySet[Any]) -> Iterator[list[Any]]:
    last = 0
    while chunk := list(rows.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield chunk
        last = chunk[-1].pk


def _entries_of(chunk: Sequence[Any], kinds: Sequence[str], name: str) -> dict[str, list[Entry]]:
    subjects = [row.public_id if name == "subject" else row.license.public_id for row in chunk]
    entries: dict[str, list[Entry]] = defaultdict(list)
    found = Entry.objects.filter(kind__in=kinds, subject__in=subjects).prefetch_related("sealed_values")
    for entry in found.order_by("pk"):
        entries[_named(entry, name)].append(entry)
    return entries


def _named(entry: Entry, name: str) -> str:
    return entry.subject if name == "subject" else str(entry.facts.get(name))


def _offers() -> Iterator[str]:
    for chunk in _chunks(Offer.objects.all()):
        for offer in chunk:
            if deviation := _wrong_terms(offer):
                yield f"offer {offer.public_id}: {deviation}"


def _wrong_terms(row: Offer | License) -> str:
    if hashlib.sha256(row.terms.encode()).hexdigest() != row.terms_hash:
        return "its terms do not match their hash"
    if canonical.encode(canonical.decode(row.terms)).decode() != row.terms:
        return "its terms are not canonical"
    return ""


def _wrong_request(request: LicenseRequest, entries: list[Entry]) -> str:
    if [entry.kind for entry in entries].count("request.sent") != 1 or entries[0].kind != "request.sent":
        return "no single entry tells that it was sent"
    license = getattr(request, "license", None)
    if (license is not None) != (request.state == RequestState.GRANTED):
        return "its state and its license do not agree"
    moves = entries[1:]
    state = _folded(REQUEST_MOVES, RequestState.SENT, moves)
    if license is None and state != request.state:
        return f"its state is {request.state}, its entries end in {state}"
    if license is not None and state not in (RequestState.SENT, RequestState.SEEN):
        return f"it was granted, its entries end in {state}"
    answer = moves[-1] if license is None and request.answered_at else None
    if answer is not None and not _same_moment(answer, request.answered_at):
        return "it was answered at another time than its entry says"
    return (
        _wrong_facts(entries[0], facts.sent(request))
        or _wrong_sealed(entries[0], "message", request.message)
        or (_wrong_sealed(moves[-1], "reason", request.decline_reason) if request.decline_reason and moves else "")
    )


def _wrong_license(license: License, entries: list[Entry]) -> str:
    if [entry.kind for entry in entries].count(GRANTED) != 1 or entries[0].kind != GRANTED:
        return "no single entry tells that it was granted"
    state = _folded(LICENSE_MOVES, LicenseState.ACTIVE, entries[1:])
    if state != license.state:
        return f"its state is {license.state}, its entries end in {state}"
    if (license.terms, license.terms_hash) != (license.offer.terms, license.offer.terms_hash):
        return "its terms are not those of the offer"
    if hashlib.sha256(license.evidence.text.encode()).hexdigest() != license.evidence.text_hash:
        return "the text that was signed does not match its hash"
    if license.evidence.person_id != license.licensor.user_id or license.granted_by_id != license.licensor.user_id:
        return "it was not granted by its licensor"
    if not _same_moment(entries[0], license.granted_at):
        return "it was granted at another time than its entry says"
    return (
        _wrong_terms(license)
        or _wrong_facts(entries[0], facts.granted(license))
        or _wrong_notice(license)
        or _wrong_sealed(entries[0], "licensor_name", license.licensor_name)
        or _wrong_sealed(entries[0], "work_title", license.work_title)
        or _wrong_end(license, entries)
    )


def _wrong_notice(license: License) -> str:
    """For terms that are known to be those of the grant."""
    return "" if license.notice == license.parsed_terms.revocation.notice else "its notice is not that of its terms"


def _wrong_end(license: License, entries: list[Entry]) -> str:
    if license.state == LicenseState.REVOKED:
        last = entries[-1]
        if not _same_moment(last, license.ended_at) or last.actor != getattr(license.ended_by, "public_id", None):
            return "it was revoked at another time or by somebody else than its entry says"
        return _wrong_facts(last, facts.revoked(license)) or _wrong_sealed(last, "reason", license.end_reason)
    if license.ended_at or license.ended_from:
        return "it has an end that no entry tells of"
    if license.state == LicenseState.EXPIRED:
        return _wrong_facts(entries[-1], facts.expired(license))
    return ""


def _wrong_delivery(delivery: Delivery, entries: list[Entry]) -> str:
    if len(entries) != 1:
        return "no single entry tells of it"
    if not _same_moment(entries[0], delivery.delivered_at):
        return "it was delivered at another time than its entry says"
    return _wrong_facts(entries[0], facts.delivered(delivery))


def _wrong_use(use: Use, entries: list[Entry]) -> str:
    kinds = [entry.kind for entry in entries]
    if kinds[:1] != ["use.noted"] or kinds not in (["use.noted"], ["use.noted", "use.ended"]):
        return "no single entry tells of it"
    noted = facts.noted(use) | ({"ends_on": facts.day(use.ends_on)} if len(entries) == 1 else {"ends_on": None})
    return (
        _wrong_facts(entries[0], noted)
        or (_wrong_facts(entries[1], facts.use_ended(use)) if len(entries) == 2 else "")
        or _wrong_sealed(entries[0], "place", use.place)
        or _wrong_sealed(entries[0], "url", use.url)
        or _wrong_sealed(entries[0], "credit_line", use.credit_line)
    )


def _folded(moves: Sequence[Move], state: str, entries: Sequence[Entry]) -> str:
    """The state after these entries, or what is wrong about them."""
    for entry in entries:
        step = next((step for step in moves if step.event == entry.kind and state in step.sources), None)
        if step is None:
            return f"{entry.kind} after {state}, which cannot be"
        state = step.target
    return state


def _wrong_facts(entry: Entry, expected: facts.Facts) -> str:
    told = entry.facts
    for name, value in expected.items():
        if told.get(name) != value:
            return f"{name} is {value!r}, {entry.kind} says {told.get(name)!r}"
    return ""


def _wrong_sealed(entry: Entry, name: str, value: str | None) -> str:
    """A sealed value that was erased cannot be compared; its commitment stays."""
    kept = next((sealed for sealed in entry.sealed_values.all() if sealed.name == name), None)
    if kept is None:
        return f"its {name} is in no entry" if value else ""
    if kept.value is not None and canonical.decode(kept.value) != value:
        return f"its {name} is not what {entry.kind} sealed"
    return ""


def _same_moment(entry: Entry, at: datetime | None) -> bool:
    return at is not None and format_time(entry.recorded_at) == format_time(at)
