"""Readers follow the trail by index. The cursor moves in the transaction of the effect: each entry counts once."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models, transaction
from django.utils import timezone

from trail.models import Cursor, Entry

logger = logging.getLogger(__name__)

_readers: dict[str, Callable[[Entry], None]] = {}


@dataclass(frozen=True)
class Status:
    reader: str
    next_index: int
    lag: int
    error: str


def register(name: str, apply: Callable[[Entry], None]) -> None:
    """Tie a reader's name to what it does with an entry; called from an app's `readers.py`."""
    _readers[name] = apply


def follow(name: str, *, limit: int = 1000) -> int:
    """Take in up to `limit` further entries, one transaction each; how many.

    At an entry that fails the reader stops: its error is kept at the cursor and the next call tries the same again.
    """
    taken = 0
    Cursor.objects.get_or_create(reader=name)
    while taken < limit:
        try:
            if not _take_one(name):
                break
        except Exception as error:
            logger.exception("reader %s stopped", name)
            text = "".join(traceback.format_exception(error))[-4000:]
            Cursor.objects.filter(reader=name).update(error=text, failed_at=timezone.now())
            break
        taken += 1
    return taken


def _take_one(name: str) -> bool:
    with transaction.atomic():
        cursor = Cursor.objects.select_for_update().get(reader=name)
        entry = Entry.objects.filter(index=cursor.next_index).first()
        if entry is None:
            return False
        _readers[name](entry)
        cursor.next_index += 1
        cursor.error = ""
        cursor.failed_at = None
        cursor.advanced_at = timezone.now()
        cursor.save(update_fields=["next_index", "error", "failed_at", "advanced_at"])
    return True


def follow_all() -> int:
    return sum(follow(name) for name in _readers)


def statuses() -> list[Status]:
    """Each reader with its place and its lag in entries."""
    last = Entry.objects.aggregate(last=models.Max("index"))["last"]
    size = 0 if last is None else last + 1
    known = {cursor.reader: cursor for cursor in Cursor.objects.all()}
    found = []
    for name in sorted(_readers):
        cursor = known.get(name)
        place = cursor.next_index if cursor else 0
        found.append(Status(name, place, size - place, cursor.error if cursor else ""))
    return found
