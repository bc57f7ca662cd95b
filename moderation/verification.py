"""Do this app's rows say what their entries say, and is each decision's effect recorded? Called by verify_trail."""

from __future__ import annotations

from collections.abc import Iterator

from moderation.events import DECIDED
from moderation.models import Decision
from trail import canonical
from trail.models import Entry, SealedValue

CHUNK = 1000
EFFECTS = {
    "submission.published": Decision.Kind.PUBLISH,
    "submission.changes_requested": Decision.Kind.REQUEST_CHANGES,
    "submission.rejected": Decision.Kind.REJECT,
    "submission.removed": Decision.Kind.REMOVE,
}


def decisions_match_entries() -> Iterator[str]:
    yield from _decisions_without_their_entry()
    yield from _entries_without_their_decision()
    yield from _effects_without_their_decision()


def _decisions_without_their_entry() -> Iterator[str]:
    for decisions in _chunks():
        ids = [decision.public_id for decision in decisions]
        entries: dict[str, list[Entry]] = {public_id: [] for public_id in ids}
        for entry in Entry.objects.filter(kind=DECIDED, subject__in=ids):
            entries[entry.subject].append(entry)
        reasons = _reasons([entry.pk for found in entries.values() for entry in found])
        for decision in decisions:
            found = entries[decision.public_id]
            if len(found) != 1:
                yield f"decision {decision.public_id} has {len(found)} entries instead of one"
            elif wrong := _difference(decision, found[0], reasons):
                yield f"decision {decision.public_id}: {wrong}"


def _chunks() -> Iterator[list[Decision]]:
    last = 0
    while chunk := list(
        Decision.objects.filter(pk__gt=last).select_related("submission", "decided_by").order_by("pk")[:CHUNK]
    ):
        yield chunk
        last = chunk[-1].pk


def _reasons(entries: list[int]) -> dict[int, str | None]:
    """The sealed reasons of these entries; None for one that was erased."""
    values = SealedValue.objects.filter(entry__in=entries, name="reason").values_list("entry_id", "value")
    return {entry: None if value is None else canonical.decode(value) for entry, value in values}


def _difference(decision: Decision, entry: Entry, reasons: dict[int, str | None]) -> str:
    facts = entry.facts
    pairs = {
        "kind": (decision.kind, facts.get("kind")),
        "reason_code": (decision.reason_code, facts.get("reason_code")),
        "revision": (decision.revision, facts.get("revision")),
        "submission": (decision.submission.public_id, entry.topic),
        "decided_by": (decision.decided_by.public_id, entry.actor),
        "decided_at": (decision.decided_at, entry.recorded_at),
    }
    for name, (row, entered) in pairs.items():
        if row != entered:
            return f"{name} is {row} in the row and {entered} in its entry"
    # A reason that was erased from the trail cannot be compared any more.
    if reasons.get(entry.pk, "") not in (decision.reason, None):
        return "its reason is not the one that its entry commits to"
    return ""


def _entries_without_their_decision() -> Iterator[str]:
    known = Decision.objects.values("public_id")
    for entry in Entry.objects.filter(kind=DECIDED).exclude(subject__in=known).order_by("pk"):
        yield f"{DECIDED} of {entry.subject} has no decision"


def _effects_without_their_decision() -> Iterator[str]:
    """Each change that only a moderator can make names a decision of that kind about that work."""
    last = 0
    while entries := list(Entry.objects.filter(kind__in=EFFECTS, pk__gt=last).order_by("pk")[:CHUNK]):
        last = entries[-1].pk
        named = {str(entry.facts.get("decision", "")) for entry in entries}
        rows = Decision.objects.filter(public_id__in=named).values_list("public_id", "kind", "submission__public_id")
        decided = {public_id: (kind, submission) for public_id, kind, submission in rows}
        for entry in entries:
            decision = str(entry.facts.get("decision", ""))
            if decided.get(decision) != (EFFECTS[entry.kind], entry.subject):
                yield f"{entry.kind} of {entry.subject} names {decision or 'no decision'}, which did not decide that"
