"""Follow the trail and tell the people whom an entry concerns."""

from __future__ import annotations

from django.utils import timezone

from notifications import actions, news
from trail import readers
from trail.models import Entry

NAME = "notifications"


def follow(entry: Entry) -> None:
    actions.tell(entry=entry, news=news.of(entry), now=timezone.now())


readers.register(NAME, follow)
