"""The signing key of this log: made at the first start, replaced in a way that others can follow."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from trail import issuing, notes, signing
from trail.models import Checkpoint, Signature
from trail.notes import Key
from trail.signing import SigningFailed


def make_first() -> bool:
    """Make the file with the key where there is none and none was ever used; whether it was made.

    Raises:
        SigningFailed: checkpoints were signed, and the key that signed them is gone.
    """
    if settings.TRAIL_SIGNER or settings.TRAIL_SIGNING_KEY or not settings.TRAIL_SIGNING_KEY_FILE:
        return False
    file = Path(settings.TRAIL_SIGNING_KEY_FILE)
    if file.exists():
        return False
    if Checkpoint.objects.exists():
        raise SigningFailed(
            f"the signing key {file} is gone. Put it back from a backup; if there is none, "
            "`manage.py rotate_trail_key --lost` begins with a new one"
        )
    return signing.make_file(file)


def rotate(*, lost: bool, now: datetime) -> Key:
    """Replace the key in its file. The new one signs the newest checkpoint, too: whoever trusts the old one sees there
    that both hold the same log.

    Raises:
        SigningFailed: the key is not in a file, or the old one is lost and nobody says so, or is there and somebody
            says that it is lost.
    """
    if settings.TRAIL_SIGNER or settings.TRAIL_SIGNING_KEY:
        raise SigningFailed("the key is not in a file: give its keeper the new one; it is published when it signs")
    file = Path(settings.TRAIL_SIGNING_KEY_FILE)
    if lost and file.exists():
        raise SigningFailed(f"{file} is not lost")
    if not lost:
        signing.read_file(file)
    draft = file.with_name(f"{file.name}.new")
    draft.unlink(missing_ok=True)
    signing.make_file(draft)
    private = signing.read_file(draft)
    key = signing.LocalSigner(settings.TRAIL_ORIGIN, private).key()
    with transaction.atomic():
        issuing.lock()
        last = issuing.latest()
        if last is not None:
            text = notes.read(last.note.encode()).text
            line = str(notes.sign(text, settings.TRAIL_ORIGIN, private))
            Signature.objects.create(checkpoint=last, verifier=str(key), line=line, received_at=now)
        issuing.introduce(key, now)
        # Last: whoever signs reads the file anew for each checkpoint, and waits for the lock until then.
        os.replace(draft, file)
    return key
