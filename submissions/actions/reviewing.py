"""What a moderator's decision does to a submission. The decision itself, with its reason, is moderation's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from submissions import policies
from submissions.actions import moving
from submissions.models import Submission


@transaction.atomic
def publish(*, submission: Submission, actor: User, decision_id: str, now: datetime) -> Submission:
    """Everybody may see the work from now on.

    Raises (as do the others here):
        NotAllowed: not a moderator, or a moderator's own work.
        Conflict: it is not waiting for this decision, or its creator's consent to show it does not stand.
    """
    policies.check_consent_stands(moving.locked(submission))
    return _decide(submission, "publish", actor, decision_id, now, published_at=now, published_by=actor)


def request_changes(*, submission: Submission, actor: User, decision_id: str, now: datetime) -> Submission:
    """The creator is asked to change something and to hand it in again."""
    return _decide(submission, "request_changes", actor, decision_id, now)


def reject(*, submission: Submission, actor: User, decision_id: str, now: datetime) -> Submission:
    """The work is not accepted."""
    return _decide(submission, "reject", actor, decision_id, now)


def remove(*, submission: Submission, actor: User, decision_id: str, now: datetime) -> Submission:
    """A published work is taken down: nobody sees it from this second."""
    return _decide(submission, "remove", actor, decision_id, now)


@transaction.atomic
def _decide(
    submission: Submission, name: str, actor: User, decision_id: str, now: datetime, **changes: Any
) -> Submission:
    submission = moving.locked(submission)
    policies.check_can_review(actor, submission)
    facts = {"decision": decision_id, "revision": submission.revision}
    moving.move(submission, name, actor=actor.public_id, now=now, facts=facts, **changes)
    return submission
