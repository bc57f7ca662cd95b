"""A creator takes a work back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from consent import actions as consent
from consent.models import Record
from submissions import policies, text
from submissions.actions import moving
from submissions.models import Submission
from trail import recording


@transaction.atomic
def withdraw(*, submission: Submission, actor: User, reason: str, now: datetime) -> Submission:
    """Take the work back: it is shown nowhere from this second, and the consent to show it is withdrawn with it.

    What it means for licenses that stand is decided by their own terms, above this app: see docs/adr/0007.

    Raises:
        NotAllowed: somebody else's work.
        Conflict: it has been taken back, refused or removed already.
    """
    submission = moving.locked(submission)
    policies.check_can_change(actor, submission)
    record = submission.notice_record
    moving.move(
        submission,
        "withdraw",
        actor=actor.public_id,
        now=now,
        facts={"consent": record.public_id, "revision": submission.revision},
        sealed={"reason": recording.Sealed(text.paragraphs(reason), actor.public_id)},
        withdrawn_at=now,
        withdrawn_by=actor,
    )
    given = Record.objects.filter(
        person=actor, subject=submission.public_id, state=Record.State.GIVEN, notice__key=record.notice.key
    )
    for standing in given:
        consent.withdraw(record=standing, actor=actor, now=now)
    return submission
