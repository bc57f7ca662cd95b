from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts import reauthentication
from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.tests.test_signup import born_years_ago
from accounts.tests.test_social_signup import come_from_service

pytestmark = pytest.mark.django_db


def signed_in(client: Client) -> User:
    user = person()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return user


def request_of(client: Client, user: User) -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = client.session
    request.user = user
    return request


def asked(client: Client, user: User, purpose: str = "to test") -> datetime:
    """As a page does that needs a proof; since when one counts."""
    request = request_of(client, user)
    reauthentication.ask(request, "/", purpose=purpose, now=timezone.now())
    request.session.save()
    return timezone.now()


def proof(client: Client, user: User, since: datetime, purpose: str = "to test") -> reauthentication.Proof | None:
    return reauthentication.proof(request_of(client, user), purpose=purpose, since=since, now=timezone.now())


def totp_code(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def test_proof_after_plain_sign_in_is_none(client: Client) -> None:
    user = signed_in(client)
    asked(client, user)
    assert proof(client, user, timezone.now() - timedelta(hours=1)) is None


def test_proof_after_password_again_names_method_and_time(client: Client) -> None:
    user = signed_in(client)
    since = asked(client, user)

    response = client.post("/accounts/reauthenticate/?next=/health/", {"password": PASSWORD})

    assert response["Location"] == "/health/"
    found = proof(client, user, since)
    assert found is not None
    assert found.method == "password"
    assert since < found.at < timezone.now()


def test_proof_after_wrong_password_is_none(client: Client) -> None:
    user = signed_in(client)
    since = asked(client, user)

    client.post("/accounts/reauthenticate/", {"password": "guessed"})

    assert proof(client, user, since) is None


def test_proof_older_than_since_is_none(client: Client) -> None:
    user = signed_in(client)
    asked(client, user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert proof(client, user, timezone.now()) is None


def test_proof_older_than_what_it_was_asked_for_is_none(client: Client) -> None:
    user = signed_in(client)
    since = timezone.now()
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    asked(client, user)

    assert proof(client, user, since) is None


def test_proof_for_another_purpose_is_none(client: Client) -> None:
    user = signed_in(client)
    since = asked(client, user, "one thing")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert proof(client, user, since, "another") is None
    assert proof(client, user, since, "one thing") is not None


def test_proof_that_is_used_up_is_none(client: Client) -> None:
    user = signed_in(client)
    since = asked(client, user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    request = request_of(client, user)
    reauthentication.use_up(request)

    assert reauthentication.proof(request, purpose="to test", since=since, now=timezone.now()) is None


def test_proof_of_another_person_in_the_session_is_none(client: Client) -> None:
    since = asked(client, signed_in(client))
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert proof(client, person(), since) is None


def test_proof_after_authenticator_app_says_totp(client: Client) -> None:
    user = signed_in(client)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    since = asked(client, user)

    client.post("/accounts/2fa/reauthenticate/", {"code": totp_code(secret)})

    found = proof(client, user, since)
    assert found is not None
    assert found.method == "totp"


def test_ask_sends_to_password_page_and_back(client: Client) -> None:
    user = signed_in(client)
    response = reauthentication.ask(request_of(client, user), "/studio/requests/req_1/", now=timezone.now())
    assert response["Location"] == "/accounts/reauthenticate/?next=%2Fstudio%2Frequests%2Freq_1%2F"


def test_ask_with_passkey_offers_it_first(client: Client) -> None:
    user = signed_in(client)
    made = timezone.now() - timedelta(hours=24)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Phone"}, created_at=made)
    response = reauthentication.ask(request_of(client, user), "/", now=timezone.now())
    assert response["Location"] == "/accounts/2fa/webauthn/reauthenticate/?next=%2F"


def test_ask_with_a_passkey_of_today_offers_the_password_first(client: Client) -> None:
    user = signed_in(client)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Phone"})
    response = reauthentication.ask(request_of(client, user), "/", now=timezone.now())
    assert response["Location"] == "/accounts/reauthenticate/?next=%2F"


def test_ask_somebody_of_another_service_leads_there_and_back(client: Client) -> None:
    come_from_service(client)
    client.post("/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com", **born_years_ago(30)})
    user = User.objects.get()
    since = asked(client, user)

    page = reauthentication.ask(request_of(client, user), "/accounts/email/", now=timezone.now())["Location"]
    assert page == "/accounts/again/?next=%2Faccounts%2Femail%2F"
    html = client.get(page).content.decode()
    assert "/accounts/dummy/login/?process=login&amp;next=%2Faccounts%2Femail%2F" in html
    assert proof(client, user, since) is None
    to_service = client.post("/accounts/dummy/login/?process=login&next=%2Faccounts%2Femail%2F")["Location"]
    response = client.post(to_service, {"id": "77", "email": "mia@example.com", "email_verified": "on"})

    assert response["Location"] == "/accounts/email/"
    found = proof(client, user, since)
    assert found is not None
    assert found.method == "socialaccount"


def test_again_does_not_lead_to_another_site(client: Client) -> None:
    signed_in(client)
    assert client.get("/accounts/again/?next=https://evil.example/").context["next_url"] == "/home/"
