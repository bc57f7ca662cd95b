"""Moderators for tests."""

from __future__ import annotations

from accounts.models import User
from accounts.tests.factories import person
from moderation import actions


def moderator(name: str = "Mona") -> User:
    user = person(name=name)
    user.groups.add(actions.moderators_group())
    return user
