"""News about a work: to its creator, and to brands that hold or want a license for it."""

from __future__ import annotations

from django.utils import timezone

from licensing.models import License, LicenseRequest
from licensing.states import OPEN
from notifications import addresses
from notifications.news.telling import News, deciders, to_each
from submissions.models import Submission
from submissions.refusals import OUR_FAULT
from trail.models import Entry


def _work(entry: Entry) -> Submission:
    return Submission.objects.select_related("creator__user").get(public_id=entry.subject)


def _to_creator(work: Submission, kind: str) -> list[News]:
    return to_each([work.creator.user], kind, addresses.own_work(work.public_id), {"work": work.title})


def _decided(entry: Entry) -> list[News]:
    return _to_creator(_work(entry), entry.kind)


def _quarantined(entry: Entry) -> list[News]:
    ours = entry.facts.get("code") == OUR_FAULT
    return _to_creator(_work(entry), f"{entry.kind}.our_fault" if ours else entry.kind)


def _removed(entry: Entry) -> list[News]:
    work = _work(entry)
    return _to_creator(work, entry.kind) + _to_brands(work, entry)


def _withdrawn(entry: Entry) -> list[News]:
    return _to_brands(_work(entry), entry)


def _to_brands(work: Submission, entry: Entry) -> list[News]:
    """Each brand once per license that is not over, and once per request that waits."""
    now = timezone.now()
    context = {"work": work.title, "creator": work.creator.name}
    told: list[News] = []
    for license in License.objects.filter(submission=work).current(now).select_related("licensee").order_by("pk"):
        url = addresses.brands_license(license.licensee, license.public_id)
        about = context | {"number": license.number}
        told += to_each(deciders(license.licensee), f"{entry.kind}.licensee", url, about)
    for request in LicenseRequest.objects.filter(submission=work, state__in=OPEN).select_related("brand"):
        url = addresses.brands_request(request.brand, request.public_id)
        told += to_each(deciders(request.brand), f"{entry.kind}.asked", url, context)
    return told


TELLING = {
    "submission.quarantined": _quarantined,
    "submission.published": _decided,
    "submission.changes_requested": _decided,
    "submission.rejected": _decided,
    "submission.removed": _removed,
    "submission.withdrawn": _withdrawn,
}
