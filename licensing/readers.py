"""Follow the trail for what ends with a work: open requests, and the licenses that its creator may take back."""

from __future__ import annotations

from licensing import actions
from trail import readers
from trail.models import Entry

NAME = "licensing"
GONE = ("submission.withdrawn", "submission.removed")


def follow(entry: Entry) -> None:
    if entry.kind in GONE:
        actions.end_with_work(submission_id=entry.subject, now=entry.recorded_at)


readers.register(NAME, follow)
