"""What a person keeps about their consent: every entry about it, and the words that they read."""

from __future__ import annotations

from datetime import datetime

from consent.models import Record
from consent.states import GIVEN_EVENT
from trail import bundles
from trail.bundles import Document


def bundle(record: Record, now: datetime) -> bytes:
    """Raises:
    Conflict: an entry about it is not signed yet.
    """
    notice = record.notice
    return bundles.make(
        about="consent",
        subjects=[record.public_id],
        documents=[Document("notice", notice.full_text, GIVEN_EVENT, "text_hash", notice.language)],
        status={"state": record.state},
        now=now,
    )
