"""Checkpoints of this log: signed by the sequencer, kept for ever, and given to whoever asks."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

from trail import checkpoints, notes, signing, tree
from trail.models import Checkpoint, SigningKey
from trail.notes import Key, Note

logger = logging.getLogger(__name__)


# Any number will do, as long as nothing else in this database uses it for an advisory lock.
LOCK_KEY = 0x7472_6169_6C01


def lock() -> None:
    """Nobody else numbers or signs until this transaction ends. On SQLite, it is alone anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])


def latest() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()


def is_due(size: int) -> bool:
    """Whether the tree of that size waits for its signature."""
    last = latest()
    return size > (last.size if last else 0)


def issue(size: int) -> Checkpoint | None:
    """Sign the tree of that size, in the transaction that made it; None where that is done, or nobody can sign now."""
    if not is_due(size):
        return None
    root = tree.root(size)
    text = str(checkpoints.Checkpoint(settings.TRAIL_ORIGIN, size, root))
    now = timezone.now()
    try:
        signer = signing.signer()
        key = signer.key()
        signature = signer.sign(text)
    except signing.SigningFailed as error:
        logger.error("checkpoint of %s entries not signed: %s", size, error)
        return None
    introduce(key, now)
    return Checkpoint.objects.create(size=size, root=root, note=str(Note(text, (signature,))), signed_at=now)


def introduce(key: Key, now: datetime) -> None:
    """Keep who signs from now on; whoever signed until now stays published with its period."""
    current = SigningKey.objects.filter(ends_at__isnull=True).first()
    if current is not None and current.verifier == str(key):
        return
    if current is not None:
        SigningKey.objects.filter(pk=current.pk).update(ends_at=max(now, current.starts_at))
    SigningKey.objects.create(verifier=str(key), starts_at=now)


def verifiers() -> list[Key]:
    """Every key that has signed for this log."""
    return [Key.read(row.verifier) for row in SigningKey.objects.order_by("starts_at", "pk")]


def note(checkpoint: Checkpoint) -> Note:
    """As it was issued, with every signature that has come in since."""
    lines = "".join(checkpoint.signatures.order_by("pk").values_list("line", flat=True))
    issued = notes.read(checkpoint.note.encode())
    return issued.and_signed(notes.signatures(lines)) if lines else issued
