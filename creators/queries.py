"""Who makes."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from accounts.models import User
from creators.models import Creator


def of(user: User | AnonymousUser) -> Creator | None:
    """The profile of this person, if they have opened one; kept on `user`, so that asking twice costs one query."""
    if not user.is_authenticated:
        return None
    try:
        return user.creator
    except Creator.DoesNotExist:
        return None


def by_handle(handle: str) -> Creator:
    """The creator of a public page; 404 if there is none."""
    creator = Creator.objects.filter(handle=handle.lower()).first()
    if creator is None:
        raise Http404("no creator has this handle")
    return creator


def handle_is_taken(handle: str) -> bool:
    return Creator.objects.filter(handle=handle).exists()
