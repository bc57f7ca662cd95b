"""What the database itself refuses about members, invitations and tokens, whoever writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from brands import actions
from brands.models import ApiToken, Invitation, Membership, Role
from brands.tests.factories import brand, owner
from trail.models import Entry

pytestmark = pytest.mark.django_db

ANSWERS = ("accepted_at", "accepted_by", "canceled_at", "canceled_by")


def refused(row: models.Model, constraint: str, **changes: Any) -> None:
    """In a bulk update, with nothing changed."""
    rows = type(row)._default_manager
    before = list(rows.order_by("pk").values())
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.filter(pk=row.pk).update(**changes)
    assert list(rows.order_by("pk").values()) == before


def invitation(by: Membership, email: str = "bo@example.org") -> Invitation:
    return actions.invite(by=by, email=email, role=Role.EDITOR, now=timezone.now())


def test_role_outside_the_vocabulary_is_refused() -> None:
    by = owner(brand())

    refused(by, "brands_membership_role", role="king")
    refused(invitation(by), "brands_invitation_role", role="")


@pytest.mark.parametrize(
    "answered",
    [
        ("accepted_at",),
        ("accepted_by",),
        ("canceled_at",),
        ("canceled_by",),
        ("accepted_at", "canceled_by"),
        ("accepted_at", "accepted_by", "canceled_at"),
        ANSWERS,
    ],
    ids="+".join,
)
def test_invitation_is_not_half_answered(answered: tuple[str, ...]) -> None:
    by = owner(brand())
    values = {name: timezone.now() if name.endswith("_at") else by.user for name in answered}

    refused(invitation(by), "brands_invitation_answered_whole", **values)


@pytest.mark.parametrize("column", ["revoked_at", "revoked_by"])
def test_token_is_not_half_revoked(column: str) -> None:
    by = owner(brand())
    token, _ = actions.create_token(by=by, name="Shop", now=timezone.now())
    assert ApiToken.objects.get() == token

    refused(token, "brands_token_revoked_whole", **{column: timezone.now() if column == "revoked_at" else by.user})


def test_second_open_invitation_of_one_address_is_refused() -> None:
    by = owner(brand())
    invitation(by)
    second = invitation(by, "ida@example.org")
    entries = Entry.objects.count()

    refused(second, "brands_one_open_invitation|UNIQUE", email="bo@example.org")

    assert Entry.objects.count() == entries


def test_address_is_invited_anew_once_the_first_is_over_and_by_other_brands() -> None:
    by, other = owner(brand()), owner(brand())
    first = invitation(by)
    actions.cancel(by=by, invitation=first, now=timezone.now())

    invitation(by)
    invitation(other)

    assert Invitation.objects.filter(email="bo@example.org").count() == 3
