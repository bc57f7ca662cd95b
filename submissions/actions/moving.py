"""The one place that assigns a submission's state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core import states
from submissions.models import Submission
from submissions.states import MOVES
from trail import recording


def locked(submission: Submission) -> Submission:
    """The row as it is now, held until the transaction ends."""
    return Submission.objects.select_for_update(of=("self",)).select_related("creator__user").get(pk=submission.pk)


def move(
    submission: Submission,
    name: str,
    *,
    actor: str,
    now: datetime,
    facts: Mapping[str, Any] | None = None,
    sealed: Mapping[str, recording.Sealed] | None = None,
    **changes: Any,
) -> None:
    """Take the move `name` of a row that is locked, save `changes` with it, and record the move's event.

    Raises:
        Conflict: the table has no such move out of the present state.
    """
    step = states.find(MOVES, name, submission.state)
    submission.state = step.target
    for field, value in changes.items():
        setattr(submission, field, value)
    submission.save(update_fields=["state", *changes])
    if step.event:
        recording.record(
            step.event,
            actor=actor,
            at=now,
            subject=submission.public_id,
            topic=submission.public_id,
            facts=facts,
            sealed=sealed,
        )
