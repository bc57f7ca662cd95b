"""What entries say of a row. Actions write it, `verification` compares it with the row for ever after."""

from __future__ import annotations

from datetime import date, datetime

from accounts.passkeys import Signed
from consent.models import Evidence
from licensing.models import Delivery, License, LicenseRequest, Use
from trail import canonical
from trail.recording import format_time

Facts = dict[str, str | None]


def sent(request: LicenseRequest) -> Facts:
    offer = min(request.offers.all(), key=lambda offer: offer.number)
    return {
        "brand": request.brand.public_id,
        "creator": request.submission.creator.public_id,
        "offer": offer.public_id,
        "terms_hash": offer.terms_hash,
        "answer_by": format_time(request.answer_by),
    }


def granted(license: License) -> Facts:
    evidence = license.evidence
    return {
        "number": license.number,
        "request": license.request.public_id,
        "offer": license.offer.public_id,
        "licensor": license.licensor.public_id,
        "licensee": license.licensee.public_id,
        "licensee_name": license.licensee_name,
        "media_file": license.media_file.public_id,
        "file_sha256": license.media_file.sha256,
        "terms_hash": license.terms_hash,
        "starts_at": format_time(license.starts_at),
        "ends_at": _moment(license.ends_at),
        "evidence": evidence.public_id,
        "evidence_hash": evidence.text_hash,
        "method": evidence.method,
        "method_detail": evidence.detail,
        "language": evidence.language,
        "wording_version": evidence.text_version,
    } | _passkey(evidence)


def _passkey(evidence: Evidence) -> Facts:
    """Which key signed; the entry itself commits to it."""
    if not evidence.signature:
        return {}
    return {"passkey_sha256": Signed(**canonical.decode(evidence.signature)).public_key_sha256}


def of_license(license: License) -> Facts:
    """In each later entry about a license, so that a reader need not look the license up."""
    return {
        "licensor": license.licensor.public_id,
        "licensee": license.licensee.public_id,
        "number": license.number,
        "terms_hash": license.terms_hash,
    }


def revoked(license: License) -> Facts:
    return of_license(license) | {"ended_from": _moment(license.ended_from)}


def expired(license: License) -> Facts:
    return of_license(license) | {"ended_from": _moment(license.ends_at)}


def delivered(delivery: Delivery) -> Facts:
    license = delivery.license
    return of_license(license) | {
        "delivery": delivery.public_id,
        "media_file": delivery.media_file.public_id,
        "sha256": delivery.sha256,
        "byte_size": str(delivery.byte_size),
    }


# Days of a use are half-open, as in its row: `ends_on` is the first day on which it is gone.


def noted(use: Use) -> Facts:
    return of_license(use.license) | {
        "license": use.license.public_id,
        "channel": use.channel,
        "starts_on": use.starts_on.isoformat(),
    }


def use_ended(use: Use) -> Facts:
    return of_license(use.license) | {"license": use.license.public_id, "ends_on": day(use.ends_on)}


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(value: datetime | None) -> str | None:
    return None if value is None else format_time(value)
