"""News about an account, to the person whose it is."""

from __future__ import annotations

from accounts.models import User
from notifications import addresses
from notifications.news.telling import News, to_each
from trail.models import Entry


def _access_changed(entry: Entry) -> list[News]:
    if entry.actor == entry.subject:
        return []
    return to_each([User.objects.get(public_id=entry.subject)], entry.kind, addresses.home(), {})


def _own(entry: Entry) -> list[News]:
    """To the person, though they did it: it may have been somebody else."""
    context = {name: " ".join(kinds) for name, kinds in entry.facts.items() if name in {"added", "removed"} and kinds}
    kind = entry.kind
    if entry.kind == "account.ways_changed":
        kind += "".join(f".{name}" for name in sorted(context))
    return to_each([User.objects.get(public_id=entry.subject)], kind, addresses.account(), context)


TELLING = {
    "account.access_changed": _access_changed,
    "account.address_changed": _own,
    "account.password_changed": _own,
    "account.ways_changed": _own,
}
