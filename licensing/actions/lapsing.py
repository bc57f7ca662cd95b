"""What ends by itself. Each decision looks at the dates, so nothing hangs on when this ran."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from licensing import facts
from licensing.actions import moving
from licensing.models import License, LicenseRequest
from licensing.states import OPEN, LicenseState
from submissions.models import Submission
from submissions.states import State as WorkState
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


@transaction.atomic
def end_with_work(*, submission_id: str, now: datetime) -> None:
    """What a work takes with it when it is withdrawn or removed; again changes nothing.

    Requests that wait can no longer be answered. Of a withdrawn work each license that its terms let the creator take
    back is revoked, from the moment of the withdrawal plus the days of notice (docs/adr/0007). The decision has said so
    since that moment; this writes it into the license and the trail. A removed work suspends all uses by itself.
    """
    work = moving.lock_submission(Submission.objects.get(public_id=submission_id).pk)
    if work.state not in (WorkState.WITHDRAWN, WorkState.REMOVED):
        return
    for pk in work.license_requests.filter(state__in=OPEN).order_by("pk").values_list("pk", flat=True):
        moving.move_request(moving.lock_request(pk), "lapse", actor=recording.SYSTEM, now=now, answered_at=now)
    # Those whose term had not ended by itself; that they are over with the work is what is written down here.
    running = work.licenses.filter(Q(ends_at=None) | Q(ends_at__gt=now), state__in=EXPIRING)
    for pk in running.order_by("pk").values_list("pk", flat=True):
        _end_license(moving.lock_license(pk), now)


def _end_license(license: License, now: datetime) -> None:
    withdrawn_by, ended_from = license.submission.withdrawn_by, license.work_gone_from
    if withdrawn_by is None or ended_from is None:
        return
    moving.move_license(
        license,
        "revoke",
        facts.revoked,
        actor=withdrawn_by.public_id,
        now=now,
        ended_at=now,
        ended_by=withdrawn_by,
        ended_from=ended_from,
    )
