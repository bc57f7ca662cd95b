"""What somebody is here and what waits for them, in two queries; visitors cost none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import BooleanField, Exists, F, Func, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from brands import queries as brands
from brands.models import Membership
from creators.models import Creator
from licensing import queries as licensing
from licensing.models import LicenseRequest
from notifications import queries as notifications
from submissions.policies import REVIEW_PERMISSION


@dataclass(frozen=True)
class Standing:
    """`waiting` counts requests that this person can answer, `unread` their news."""

    is_creator: bool
    is_moderator: bool
    is_staff: bool
    waiting: int
    unread: int
    memberships: list[Membership]


def of(user: User) -> Standing:
    """Asked once per page: kept on `user`."""
    known: Standing | None = getattr(user, "_standing", None)
    if known is None:
        known = _ask(user)
        user._standing = known  # type: ignore[attr-defined]
    return known


def _ask(user: User) -> Standing:
    requests = LicenseRequest.objects.filter(licensing.waiting(timezone.now()), submission__creator__user=user)
    moderators = ModelBackend().with_perm(REVIEW_PERMISSION)
    row = (
        User.objects.filter(pk=user.pk)
        .annotate(
            is_creator=Exists(Creator.objects.filter(user=OuterRef("pk"))),
            is_moderator=Exists(moderators.filter(pk=OuterRef("pk")), output_field=BooleanField()),
            waiting=_count(requests),
            unread=_count(notifications.unread(user)),
        )
        .values("is_creator", "is_moderator", "waiting", "unread")
        .get()
    )
    return Standing(**row, is_staff=user.is_staff, memberships=list(brands.memberships_of(user)))


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().annotate(counted=Func(F("pk"), function="COUNT", output_field=IntegerField()))
    return Coalesce(counted.values("counted"), Value(0))
