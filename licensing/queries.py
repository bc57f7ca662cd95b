"""What each side may see of requests and licenses, and the rights decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Prefetch, Q
from django.http import Http404

from accounts.models import User
from brands.models import Brand, Membership
from licensing import decision, force, rights
from licensing.decision import Decision, Question
from licensing.models import Delivery, License, LicenseQuerySet, LicenseRequest, Use
from licensing.states import OPEN, RequestState
from submissions.models import MediaFile, Rendition

# A license is shown as ending soon for so long before its end.
SOON = timedelta(days=30)
DELIVERIES_SHOWN = 20

Row = TypeVar("Row", bound=models.Model)
Viewer = User | AnonymousUser
Condition = Callable[[datetime], Q]


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


# Conditions on requests, as they stand at a moment.


def waiting(at: datetime) -> Q:
    return Q(state__in=OPEN, answer_by__gt=at)


def answered(at: datetime) -> Q:
    """Answered, withdrawn or run out."""
    return ~waiting(at)


def granted(at: datetime) -> Q:
    return Q(state=RequestState.GRANTED)


def declined(at: datetime) -> Q:
    return Q(state=RequestState.DECLINED)


def without_answer(at: datetime) -> Q:
    """Run out, withdrawn, or ended with the work."""
    closed = [RequestState.EXPIRED_UNANSWERED, RequestState.WITHDRAWN, RequestState.LAPSED]
    return Q(state__in=closed) | Q(state__in=OPEN, answer_by__lte=at)


# Conditions on licenses, as they stand at a moment.


def in_force(at: datetime) -> Q:
    return force.in_force(at)


def over(at: datetime) -> Q:
    return ~force.runs_on(at)


def ending_soon(at: datetime) -> Q:
    return in_force(at) & over(at + SOON)


def starting_later(at: datetime) -> Q:
    return Q(starts_at__gt=at) & ~over(at)


def everything(at: datetime) -> Q:
    return Q()


def counts(rows: models.QuerySet[Any], conditions: Mapping[str, Condition], at: datetime) -> dict[str, int]:
    """How many rows meet each condition, in one query."""
    return rows.aggregate(**{name: Count("pk", filter=meets(at)) for name, meets in conditions.items()})


def uses_of(license: License) -> models.QuerySet[Use]:
    return Use.objects.filter(license=license).select_related("license").order_by("-starts_on", "-pk")


def latest_deliveries(license: License) -> models.QuerySet[Delivery]:
    """The newest first, with whom each was handed to."""
    return license.deliveries.select_related("delivered_to").order_by("-pk")[:DELIVERIES_SHOWN]


def lies_outside(use: Use, license: License, at: datetime) -> bool:
    """Whether this use is in another channel or another time than the license covers.

    Days count whole, in UTC: the day on which a license starts or ends is within it. A use that has no end yet is
    outside from the very moment at which the license is over.
    """
    if use.channel not in license.parsed_terms.channels or use.starts_on < license.starts_at.date():
        return True
    over = license.over_from
    if over is None or license.last_day is None:
        return False
    last = use.starts_on if use.last_day is None else use.last_day
    return last > license.last_day or (use.ends_on is None and at >= over)


def open_request(brand: Brand, submission_pk: int, at: datetime) -> LicenseRequest | None:
    """The request of this brand for this work that waits for an answer."""
    return LicenseRequest.objects.filter(waiting(at), brand=brand, submission_id=submission_pk).first()


def decide(
    *, submission_public_id: str, licensee: str, channel: str | None, territory: str, at: datetime, purpose: str
) -> Decision:
    """May this brand (`brd_…`) use this work, here, then, for that? By one query; never from a cache.

    Raises:
        Invalid: the question makes no sense.
        Http404: no such work or brand.
    """
    question = Question.ask(channel=channel, territory=territory, at=at, purpose=purpose)
    loaded = rights.of_licensee(submission_public_id, licensee)
    if loaded is None or loaded.work is None:
        raise Http404("no such work or brand")
    return decision.decide(question, loaded.work, loaded.licenses)


def _requests() -> models.QuerySet[LicenseRequest]:
    return LicenseRequest.objects.select_related(
        "submission__creator__user", "brand", "license", "sent_by"
    ).prefetch_related("offers")


def with_works(rows: models.QuerySet[Row]) -> models.QuerySet[Row]:
    """Each with the current file of its work and that file's renditions, in two further queries for the whole list."""
    renditions = Prefetch("renditions", queryset=Rendition.objects.order_by("width"))
    files = MediaFile.objects.filter(is_current=True).prefetch_related(renditions)
    return rows.prefetch_related(Prefetch("submission__media_files", queryset=files, to_attr="current_files"))
