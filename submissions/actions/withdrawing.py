"""A creator takes a work back, or the consent alone where the work has come to its end."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from consent import actions as consent
from consent.models import Record
from core import states, text
from core.errors import Conflict
from submissions import policies
from submissions.actions import moving
from submissions.models import Submission
from submissions.states import MOVES
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
    moving.move(
        submission,
        "withdraw",
        actor=actor.public_id,
        now=now,
        facts={"consent": submission.notice_record.public_id, "revision": submission.revision},
        sealed={"reason": recording.Sealed(text.paragraphs(reason), actor.public_id)},
        withdrawn_at=now,
        withdrawn_by=actor,
    )
    _withdraw_consents(submission, actor, now)
    return submission


@transaction.atomic
def withdraw_consent(*, submission: Submission, actor: User, now: datetime) -> Submission:
    """Withdraw the consent to show a work that was not accepted or was removed: from now on only its creator sees it.

    The work stays as it was decided. One that is on its way or public is taken back together with its consent.

    Raises:
        NotAllowed: somebody else's work.
        Conflict: the work has to be taken back for that, or nothing stands that could be withdrawn.
    """
    submission = moving.locked(submission)
    policies.check_can_change(actor, submission)
    if states.can(MOVES, "withdraw", submission.state):
        raise Conflict(
            _("To withdraw this consent, take the work back: then it is shown to nobody."), code="work_stands"
        )
    if not _withdraw_consents(submission, actor, now):
        raise Conflict(_("This consent has been withdrawn already."), code="consent_withdrawn")
    return submission


def _withdraw_consents(submission: Submission, actor: User, now: datetime) -> int:
    """All that the creator agreed to for this work, in whichever version of the notice; how many."""
    key = submission.notice_record.notice.key
    standing = Record.objects.filter(
        person=actor, subject=submission.public_id, state=Record.State.GIVEN, notice__key=key
    )
    return len([consent.withdraw(record=record, actor=actor, now=now) for record in standing.order_by("pk")])
