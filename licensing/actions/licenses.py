"""How a license ends by somebody's act."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from core.text import paragraphs
from licensing import facts, policies
from licensing.actions import moving
from licensing.actions.requests import check_reason
from licensing.models import License
from licensing.states import LicenseState


@transaction.atomic
def revoke(*, license: License, reason: str, actor: User, now: datetime) -> License:
    """The licensor ends the license, as its terms allow. With a notice period it counts from the end of that period.

    Revoking twice is one revocation.

    Raises:
        NotAllowed: not the licensor, or the terms do not allow it.
        Conflict: already over.
    """
    license = moving.lock_license(license.pk)
    policies.check_can_revoke(license, actor)
    if license.state == LicenseState.REVOKED:
        return license
    policies.check_not_over(license, now)
    reason = paragraphs(reason)
    check_reason(reason)
    ended_from = license.parsed_terms.revocation_takes_effect(now)
    moving.move_license(
        license,
        "revoke",
        facts.revoked,
        actor=actor.public_id,
        now=now,
        sealed=moving.typed("reason", reason, actor),
        ended_at=now,
        ended_by=actor,
        ended_from=ended_from,
        end_reason=reason,
    )
    return license
