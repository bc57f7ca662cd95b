"""A database that was a demo's, started for real people: nobody comes in with a password that stands in the README."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from accounts import actions
from accounts.checks import made_up_people
from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.tests.passkeys import Passkey

pytestmark = pytest.mark.django_db

in_production = override_settings(PRODUCTION=True)


@pytest.fixture
def admin() -> User:
    """As the demo makes them, under an address of any kind."""
    return actions.open_account(
        email="boss@example.com",
        password=PASSWORD,
        name="Ari",
        date_of_birth=date(1980, 2, 2),
        administrator=True,
        made_up=True,
        now=timezone.now(),
    )


def sign_in(client: Client, user: User) -> str:
    return str(client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})["Location"])


def is_signed_in(client: Client) -> bool:
    return client.get("/accounts/").status_code == 200


def test_made_up_person_signs_in_to_a_demo(client: Client, admin: User) -> None:
    sign_in(client, admin)
    assert is_signed_in(client)


@in_production
def test_made_up_person_is_refused_in_production(client: Client, admin: User) -> None:
    assert sign_in(client, admin) == "/accounts/inactive/"
    assert not is_signed_in(client)


def test_made_up_person_with_a_session_of_the_demo_is_refused_in_production(client: Client, admin: User) -> None:
    sign_in(client, admin)
    with in_production:
        assert not is_signed_in(client)


@in_production
def test_made_up_person_with_a_passkey_is_refused_in_production(client: Client, admin: User) -> None:
    passkey = Passkey(admin)
    page = client.get("/accounts/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"})
    challenge = page.json()["request_options"]["publicKey"]["challenge"]

    response = client.post("/accounts/2fa/webauthn/login/", {"credential": json.dumps(passkey.answer(challenge))})

    assert response["Location"] == "/accounts/inactive/"
    assert not is_signed_in(client)


@in_production
def test_real_person_signs_in_in_production(client: Client) -> None:
    sign_in(client, person())
    assert is_signed_in(client)


def test_check_finds_made_up_people_in_production_only(admin: User) -> None:
    assert made_up_people(databases=["default"]) == []
    with in_production:
        assert [found.id for found in made_up_people(databases=["default"])] == ["accounts.E001"]
        with pytest.raises(CommandError, match="anybody knows their password"):
            call_command("check", databases=["default"])


@in_production
def test_check_is_quiet_without_them() -> None:
    person()
    assert made_up_people(databases=["default"]) == []


@in_production
def test_check_is_quiet_before_the_first_migration() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_user RENAME TO elsewhere")
        try:
            assert made_up_people(databases=["default"]) == []
        finally:
            cursor.execute("ALTER TABLE elsewhere RENAME TO accounts_user")
