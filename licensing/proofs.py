"""What the parties of a license keep: every entry about it, the exact terms and wording, and how it was signed."""

from __future__ import annotations

from datetime import datetime

from licensing.models import License
from trail import bundles, canonical
from trail.bundles import Document
from trail.recording import format_time

GRANTED = "license.granted"


def bundle(license: License, now: datetime) -> bytes:
    """Raises:
    Conflict: an entry about it is not signed yet.
    """
    evidence = license.evidence
    return bundles.make(
        about="license",
        subjects=[license.public_id],
        documents=[
            Document("terms", license.terms, GRANTED, "terms_hash"),
            Document("wording", evidence.text, GRANTED, "evidence_hash", evidence.language),
        ],
        status={
            "state": str(license.standing(now)),
            "in_force": license.in_force(now),
            "number": license.number,
            "until": format_time(license.over_from) if license.over_from else "",
        },
        evidence={"passkey": canonical.decode(evidence.signature)} if evidence.signature else {},
        now=now,
    )
