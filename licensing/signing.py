"""What a passkey signs when it grants a license: who, which work, which words, for whom."""

from __future__ import annotations

import secrets

from licensing.models import LicenseRequest
from licensing.terms.wording import Wording
from submissions.models import MediaFile

Statement = dict[str, str]


def new_nonce() -> str:
    """So that a signature is for one time only."""
    return secrets.token_hex(32)


def statement(request: LicenseRequest, file: MediaFile, worded: Wording, nonce: str) -> Statement:
    """Every value that the grant depends on; `facts.granted` names the same."""
    offer = request.current_offer
    return {
        "act": "license.grant",
        "request": request.public_id,
        "offer": offer.public_id,
        "terms_hash": offer.terms_hash,
        "evidence_hash": worded.hash,
        "language": worded.locale,
        "work": request.submission.public_id,
        "file_sha256": file.sha256,
        "licensor": request.submission.creator.public_id,
        "licensee": request.brand.public_id,
        "nonce": nonce,
    }
