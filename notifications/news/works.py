"""News about a work: to its creator, and to brands that hold a license for it."""

from __future__ import annotations

from django.utils import timezone

from licensing.models import License
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
    return _to_creator(work, entry.kind) + _to_licensees(work, entry)


def _withdrawn(entry: Entry) -> list[News]:
    return _to_licensees(_work(entry), entry)


def _to_licensees(work: Submission, entry: Entry) -> list[News]:
    """Each brand once per license that is not over. One that ends with the work has news of its own."""
    told: list[News] = []
    held = License.objects.filter(submission=work).current(timezone.now())
    for license in held.select_related("licensee", "submission").order_by("pk"):
        if license.work_gone_from is not None:
            continue
        url = addresses.brands_license(license.licensee, license.public_id)
        about = {"work": license.work_title, "creator": license.licensor_named, "number": license.number}
        told += to_each(deciders(license.licensee), f"{entry.kind}.licensee", url, about)
    return told


TELLING = {
    "submission.quarantined": _quarantined,
    "submission.published": _decided,
    "submission.changes_requested": _decided,
    "submission.rejected": _decided,
    "submission.removed": _removed,
    "submission.withdrawn": _withdrawn,
}
