"""News about a license request: each side hears what the other one did."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from licensing.models import LicenseRequest
from licensing.states import RequestState
from notifications import addresses
from notifications.models import Notification
from notifications.news.telling import News, deciders, to_each
from trail.models import Entry

ONCE_IN = timedelta(days=1)


def _request(entry: Entry) -> LicenseRequest:
    return LicenseRequest.objects.select_related("submission__creator__user", "brand").get(public_id=entry.subject)


def _context(request: LicenseRequest) -> dict[str, str]:
    work = request.submission
    return {"work": work.title, "creator": work.creator.name, "brand": request.brand.name}


def _to_creator(request: LicenseRequest, kind: str, context: dict[str, str]) -> list[News]:
    url = addresses.creators_request(request.public_id)
    return to_each([request.submission.creator.user], kind, url, context)


def _to_brand(request: LicenseRequest, kind: str, context: dict[str, str]) -> list[News]:
    url = addresses.brands_request(request.brand, request.public_id)
    return to_each(deciders(request.brand), f"{kind}.brand", url, context)


def _sent(entry: Entry) -> list[News]:
    """A brand that asks for a work and takes it back in a loop is heard once a day; the request itself is there."""
    request = _request(entry)
    taken_back = LicenseRequest.objects.filter(
        brand=request.brand, submission=request.submission, state=RequestState.WITHDRAWN, pk__lt=request.pk
    )
    told = _told().filter(entry__subject__in=taken_back.values("public_id"))
    if told.filter(created_at__gt=entry.recorded_at - ONCE_IN).exists():
        return []
    return _to_creator(request, entry.kind, _context(request) | {"answer_by": request.answer_by.isoformat()})


def _withdrawn(entry: Entry) -> list[News]:
    """To whoever was told that it was sent."""
    if not _told().filter(entry__subject=entry.subject).exists():
        return []
    request = _request(entry)
    return _to_creator(request, entry.kind, _context(request))


def _told() -> QuerySet[Notification]:
    return Notification.objects.filter(kind="request.sent")


def _declined(entry: Entry) -> list[News]:
    request = _request(entry)
    return _to_brand(request, entry.kind, _context(request))


def _expired(entry: Entry) -> list[News]:
    request = _request(entry)
    context = _context(request)
    return _to_creator(request, entry.kind, context) + _to_brand(request, entry.kind, context)


def _lapsed(entry: Entry) -> list[News]:
    request = _request(entry)
    return _to_brand(request, entry.kind, _context(request))


TELLING = {
    "request.sent": _sent,
    "request.withdrawn": _withdrawn,
    "request.declined": _declined,
    "request.lapsed": _lapsed,
    "request.expired": _expired,
}
