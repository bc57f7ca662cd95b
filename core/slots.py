"""A few places for work that is heavy, shared by all processes: who finds none taken waits or is sent away.

A place is a row with a lease, as a job is: who dies while holding it gives it back when the lease has run out.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import models
from django.utils import timezone

from core.models import Slot

PAUSE = 0.2


@contextmanager
def held(name: str, *, limit: int, lease: timedelta, wait: timedelta = timedelta(0)) -> Iterator[bool]:
    """One of `limit` places of this name, for the `with` block; False if none got free within `wait`.

    Not inside a transaction: others would not see that the place is taken.

    Args:
        lease: longer than the work ever takes.
    """
    slot = _await(name, limit, lease, wait)
    try:
        yield slot is not None
    finally:
        if slot is not None:
            Slot.objects.filter(pk=slot.pk, fence=slot.fence).update(held_until=None)


def _await(name: str, limit: int, lease: timedelta, wait: timedelta) -> Slot | None:
    last_try = time.monotonic() + wait.total_seconds()
    while (slot := _take(name, limit, lease)) is None and time.monotonic() < last_try:
        time.sleep(PAUSE)
    return slot


def _take(name: str, limit: int, lease: timedelta) -> Slot | None:
    for number in range(limit):
        slot, _made = Slot.objects.get_or_create(name=name, number=number)
        now = timezone.now()
        free = models.Q(held_until=None) | models.Q(held_until__lt=now)
        slot.fence += 1
        # Whoever comes second finds another fence.
        mine = Slot.objects.filter(free, pk=slot.pk, fence=slot.fence - 1)
        if mine.update(held_until=now + lease, fence=slot.fence):
            return slot
    return None
