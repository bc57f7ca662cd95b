"""News about a license request: each side hears what the other one did."""

from __future__ import annotations

from licensing.models import LicenseRequest
from notifications import addresses
from notifications.news.telling import News, deciders, to_each
from trail.models import Entry


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
    request = _request(entry)
    return _to_creator(request, entry.kind, _context(request) | {"answer_by": request.answer_by.isoformat()})


def _withdrawn(entry: Entry) -> list[News]:
    request = _request(entry)
    return _to_creator(request, entry.kind, _context(request))


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
