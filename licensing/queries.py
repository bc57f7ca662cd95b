"""What each side may see of requests and licenses, and the rights decision."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import Http404

from accounts.models import User
from brands.models import Brand, Membership
from licensing.models import License, LicenseQuerySet, LicenseRequest, Use
from licensing.states import OPEN

# A license is shown as ending soon for so long before its end.
SOON = timedelta(days=30)

Row = TypeVar("Row", bound=models.Model)
Viewer = User | AnonymousUser


def requests_for_creator(user: Viewer) -> models.QuerySet[LicenseRequest]:
    """What brands have asked this person for."""
    if not user.is_authenticated:
        return LicenseRequest.objects.none()
    return _requests().filter(submission__creator__user=user)


def requests_for_brand(membership: Membership) -> models.QuerySet[LicenseRequest]:
    return _requests().filter(brand=membership.brand)


def licenses_for_creator(user: Viewer) -> LicenseQuerySet:
    """What this person has granted."""
    if not user.is_authenticated:
        return License.objects.none()
    return License.objects.with_parties().filter(licensor__user=user)


def licenses_for_brand(membership: Membership) -> LicenseQuerySet:
    return License.objects.with_parties().filter(licensee=membership.brand)


def one(rows: models.QuerySet[Row], public_id: str) -> Row:
    """That row, if it is among these; 404 for what is somebody else's or not there."""
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("not there for this person")
    return found


def awaiting_answer(rows: models.QuerySet[LicenseRequest], at: datetime) -> models.QuerySet[LicenseRequest]:
    return rows.filter(state__in=OPEN, answer_by__gt=at)


def answered(rows: models.QuerySet[LicenseRequest], at: datetime) -> models.QuerySet[LicenseRequest]:
    """Answered, withdrawn or run out."""
    return rows.exclude(state__in=OPEN, answer_by__gt=at)


def in_force(rows: LicenseQuerySet, at: datetime) -> LicenseQuerySet:
    return rows.current(at).filter(starts_at__lte=at).exclude(state="suspended")


def ending_soon(rows: LicenseQuerySet, at: datetime) -> LicenseQuerySet:
    soon = at + SOON
    return in_force(rows, at).filter(models.Q(ends_at__lte=soon) | models.Q(ended_from__lte=soon))


def over(rows: LicenseQuerySet, at: datetime) -> LicenseQuerySet:
    return rows.filter(
        models.Q(ends_at__lte=at)
        | models.Q(ended_from__lte=at)
        | models.Q(state__in=["expired", "terminated", "superseded"])
    )


def uses_of(license: License) -> models.QuerySet[Use]:
    return Use.objects.filter(license=license).select_related("license").order_by("-starts_on", "-pk")


def open_request(brand: Brand, submission_pk: int, at: datetime) -> LicenseRequest | None:
    """The request of this brand for this work that waits for an answer."""
    return awaiting_answer(LicenseRequest.objects.filter(brand=brand, submission_id=submission_pk), at).first()


def _requests() -> models.QuerySet[LicenseRequest]:
    return LicenseRequest.objects.select_related(
        "submission__creator__user", "brand", "license", "sent_by"
    ).prefetch_related("offers")
