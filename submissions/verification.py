"""Do this app's rows say what their entries say? Called by verify_trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from submissions import queries
from submissions.models import MediaFile, Submission
from submissions.states import EVENTS, MOVES, RECEIVED_EVENT, State
from trail import sealed
from trail.models import Entry
from trail.recording import format_time

CHUNK = 1000
WORDS = ("title", "description", "alt_text", "credit_line", "rights_holder_name", "ai_note")
HANDED_IN = (RECEIVED_EVENT, "submission.resubmitted")
# States between two events: which step of the check is being done is no fact about rights.
SILENT_STATES = {State.PROCESSING: State.RECEIVED}


def submissions_match_entries() -> Iterator[str]:
    """Each work against its entries: state, revision, file, what was declared, and who decided what and when."""
    last = 0
    while chunk := list(_rows().filter(pk__gt=last).order_by("pk")[:CHUNK]):
        entries = _entries_of(chunk)
        told = sealed.latest(list(entries))
        for submission in chunk:
            declared = told.get(submission.public_id, {}).get("declaration", {})
            wrong = _wrong(submission, entries[submission.public_id])
            if deviation := wrong or _wrong_declaration(submission, entries[submission.public_id], declared):
                yield f"submission {submission.public_id}: {deviation}"
        last = chunk[-1].pk
    yield from _entries_without_work()


def _rows() -> QuerySet[Submission]:
    current = MediaFile.objects.filter(is_current=True)
    people = ("published_by", "withdrawn_by", "notice_record", "creator__user")
    return Submission.objects.select_related(*people).prefetch_related(
        Prefetch("media_files", queryset=current, to_attr="current_files"), "tags", "depicted_people"
    )


def _entries_of(chunk: Sequence[Submission]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    subjects = [submission.public_id for submission in chunk]
    for entry in Entry.objects.filter(subject__in=subjects, kind__in=EVENTS).order_by("pk"):
        found[entry.subject].append(entry)
    return found


def _wrong(submission: Submission, entries: list[Entry]) -> str:
    if [entry.kind for entry in entries].count(RECEIVED_EVENT) != 1 or entries[0].kind != RECEIVED_EVENT:
        return "no single entry tells that it was received"
    targets = {move.event: move.target for move in MOVES if move.event}
    state = targets.get(entries[-1].kind, str(State.RECEIVED))
    if SILENT_STATES.get(State(submission.state), submission.state) != state:
        return f"its state is {submission.state}, its entries end in {state}"
    handed_in = [entry for entry in entries if entry.kind in HANDED_IN][-1].facts
    media_file = queries.current_file(submission)
    if (handed_in["revision"], handed_in["media_file"]) != (submission.revision, media_file.public_id):
        return "its revision or its file is not the one that was handed in last"
    if handed_in["sha256"] != media_file.sha256:
        return "its file has another digest than its entry says"
    if handed_in["consent"] != submission.notice_record.public_id:
        return "its consent is not the one that was given with it"
    return _wrong_moments(submission, entries)


def _wrong_declaration(submission: Submission, entries: list[Entry], declared: Any) -> str:
    """What its creator said about it last; the words are sealed, and may have been erased."""
    received, last = entries[0], [entry for entry in entries if entry.kind in HANDED_IN][-1]
    owner = submission.creator.user.public_id
    if received.actor != owner or format_time(received.recorded_at) != format_time(submission.received_at):
        return "it was handed in by somebody else, or at another time, than its entry says"
    for name in ("rights_holder", "people", "ai_use"):
        if last.facts[name] != getattr(submission, name):
            return f"its {name} is not what was declared"
    if declared is sealed.ERASED:
        return ""
    row: dict[str, Any] = {name: getattr(submission, name) for name in WORDS}
    row["tags"] = sorted(tag.name for tag in submission.tags.all())
    row["people_names"] = sorted(person.name for person in submission.depicted_people.all())
    told = {name: sorted(value) if isinstance(value, list) else value for name, value in declared.items()}
    return f"its {name} is not what was declared" if (name := sealed.differing(told, row)) else ""


def _wrong_moments(submission: Submission, entries: list[Entry]) -> str:
    for kind, moment, person in (
        ("submission.published", submission.published_at, submission.published_by),
        ("submission.withdrawn", submission.withdrawn_at, submission.withdrawn_by),
    ):
        told = [(format_time(entry.recorded_at), entry.actor) for entry in entries if entry.kind == kind]
        held = [(format_time(moment), person.public_id)] if moment and person else []
        if told != held:
            return f"its row and its entries do not agree on {kind}"
    return ""


def _entries_without_work() -> Iterator[str]:
    known = set(Submission.objects.values_list("public_id", flat=True))
    received = Entry.objects.filter(kind=RECEIVED_EVENT).order_by("pk").values_list("subject", flat=True)
    for subject in received.iterator(chunk_size=CHUNK):
        if subject not in known:
            yield f"{RECEIVED_EVENT} tells of {subject}, which is not there"
