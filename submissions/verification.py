"""Do this app's rows say what their entries say? Called by verify_trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db.models import Prefetch, QuerySet

from submissions import queries
from submissions.models import MediaFile, Submission
from submissions.states import EVENTS, MOVES, RECEIVED_EVENT, State
from trail.models import Entry
from trail.recording import format_time

CHUNK = 1000
HANDED_IN = (RECEIVED_EVENT, "submission.resubmitted")
# States between two events: which step of the check is being done is no fact about rights.
SILENT_STATES = {State.PROCESSING: State.RECEIVED}


def submissions_match_entries() -> Iterator[str]:
    """Each work against its entries: state, revision, file, and when it was published or taken back and by whom."""
    last = 0
    while chunk := list(_rows().filter(pk__gt=last).order_by("pk")[:CHUNK]):
        entries = _entries_of(chunk)
        for submission in chunk:
            if deviation := _wrong(submission, entries[submission.public_id]):
                yield f"submission {submission.public_id}: {deviation}"
        last = chunk[-1].pk
    yield from _entries_without_work()


def _rows() -> QuerySet[Submission]:
    current = MediaFile.objects.filter(is_current=True)
    return Submission.objects.select_related("published_by", "withdrawn_by", "notice_record").prefetch_related(
        Prefetch("media_files", queryset=current, to_attr="current_files")
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
