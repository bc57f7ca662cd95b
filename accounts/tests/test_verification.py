"""What somebody with the database in hand changes about accounts is found."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts import actions
from accounts.models import User
from accounts.verification import accounts_match_entries

pytestmark = pytest.mark.django_db


def opened(email: str, *, administrator: bool = False) -> User:
    return actions.open_account(
        email=email,
        password="a long walk",
        name="Ada",
        date_of_birth=date(1990, 1, 1),
        administrator=administrator,
        now=timezone.now(),
    )


def people() -> None:
    root, user = opened("root@example.com", administrator=True), opened("ada@example.com")
    actions.rename(user=user, name="Ada Holm", now=timezone.now())
    actions.set_access(
        user=user,
        actor=root,
        is_active=True,
        is_staff=False,
        is_superuser=False,
        groups=[Group.objects.get_or_create(name="moderators")[0]],
        now=timezone.now(),
    )


def test_rows_made_by_actions_match() -> None:
    people()
    call_command("createsuperuser", email="boss@example.com", interactive=False)

    assert list(accounts_match_entries()) == []
    assert User.objects.filter(is_superuser=True).count() == 2


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE accounts_user SET is_superuser = TRUE WHERE email = 'ada@example.com'", "it may do something else"),
        ("UPDATE accounts_user SET is_active = FALSE WHERE email = 'ada@example.com'", "it may do something else"),
        ("UPDATE accounts_user SET is_staff = FALSE WHERE email = 'root@example.com'", "it may do something else"),
        ("DELETE FROM accounts_user_groups", "it may do something else"),
        ("UPDATE accounts_user SET name = 'Eve' WHERE email = 'ada@example.com'", "its name is not what was sealed"),
        ("UPDATE accounts_user SET email = 'eve@example.com' WHERE email = 'ada@example.com'", "its email is not what"),
    ],
)
def test_change_behind_the_actions_is_found(statement: str, said: str) -> None:
    people()
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount == 1

    found = list(accounts_match_entries())

    assert len(found) == 1
    assert said in found[0]
