"""The ways of a submission. docs/states/submission.md is generated from this table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.states import move


class State(models.TextChoices):
    RECEIVED = "received", _("Received")
    PROCESSING = "processing", _("Being checked")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    CHANGES_REQUESTED = "changes_requested", _("Changes asked for")
    REJECTED = "rejected", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REMOVED = "removed", _("Removed")
    QUARANTINED = "quarantined", _("Set aside")


MOVES = [
    # Out of a check as well: the worker that had begun it has died, or is too slow to count.
    move("start_check", [State.RECEIVED, State.PROCESSING], State.PROCESSING, "worker"),
    move("pass_check", [State.PROCESSING], State.IN_REVIEW, "worker", "submission.checked"),
    move("fail_check", [State.RECEIVED, State.PROCESSING], State.QUARANTINED, "worker", "submission.quarantined"),
    # The check broke by our fault and works again: no creator has to do anything.
    move("retry_check", [State.QUARANTINED], State.RECEIVED, "worker", "submission.check_retried"),
    move("publish", [State.IN_REVIEW], State.PUBLISHED, "moderator", "submission.published"),
    move("request_changes", [State.IN_REVIEW], State.CHANGES_REQUESTED, "moderator", "submission.changes_requested"),
    move("reject", [State.IN_REVIEW], State.REJECTED, "moderator", "submission.rejected"),
    move(
        "resubmit",
        [State.CHANGES_REQUESTED, State.QUARANTINED],
        State.RECEIVED,
        "creator",
        "submission.resubmitted",
    ),
    move("remove", [State.PUBLISHED], State.REMOVED, "moderator", "submission.removed"),
    move(
        "withdraw",
        [
            State.RECEIVED,
            State.PROCESSING,
            State.IN_REVIEW,
            State.PUBLISHED,
            State.CHANGES_REQUESTED,
            State.QUARANTINED,
        ],
        State.WITHDRAWN,
        "creator",
        "submission.withdrawn",
    ),
]

RECEIVED_EVENT = "submission.received"
EVENTS = (RECEIVED_EVENT, *(move.event for move in MOVES if move.event))

# What the creator, or a decision about them, has taken away: its pictures are shown to nobody who looks for it.
GONE = [State.WITHDRAWN, State.REMOVED]
FINAL = [State.WITHDRAWN, State.REMOVED, State.REJECTED]
