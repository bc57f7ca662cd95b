"""Handing the file over. Each hand-over is recorded with the hash of the exact bytes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from licensing import facts, policies
from licensing.actions import moving
from licensing.models import Delivery, License
from licensing.stamping import Stamped
from licensing.states import DELIVERED
from trail import recording


@transaction.atomic
def deliver(*, license: License, file: Stamped, actor: User, now: datetime) -> Delivery:
    """Record that `actor` receives these bytes for the licensee; only then may they be sent.

    Raises:
        NotAllowed: not an owner or editor of the licensee.
        Conflict: the license is not in force now, or the work was removed.
        TooMany: the brand has downloaded a great many files within the hour.
    """
    license = moving.lock_license(license.pk)
    policies.check_can_act_for(actor, license.licensee)
    policies.check_can_be_delivered(license, now)
    policies.check_not_too_many(license.licensee, now)
    delivery = Delivery.objects.create(
        license=license,
        media_file=license.media_file,
        file_name=file.file_name,
        byte_size=file.byte_size,
        sha256=file.sha256,
        delivered_at=now,
        delivered_to=actor,
    )
    recording.record(
        DELIVERED,
        actor=actor.public_id,
        at=now,
        subject=license.public_id,
        topic=license.submission.public_id,
        facts=facts.delivered(delivery),
    )
    return delivery
