"""The exact text that a creator reads before signing, and that stays as evidence."""

from __future__ import annotations

from licensing.models import LicenseRequest, Offer
from licensing.terms import to_canonical


def version(language: str) -> str:
    return "license/1"


def text_to_sign(request: LicenseRequest, offer: Offer, language: str) -> str:
    return to_canonical(offer.parsed_terms).decode() + language
