"""What ends by itself. Each decision looks at the dates, so nothing hangs on when this ran."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from licensing import facts
from licensing.actions import moving
from licensing.models import License, LicenseRequest
from licensing.states import OPEN, LicenseState
from trail import recording

BATCH = 500
EXPIRING = [LicenseState.ACTIVE, LicenseState.SUSPENDED]


def expire_due(now: datetime) -> int:
    """Mark requests without an answer and licenses at their end, one transaction each; how many."""
    requests = LicenseRequest.objects.filter(state__in=OPEN, answer_by__lte=now).order_by("answer_by")
    licenses = License.objects.filter(state__in=EXPIRING, ends_at__lte=now).order_by("ends_at")
    expired = sum(_expire_request(pk, now) for pk in requests.values_list("pk", flat=True)[:BATCH])
    return expired + sum(_expire_license(pk, now) for pk in licenses.values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def _expire_request(pk: int, now: datetime) -> bool:
    request = moving.lock_request(pk)
    if request.state not in OPEN:
        return False
    expire_request(request, now=now)
    return True


def expire_request(request: LicenseRequest, *, now: datetime) -> None:
    """For a locked request that is past its deadline."""
    moving.move_request(
        request,
        "expire",
        actor=recording.SYSTEM,
        now=now,
        more={"answer_by": recording.format_time(request.answer_by)},
    )


@transaction.atomic
def _expire_license(pk: int, now: datetime) -> bool:
    license = moving.lock_license(pk)
    if license.state not in EXPIRING:
        return False
    moving.move_license(license, "expire", facts.expired, actor=recording.SYSTEM, now=now)
    return True
