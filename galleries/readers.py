"""Follow the trail: what was published is found and drawn, what is gone loses its words and texts."""

from __future__ import annotations

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


readers.register(NAME, follow)
