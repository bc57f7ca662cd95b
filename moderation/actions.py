"""What moderators do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.errors import Conflict, Invalid, Message
from core.text import paragraphs
from moderation import policies, reasons
from moderation.events import DECIDED
from moderation.models import Claim, Decision
from submissions import actions as submissions
from submissions.models import Submission
from submissions.policies import check_can_review
from trail import recording

CLAIM_LASTS = timedelta(minutes=5)

_ACTS: dict[str, Callable[..., Any]] = {
    Decision.Kind.PUBLISH: submissions.publish,
    Decision.Kind.REQUEST_CHANGES: submissions.request_changes,
    Decision.Kind.REJECT: submissions.reject,
    Decision.Kind.REMOVE: submissions.remove,
}


@transaction.atomic
def decide(
    *,
    submission: Submission,
    kind: str,
    reason_code: str = "",
    reason: str = "",
    revision: int,
    actor: User,
    now: datetime,
) -> Decision:
    """Publish a work, ask its creator for changes, do not accept it, or remove it; all but the first with a reason.

    `reason_code` is one of `moderation.reasons`, `reason` the sentence that the creator reads. `revision` is the one
    that the moderator had before them.

    Raises:
        NotAllowed: not a moderator, or their own work.
        Invalid: the kind is unknown, or the reason is missing or too long.
        Conflict: the work was handed in anew or somebody else decided in the meantime.
    """
    # One decision at a time; the act itself reads the row again, under this lock.
    submission = (
        Submission.objects.select_for_update(of=("self",)).select_related("creator__user").get(pk=submission.pk)
    )
    check_can_review(actor, submission)
    code, text = _checked(kind, reason_code, reason)
    if submission.revision != revision:
        raise Conflict(
            _("The creator has handed this work in anew since you opened it. Look at it again."), code="stale_revision"
        )
    decision = Decision.objects.create(
        submission=submission,
        kind=kind,
        reason_code=code,
        reason=text,
        revision=revision,
        decided_at=now,
        decided_by=actor,
    )
    _ACTS[kind](submission=submission, decision_id=decision.public_id, actor=actor, now=now)
    recording.record(
        DECIDED,
        actor=actor.public_id,
        at=now,
        subject=decision.public_id,
        topic=submission.public_id,
        facts={"kind": str(kind), "reason_code": code, "revision": revision},
        sealed={"reason": recording.Sealed(text, submission.creator.user.public_id)} if text else None,
    )
    Claim.objects.filter(submission=submission).delete()
    return decision


@transaction.atomic
def claim(*, submission: Submission, actor: User, now: datetime) -> Claim:
    """Say that `actor` looks at this work now, for five minutes from the last time; another's claim stands.

    It warns and reserves nothing: whoever decides first has decided.

    Raises:
        NotAllowed: not a moderator.
    """
    policies.check_can_moderate(actor)
    # Locking the work makes two moderators who open it at once take turns.
    Submission.objects.select_for_update().get(pk=submission.pk)
    standing = Claim.objects.select_related("moderator").filter(submission=submission).first()
    if standing and standing.moderator_id != actor.pk and standing.until > now:
        return standing
    kept, _created = Claim.objects.update_or_create(
        submission=submission, defaults={"moderator": actor, "until": now + CLAIM_LASTS}
    )
    return kept


@transaction.atomic
def release(*, actor: User) -> None:
    """The moderator looks at something else now."""
    Claim.objects.filter(moderator=actor).delete()


def _checked(kind: str, code: str, reason: str) -> tuple[str, str]:
    """Code and reason as they are kept: none where a work is published."""
    if kind not in Decision.Kind.values:
        raise Invalid(_("Choose what to do with this work."), code="kind_unknown")
    if kind == Decision.Kind.PUBLISH:
        return "", ""
    text = paragraphs(reason)
    fields: dict[str, Message] = {}
    if not reasons.is_known(kind, code):
        fields["reason_code"] = _("Choose a reason.")
    if not text:
        fields["reason"] = _("Write what the creator should read.")
    elif len(text) > (limit := Decision._meta.get_field("reason").max_length or 0):
        fields["reason"] = _("Shorten this to %(limit)s characters.") % {"limit": limit}
    if fields:
        raise Invalid(_("A refusal needs a reason that the creator can read."), code="reason_missing", fields=fields)
    return code, text


def moderators_group() -> Group:
    """The group whose members review; made anew, with its permission, where it is missing."""
    group, _created = Group.objects.get_or_create(name=policies.MODERATORS)
    group.permissions.add(Permission.objects.get(content_type__app_label="moderation", codename="review"))
    return group
