"""What people agreed to."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.models import User
from consent.models import Record


def visible_to(user: User) -> QuerySet[Record]:
    """A person's own consents, the newest first."""
    return Record.objects.filter(person=user).select_related("notice", "evidence").order_by("-pk")
