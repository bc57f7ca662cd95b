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


TELLING = {"account.access_changed": _access_changed}
