"""News inside a brand: to the person whom it concerns, or to its other owners."""

from __future__ import annotations

from accounts.models import User
from brands.models import Brand
from notifications import addresses
from notifications.news.telling import News, owners, to_each
from trail.models import Entry


def _brand(entry: Entry) -> Brand:
    return Brand.objects.get(public_id=entry.topic)


def _name_of(public_id: str) -> str:
    person = User.objects.get(public_id=public_id)
    return person.name or person.email


def _joined(entry: Entry) -> list[News]:
    brand = _brand(entry)
    context = {"brand": brand.name, "person": _name_of(entry.subject), "role": entry.facts["role"]}
    return to_each(owners(brand, besides=entry.actor), entry.kind, addresses.members(brand), context)


def _role_changed(entry: Entry) -> list[News]:
    if entry.actor == entry.subject:
        return []
    brand = _brand(entry)
    context = {"brand": brand.name, "role": entry.facts["to"]}
    person = User.objects.get(public_id=entry.subject)
    return to_each([person], entry.kind, addresses.members(brand), context)


def _removed(entry: Entry) -> list[News]:
    brand = _brand(entry)
    if entry.facts["left"]:
        context = {"brand": brand.name, "person": _name_of(entry.subject)}
        return to_each(owners(brand, besides=entry.actor), "member.left", addresses.members(brand), context)
    person = User.objects.get(public_id=entry.subject)
    return to_each([person], entry.kind, addresses.home(), {"brand": brand.name})


def _token(entry: Entry) -> list[News]:
    brand = _brand(entry)
    context = {"brand": brand.name, "person": _name_of(entry.actor)}
    return to_each(owners(brand, besides=entry.actor), entry.kind, addresses.tokens(brand), context)


TELLING = {
    "member.joined": _joined,
    "member.role_changed": _role_changed,
    "member.removed": _removed,
    "token.created": _token,
    "token.revoked": _token,
}
