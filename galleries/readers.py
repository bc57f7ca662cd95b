"""Follow the trail: what was published is found and drawn, also under a new name of its creator; what is gone loses its
words and texts."""

from __future__ import annotations

from core import jobs
from creators.states import CHANGED
from galleries import actions
from trail import readers
from trail.models import Entry

NAME = "galleries.cards"
SHOWN = "submission.published"
GONE = ("submission.withdrawn", "submission.removed")


def follow(entry: Entry) -> None:
    if entry.kind == SHOWN:
        actions.show(public_id=entry.subject)
    elif entry.kind in GONE:
        actions.hide(public_id=entry.subject)
    elif entry.kind == CHANGED and "name" in entry.facts["fields"]:
        jobs.enqueue(actions.RENAME_JOB, entry.subject)


readers.register(NAME, follow)
