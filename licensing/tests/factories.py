"""Requests and licenses for tests, made by the real actions."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.reauthentication import Proof
from brands.models import Brand
from brands.tests.factories import brand as new_brand
from licensing import actions, shown
from licensing.models import Delivery, License, LicenseRequest, Use
from licensing.stamping import Stamped
from licensing.terms import Terms
from licensing.tests.sample_terms import terms as new_terms
from licensing.verification import licenses_match_entries
from submissions.models import Submission
from submissions.tests.factories import submission as new_submission
from trail import readers, sequencer


def rows_match() -> bool:
    """Nothing that verify_trail would say about licensing."""
    return list(licenses_match_entries()) == []


def follow() -> None:
    """Until nothing is left: a reader may itself record what another one follows."""
    while sequencer.number_all():
        readers.follow_all()


def owner(brand: Brand) -> User:
    return brand.memberships.get(role="owner").user


def request(
    *,
    submission: Submission | None = None,
    brand: Brand | None = None,
    terms: Terms | None = None,
    now: datetime | None = None,
    **changed: Any,
) -> LicenseRequest:
    """A request that waits for its answer."""
    now = now or timezone.now()
    brand = brand or new_brand()
    given: dict[str, Any] = {
        "message": "We love your boat.",
        "answer_by": now + timedelta(days=14),
        "actor": changed.get("actor") or owner(brand),
        "now": now,
    }
    return actions.send_request(
        submission=submission or new_submission(), brand=brand, terms=terms or new_terms(), **given | changed
    )


def grant(asked: LicenseRequest, *, now: datetime | None = None, **changed: Any) -> License:
    """What the creator's own page does with a request."""
    now = now or timezone.now()
    asked = LicenseRequest.objects.get(pk=asked.pk)
    offer = asked.current_offer
    language = changed.pop("language", "en")
    given: dict[str, Any] = {
        "offer_hash": offer.terms_hash,
        "shown_text": shown.to_sign(asked, offer, language).text,
        "language": language,
        "proof": Proof("password", now),
        "actor": asked.submission.creator.user,
        "now": now,
    }
    return actions.grant(request=asked, **given | changed)


def license(*, terms: Terms | None = None, now: datetime | None = None, **asked: Any) -> License:
    return grant(request(terms=terms, now=now, **asked), now=now)


def delivery(license: License, *, now: datetime | None = None, actor: User | None = None) -> Delivery:
    """A hand-over of a file that never was: its hash is of the moment."""
    now = now or timezone.now()
    digest = hashlib.sha256(now.isoformat().encode()).hexdigest()
    file = Stamped(Path(), f"{license.number}.jpg", "image/jpeg", 1000, digest)
    return actions.deliver(license=license, file=file, actor=actor or owner(license.licensee), now=now)


def use(*, license: License, **changed: Any) -> Use:
    now = timezone.now()
    given: dict[str, Any] = {
        "channel": "website",
        "place": "Front page",
        "url": "https://example.com/boats",
        "credit_line": "Photo: Maja Holm",
        "starts_on": now.date(),
        "ends_on": None,
        "actor": owner(license.licensee),
        "now": now,
    }
    return actions.note_use(license=license, **given | changed)
