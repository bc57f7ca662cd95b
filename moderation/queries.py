"""What waits for a moderator, and what they should know about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from creators.models import Creator
from moderation.models import Claim, Decision
from submissions import queries as submissions
from submissions.models import Submission
from submissions.states import State

PAGE = 24


@dataclass(frozen=True)
class Record:
    """How often works of a creator were published, and how often not."""

    published: int
    refused: int


def waiting(*, after: str = "") -> list[Submission]:
    """Oldest first, one more than a page holds; `after` is the id of the last one on the page before."""
    rows = submissions.with_pictures(Submission.objects.filter(state=State.IN_REVIEW)).select_related(
        "claim__moderator"
    )
    if after:
        last = Submission.objects.filter(public_id=after).values("pk")[:1]
        rows = rows.filter(pk__gt=last)
    return list(rows.order_by("pk")[: PAGE + 1])


def count_waiting() -> int:
    return Submission.objects.filter(state=State.IN_REVIEW).count()


def next_waiting(viewer: User, *, now: datetime, after: int = 0) -> Submission | None:
    """The oldest one that nobody else looks at and that is not the viewer's own; from the start after the last."""
    free = (
        Submission.objects.filter(state=State.IN_REVIEW)
        .exclude(creator__user=viewer)
        .exclude(Q(claim__until__gt=now) & ~Q(claim__moderator=viewer))
        .order_by("pk")
    )
    return free.filter(pk__gt=after).first() or free.exclude(pk=after).first()


def history(submission: Submission) -> QuerySet[Decision]:
    return Decision.objects.filter(submission=submission).select_related("decided_by").order_by("-pk")


def record_of(creator: Creator) -> Record:
    counted = Submission.objects.filter(creator=creator).aggregate(
        published=Count("pk", filter=Q(state=State.PUBLISHED)),
        refused=Count("pk", filter=Q(state__in=[State.REJECTED, State.REMOVED])),
    )
    return Record(counted["published"], counted["refused"])


def others_claim(submission: Submission, viewer: User, now: datetime) -> Claim | None:
    claim = Claim.objects.select_related("moderator").filter(submission=submission, until__gt=now).first()
    return claim if claim and claim.moderator_id != viewer.pk else None
