"""Signing in with an authenticator app, with recovery codes, and ending sessions elsewhere."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.tests.test_reauthentication import totp_code
from trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return person()


def give_password(client: Client, user: User) -> str:
    return str(client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})["Location"])


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_sign_in_with_an_app_asks_for_its_code(client: Client, user: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)

    assert give_password(client, user) == "/accounts/2fa/authenticate/"
    assert not is_signed_in(client)
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert not is_signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": totp_code(secret)})
    assert is_signed_in(client)


def test_sign_in_with_a_recovery_code_works_once(client: Client, user: User) -> None:
    TOTP.activate(user, generate_totp_secret())
    code = RecoveryCodes.activate(user).generate_codes()[0]

    give_password(client, user)
    client.post("/accounts/2fa/authenticate/", {"code": code})
    assert is_signed_in(client)

    again = Client()
    give_password(again, user)
    again.post("/accounts/2fa/authenticate/", {"code": code})
    assert not is_signed_in(again)


@pytest.mark.django_db(transaction=True)
def test_set_up_an_app_asks_who_you_are_then_gives_recovery_codes(client: Client, user: User) -> None:
    give_password(client, user)
    assert client.get("/accounts/2fa/totp/activate/")["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret

    response = client.post("/accounts/2fa/totp/activate/", {"code": totp_code(secret)}, follow=True)

    assert response.redirect_chain[-1][0] == "/accounts/2fa/recovery-codes/"
    assert len(response.context["unused_codes"]) == 10
    entry = Entry.objects.get(kind="account.ways_changed")
    assert entry.facts == {"added": ["recovery_codes", "totp"], "removed": []}


def add_passkey(user: User) -> None:
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Phone"})


def test_passkey_alone_offers_recovery_codes_and_no_app(client: Client, user: User) -> None:
    client.force_login(user)
    add_passkey(user)
    RecoveryCodes.activate(user)

    offered = client.get("/accounts/reauthenticate/").content.decode()
    asked = client.get("/accounts/2fa/reauthenticate/").content.decode()

    assert "Use a recovery code" in offered
    assert "authenticator app" not in offered + asked
    assert "Enter one of your recovery codes." in asked


def test_app_is_offered_where_there_is_one(client: Client, user: User) -> None:
    client.force_login(user)
    TOTP.activate(user, generate_totp_secret())

    assert "Use your authenticator app" in client.get("/accounts/reauthenticate/").content.decode()
    assert "authenticator app shows now" in client.get("/accounts/2fa/reauthenticate/").content.decode()


@pytest.mark.parametrize("has_app", [True, False])
def test_first_second_step_is_announced_before_it_is_added(client: Client, user: User, has_app: bool) -> None:
    give_password(client, user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    if has_app:
        TOTP.activate(user, generate_totp_secret())

    shown = client.get("/accounts/2fa/webauthn/add/").content.decode()

    assert "Make the passkey" in shown
    assert ("your password alone does not sign you in" in shown) == (not has_app)


def test_sign_in_with_the_password_alone_is_over_after_a_passkey(client: Client, user: User) -> None:
    add_passkey(user)
    assert give_password(client, user) == "/accounts/2fa/authenticate/"
    assert not is_signed_in(client)


def test_sign_out_elsewhere_ends_the_other_sessions(client: Client, user: User) -> None:
    elsewhere = Client()
    give_password(elsewhere, user)
    give_password(client, user)
    assert elsewhere.get("/accounts/").status_code == 200
    assert len(client.get("/accounts/sessions/").context["sessions"]) == 2

    client.post("/accounts/sessions/")

    assert elsewhere.get("/accounts/").status_code == 302
    assert client.get("/accounts/").status_code == 200
