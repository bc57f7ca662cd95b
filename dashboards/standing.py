"""What somebody is here and what waits for them, in one query; visitors cost none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import BooleanField, Exists, F, Func, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from brands.models import Brand, Membership
from creators.models import Creator
from licensing import queries as licensing
from licensing.models import LicenseRequest
from notifications import queries as notifications
from submissions.policies import REVIEW_PERMISSION


@dataclass(frozen=True)
class Standing:
    """`waiting` counts requests that this person can answer, `unread` their news.

    The memberships are not saved ones: each has its role, and the name and slug of its brand.
    """

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
    # One row for each membership, or a single one without any.
    rows = list(
        User.objects.filter(pk=user.pk)
        .annotate(
            is_creator=Exists(Creator.objects.filter(user=OuterRef("pk"))),
            is_moderator=Exists(moderators.filter(pk=OuterRef("pk")), output_field=BooleanField()),
            waiting=_count(requests),
            unread=_count(notifications.unread(user)),
        )
        .order_by("memberships__brand__name", "memberships__pk")
        .values_list(
            "is_creator", "is_moderator", "waiting", "unread",
            "memberships__role", "memberships__brand__name", "memberships__brand__slug",
        )
    )  # fmt: skip
    is_creator, is_moderator, waiting, unread = rows[0][:4]
    memberships = [
        Membership(user=user, role=role, brand=Brand(name=name, slug=slug)) for *_, role, name, slug in rows if role
    ]
    return Standing(is_creator, is_moderator, user.is_staff, waiting, unread, memberships)


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().annotate(counted=Func(F("pk"), function="COUNT", output_field=IntegerField()))
    return Coalesce(counted.values("counted"), Value(0))
