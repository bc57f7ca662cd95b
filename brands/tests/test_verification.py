"""What somebody with the database in hand changes about brands is found."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from accounts.tests.factories import person
from brands import actions
from brands.models import ApiToken, Brand, Membership, Role
from brands.tests.factories import brand, owner
from brands.verification import brands_match_entries
from core.errors import NotAllowed
from trail.models import Entry

pytestmark = pytest.mark.django_db


def grown() -> Brand:
    """A brand with a changed name, an invited editor, somebody who left, and an open and a revoked token."""
    of = brand(name="Fjord")
    by, now = owner(of), timezone.now()
    actions.edit_brand(by=by, name="Fjord & Field", website="", about="Hats.", now=now)
    for email, role in (("ed@example.com", Role.EDITOR), ("gone@example.com", Role.VIEWER)):
        invitation = actions.invite(by=by, email=email, role=role, now=now)
        actions.accept(invitation=invitation, actor=person(email), now=now)
    gone = Membership.objects.get(brand=of, user__email="gone@example.com")
    actions.remove(by=by, target=gone, now=now)
    editor = Membership.objects.get(brand=of, user__email="ed@example.com")
    actions.change_role(by=by, target=editor, role=Role.VIEWER, now=now)
    actions.create_token(by=by, name="Shop", now=now)
    revoked, _secret = actions.create_token(by=by, name="Old", now=now)
    actions.revoke_token(by=by, token=revoked, now=now)
    return of


def test_rows_made_by_actions_match() -> None:
    grown()
    assert list(brands_match_entries()) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE brands_brand SET name = 'Carlsberg'", "its name is not what was sealed last"),
        ("UPDATE brands_brand SET about = 'Beer.'", "its about is not what was sealed last"),
        ("UPDATE brands_membership SET role = 'owner'", "its members and their roles are not those of its entries"),
        (
            "DELETE FROM brands_membership WHERE role = 'viewer'",
            "its members and their roles are not those of its entries",
        ),
        (
            "UPDATE brands_apitoken SET revoked_at = NULL, revoked_by_id = NULL",
            "its row and its entries do not agree on whether it is open",
        ),
        ("UPDATE brands_apitoken SET public_id = 'tok_0' WHERE name = 'Shop'", "its row and its entries do not agree"),
    ],
)
def test_change_behind_the_actions_is_found(statement: str, said: str) -> None:
    grown()
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount > 0

    found = list(brands_match_entries())

    assert len(found) == 1
    assert said in found[0]


def test_member_who_was_let_in_without_an_entry_is_found() -> None:
    of = grown()
    Membership.objects.create(brand=of, user=person(), role=Role.EDITOR)

    assert list(brands_match_entries()) == [
        f"brand {of.public_id}: its members and their roles are not those of its entries"
    ]
    assert ApiToken.objects.count() == 2


def test_member_with_an_open_page_who_lost_the_role_cannot_rename() -> None:
    of = grown()
    before = owner(of)
    Membership.objects.filter(pk=before.pk).update(role=Role.VIEWER)

    entries = Entry.objects.count()

    with pytest.raises(NotAllowed):
        actions.edit_brand(by=before, name="Mine", website="", about="", now=timezone.now())

    of.refresh_from_db()
    assert of.name == "Fjord & Field"
    assert Entry.objects.count() == entries
