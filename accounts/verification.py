"""Do accounts say what their entries say? Called by verify_trail."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Max

from accounts.models import User
from accounts.states import ACCESS_CHANGED
from trail import sealed
from trail.models import Entry

CHUNK = 500
NO_ACCESS = {"active": True, "staff": False, "administrator": False, "groups": []}


def accounts_match_entries() -> Iterator[str]:
    """Name and address, and what the account may do: sign in, enter admin, do everything, moderate."""
    last = 0
    while chunk := list(User.objects.prefetch_related("groups").filter(pk__gt=last).order_by("pk")[:CHUNK]):
        subjects = [user.public_id for user in chunk]
        access, names = _access(subjects), sealed.latest(subjects)
        for user in chunk:
            if user.access() != access.get(user.public_id, NO_ACCESS):
                yield f"account {user.public_id}: it may do something else than its entries say"
            elif field := sealed.differing(names.get(user.public_id, {}), _told(user, names)):
                yield f"account {user.public_id}: its {field} is not what was sealed last"
        last = chunk[-1].pk


def _told(user: User, names: dict[str, dict[str, object]]) -> dict[str, object]:
    """What entries say something about: an administrator from the command line has none about name and address."""
    row = {"name": user.name, "email": user.email}
    return {field: value for field, value in row.items() if field in names.get(user.public_id, {})}


def _access(subjects: list[str]) -> dict[str, object]:
    changes = Entry.objects.filter(kind=ACCESS_CHANGED, subject__in=subjects)
    newest = changes.values("subject").annotate(newest=Max("pk")).values("newest")
    return {entry.subject: entry.facts["to"] for entry in Entry.objects.filter(pk__in=newest)}
