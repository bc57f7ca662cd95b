"""What changes how a person signs in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.db import transaction

from accounts import ways
from accounts.models import User
from accounts.states import ADDRESS_CHANGED, PASSWORD_CHANGED, WAYS_CHANGED
from accounts.ways import Ways
from core import jobs
from trail import recording
from trail.recording import Sealed

OLD_ADDRESS_JOB = "accounts.old_address_mail"


class PasswordProof(StrEnum):
    """By what somebody showed that they may choose a new password."""

    OLD_PASSWORD = "old_password"  # noqa: S105 - a name, not a secret
    SIGNED_IN_AGAIN = "signed_in_again"
    MAIL = "mail"


@transaction.atomic
def change_password(*, user: User, password: str, proof: PasswordProof, now: datetime) -> None:
    """Choose a password. Whoever did not type the old one waits a day until it signs licenses."""
    user.set_password(password)
    if proof != PasswordProof.OLD_PASSWORD:
        user.password_since = now
    user.save(update_fields=["password", "password_since"])
    recording.record(
        PASSWORD_CHANGED,
        actor=user.public_id,
        at=now,
        subject=user.public_id,
        topic=user.public_id,
        facts={"proof": proof.value},
    )


@transaction.atomic
def note_ways(*, user: User, before: Ways, after: Ways, now: datetime) -> None:
    """Record what has changed about how somebody signs in, in the transaction that changed it.

    Mail goes to the address that was the main one, if it was ever reached: who lost an account reads it there.
    """
    if after.address != before.address:
        entry = recording.record(
            ADDRESS_CHANGED,
            actor=user.public_id,
            at=now,
            subject=user.public_id,
            topic=user.public_id,
            sealed={
                "email": Sealed(after.address, user.public_id),
                "old_email": Sealed(before.address, user.public_id),
            },
        )
        if before.confirmed:
            jobs.enqueue(OLD_ADDRESS_JOB, str(entry.pk))
    added, removed = after.beside(before), before.beside(after)
    if not before.confirmed:
        # The first address, confirmed at the end of signing up.
        added = [kind for kind in added if kind != ways.ADDRESS]
    if added or removed:
        recording.record(
            WAYS_CHANGED,
            actor=user.public_id,
            at=now,
            subject=user.public_id,
            topic=user.public_id,
            facts={"added": added, "removed": removed},
        )
