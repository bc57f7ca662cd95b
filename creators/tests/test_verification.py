"""What somebody with the database in hand changes about a profile is found."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from accounts.tests.factories import person
from creators import actions
from creators.models import Creator
from creators.verification import profiles_match_entries
from trail import sealed
from trail.models import SealedValue

pytestmark = pytest.mark.django_db


def profile() -> Creator:
    user, now = person(), timezone.now()
    creator = actions.open_profile(user=user, name="Ada", handle="ada", now=now)
    return actions.edit_profile(
        creator=creator, actor=user, name="Ada Holm", bio="Boats.", default_credit_line="© Ada", now=now
    )


@pytest.mark.parametrize("credit", ["", "Photo: Ada"])
def test_rows_made_by_actions_match(credit: str) -> None:
    profile()
    actions.open_profile(user=person(), name="Bo", handle="bo_makes", credit_line=credit, now=timezone.now())

    assert list(profiles_match_entries()) == []


@pytest.mark.parametrize("column", ["name", "handle", "bio", "default_credit_line"])
def test_change_behind_the_actions_is_found(column: str) -> None:
    creator = profile()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE creators_creator SET {column} = 'eve'")

    assert list(profiles_match_entries()) == [f"creator {creator.public_id}: the {column} is not what was sealed last"]


def test_profile_without_an_entry_is_found() -> None:
    creator = Creator.objects.create(user=person(), name="Eve", handle="eve", default_credit_line="")

    assert list(profiles_match_entries()) == [f"creator {creator.public_id}: no entry tells of the profile"]


def test_erased_values_are_not_compared() -> None:
    creator = profile()
    SealedValue.objects.update(value=None, salt=None, erased_at=timezone.now())
    Creator.objects.update(name="Somebody", bio="")

    assert list(profiles_match_entries()) == []
    assert set(sealed.latest([creator.public_id])[creator.public_id].values()) == {sealed.ERASED}
