"""A person's own news; somebody else's are a 404."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from accounts.models import User
from notifications.models import Notification


def of(user: User) -> QuerySet[Notification]:
    return Notification.objects.filter(recipient=user)


def unread(user: User) -> QuerySet[Notification]:
    return of(user).filter(read_at=None)


def one(user: User, public_id: str) -> Notification:
    found = of(user).filter(public_id=public_id).first()
    if found is None:
        raise Http404("no such notification for this person")
    return found
