"""Creators for tests."""

from __future__ import annotations

from itertools import count

from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from creators import actions
from creators.models import Creator

_numbers = count(1)


def creator(user: User | None = None, *, name: str = "Ada Holm", handle: str = "") -> Creator:
    handle = handle or f"maker-{next(_numbers)}"
    return actions.open_profile(user=user or person(name=name), name=name, handle=handle, now=timezone.now())
