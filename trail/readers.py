"""Readers follow the trail by index. The cursor moves in the transaction of the effect: each entry counts once."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Conflict, Invalid
from trail import recording
from trail.events import SKIPPED
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


@transaction.atomic
def skip(name: str, *, reason: str, actor: str, now: datetime) -> Entry:
    """Leave out the entry at which a reader has stopped. That it was left out, and why, is itself recorded.

    Raises:
        Conflict: it has not stopped.
        Invalid: no reason was given.
    """
    if not reason.strip():
        raise Invalid(_("Say why this entry is left out."), code="reason_missing")
    cursor = Cursor.objects.select_for_update().filter(reader=name).first()
    skipped = Entry.objects.filter(index=cursor.next_index).first() if cursor and cursor.error else None
    if cursor is None or skipped is None:
        raise Conflict(_("This reader has not stopped at an entry."), code="reader_not_stopped")
    cursor.next_index += 1
    cursor.error = ""
    cursor.failed_at = None
    cursor.advanced_at = now
    cursor.save(update_fields=["next_index", "error", "failed_at", "advanced_at"])
    return recording.record(
        SKIPPED,
        actor=actor,
        at=now,
        subject=name,
        facts={"entry": str(skipped.index), "kind": skipped.kind},
        sealed={"reason": recording.Sealed(reason.strip(), actor)},
    )


def follow_all() -> int:
    return sum(follow(name) for name in _readers)


def size() -> int:
    """How many entries have a number."""
    last = Entry.objects.aggregate(last=models.Max("index"))["last"]
    return 0 if last is None else int(last) + 1


def statuses() -> list[Status]:
    """Each reader with its place and its lag in entries."""
    end = size()
    known = {cursor.reader: cursor for cursor in Cursor.objects.all()}
    found = []
    for name in sorted(_readers):
        cursor = known.get(name)
        place = cursor.next_index if cursor else 0
        found.append(Status(name, place, end - place, cursor.error if cursor else ""))
    return found
