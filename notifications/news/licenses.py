"""News about a license, its deliveries and its uses."""

from __future__ import annotations

from licensing.models import License, Use
from notifications import addresses
from notifications.news.telling import News, deciders, to_each
from trail.models import Entry


def _license(public_id: str) -> License:
    return License.objects.with_parties().get(public_id=public_id)


def _context(license: License) -> dict[str, str]:
    return {
        "work": license.work_title,
        "creator": license.licensor_named,
        "brand": license.licensee_name,
        "number": license.number,
    }


def _to_creator(license: License, kind: str, context: dict[str, str]) -> list[News]:
    return to_each([license.licensor.user], kind, addresses.creators_license(license.public_id), context)


def _to_both(license: License, kind: str, context: dict[str, str]) -> list[News]:
    url = addresses.brands_license(license.licensee, license.public_id)
    return _to_creator(license, kind, context) + to_each(deciders(license.licensee), f"{kind}.brand", url, context)


def _changed(entry: Entry) -> list[News]:
    license = _license(entry.subject)
    return _to_both(license, entry.kind, _context(license))


def _revoked(entry: Entry) -> list[News]:
    license = _license(entry.subject)
    return _to_both(license, entry.kind, _context(license) | {"ended_from": entry.facts["ended_from"]})


def _delivered(entry: Entry) -> list[News]:
    license = _license(entry.subject)
    return _to_creator(license, entry.kind, _context(license))


def _used(entry: Entry) -> list[News]:
    use = Use.objects.get(public_id=entry.subject)
    license = _license(entry.facts["license"])
    return _to_creator(license, entry.kind, _context(license) | {"place": use.place})


TELLING = {
    "license.granted": _changed,
    "license.revoked": _revoked,
    "license.expired": _changed,
    "license.suspended": _changed,
    "license.resumed": _changed,
    "license.terminated": _changed,
    "license.superseded": _changed,
    "license.delivered": _delivered,
    "use.noted": _used,
    "use.ended": _used,
}
