"""When a license counts: the one home of that condition, for a row, for the decision, and for lists as a query.

It counts from its start until it is over. It is over at the end of its term, at the end of the notice after one side
ended it, or at the end of the same notice after its work was taken back (docs/adr/0007), whichever comes first. While
it is suspended, and once its work was removed, it does not count either. Dates decide all of this: a state says which
act was done, never whether its time has come, and nothing hangs on whether the scheduler or a reader has run.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db.models import DateTimeField, ExpressionWrapper, F, Q, Value

from licensing.states import LicenseState
from submissions.states import State as WorkState

# A work that was taken back, and nobody knows when: over since before anything was granted.
EVER = datetime(1, 1, 2, tzinfo=UTC)


def gone_from(work_state: str, withdrawn_at: datetime | None, notice: timedelta | None) -> datetime | None:
    """From when a license is over because its work was taken back; without `notice` its terms do not allow that."""
    if work_state != WorkState.WITHDRAWN:
        return None
    if withdrawn_at is None:
        return EVER
    return None if notice is None else withdrawn_at + notice


def over_from(*ends: datetime | None) -> datetime | None:
    """The first of its ends; None for one that runs for ever."""
    return min((end for end in ends if end is not None), default=None)


def runs_on(at: datetime) -> Q:
    """Not over at `at`: in force, suspended, or still to start. Two-valued, so that it can be negated."""
    taken_back = ExpressionWrapper(Value(at, DateTimeField()) - F("notice"), DateTimeField())
    work_there = ~Q(submission__state=WorkState.WITHDRAWN) | Q(
        Q(notice__isnull=True) | Q(submission__withdrawn_at__gt=taken_back), submission__withdrawn_at__isnull=False
    )
    return (
        Q(Q(ends_at__isnull=True) | Q(ends_at__gt=at), Q(ended_from__isnull=True) | Q(ended_from__gt=at)) & work_there
    )


def in_force(at: datetime) -> Q:
    usable = ~Q(state=LicenseState.SUSPENDED) & ~Q(submission__state=WorkState.REMOVED)
    return Q(starts_at__lte=at) & usable & runs_on(at)
