"""Moderators for tests."""

from __future__ import annotations

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.tests.factories import person
from moderation.policies import MODERATORS


def moderator(name: str = "Mona") -> User:
    user = person(name=name)
    user.groups.add(Group.objects.get(name=MODERATORS))
    return user
