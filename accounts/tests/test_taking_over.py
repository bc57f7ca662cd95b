"""Somebody at a browser that its owner left signed in tries to make the account theirs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.tests.test_signup import born_years_ago
from accounts.tests.test_social_signup import come_from_service
from core import jobs
from core.models import Job
from trail import sealed
from trail.models import Entry

pytestmark = pytest.mark.django_db

MALLORY = "mallory@example.com"
NEW_PASSWORD = "quiet fog over the fjord"
CHANGES = {"account.address_changed", "account.password_changed", "account.ways_changed"}


@pytest.fixture
def left_open(client: Client) -> Client:
    """A browser in which Ada, whose second address is confirmed, signed in and went for lunch."""
    user = person("ada@example.com")
    EmailAddress.objects.create(user=user, email="ada@work.example", verified=True)
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return client


@pytest.fixture
def of_a_service(client: Client) -> Client:
    """A browser of Mia, who has no password here and signs in with another service."""
    come_from_service(client)
    client.post("/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com", **born_years_ago(30)})
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    mail.outbox.clear()
    return client


def everything(user: User) -> list[Any]:
    """What a take-over would change, record or tell."""
    return [
        User.objects.filter(pk=user.pk).values_list("email", "password", "password_since").get(),
        sorted(EmailAddress.objects.values_list("email", "verified", "primary")),
        sorted(Authenticator.objects.values_list("pk", "type")),
        sorted(SocialAccount.objects.values_list("pk", "provider")),
        Entry.objects.filter(kind__in=CHANGES).count(),
        Job.objects.count(),
        len(mail.outbox),
    ]


def prove(client: Client) -> None:
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def changes() -> list[tuple[str, dict[str, Any]]]:
    return [(entry.kind, entry.facts) for entry in Entry.objects.filter(kind__in=CHANGES).order_by("pk")]


@pytest.mark.parametrize(
    "posted",
    [
        {"action_add": "1", "email": MALLORY},
        {"action_primary": "1", "email": "ada@work.example"},
        {"action_remove": "1", "email": "ada@work.example"},
    ],
    ids=lambda posted: next(iter(posted)),
)
def test_change_of_addresses_asks_who_it_is(left_open: Client, posted: dict[str, str]) -> None:
    user = User.objects.get()
    before = everything(user)

    response = left_open.post("/accounts/email/", posted)

    assert response["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Femail%2F"
    assert everything(user) == before


@pytest.mark.parametrize(
    "address",
    ["/accounts/password/set/", "/accounts/2fa/webauthn/add/", "/accounts/2fa/totp/activate/", "/accounts/email/"],
)
def test_somebody_of_another_service_is_asked_there_first(of_a_service: Client, address: str) -> None:
    user = User.objects.get()
    before = everything(user)
    posted = {"password1": NEW_PASSWORD, "action_add": "1", "email": MALLORY}

    response = of_a_service.post(address, posted)

    assert response["Location"].startswith("/accounts/again/?next=")
    assert everything(user) == before


def test_somebody_of_another_service_chooses_a_password_after_signing_in_there(of_a_service: Client) -> None:
    to_service = of_a_service.post("/accounts/dummy/login/?process=login&next=/accounts/password/set/")["Location"]
    of_a_service.post(to_service, {"id": "77", "email": "mia@example.com", "email_verified": "on"})

    of_a_service.post("/accounts/password/set/", {"password1": NEW_PASSWORD})

    user = User.objects.get()
    assert user.check_password(NEW_PASSWORD)
    assert user.password_since is not None
    assert changes() == [("account.password_changed", {"proof": "signed_in_again"})]


def test_somebody_who_left_their_service_gets_a_link_by_mail(of_a_service: Client) -> None:
    html = of_a_service.get("/accounts/again/?next=/accounts/password/set/").content.decode()

    assert 'href="/accounts/password/reset/"' in html
    of_a_service.post("/accounts/password/reset/", {"email": "mia@example.com"})
    assert "/accounts/password/reset/key/" in str(mail.outbox[-1].body)


def test_new_main_address_is_sealed_and_told_to_the_old_one(left_open: Client) -> None:
    user = User.objects.get()
    prove(left_open)

    left_open.post("/accounts/email/", {"action_primary": "1", "email": "ada@work.example"})
    jobs.run_all()

    assert User.objects.get().email == "ada@work.example"
    entry = Entry.objects.get(kind="account.address_changed")
    assert (entry.actor, entry.topic, entry.facts) == (user.public_id, user.public_id, {})
    assert "ada@" not in entry.body
    assert sealed.of(entry) == {"email": "ada@work.example", "old_email": "ada@example.com"}
    assert changes() == [("account.address_changed", {})]
    assert [message.to for message in mail.outbox] == [["ada@example.com"]]
    body = str(mail.outbox[0].body)
    assert "ada@work.example" in body
    assert "/accounts/password/reset/" in body


def test_first_address_is_no_change(client: Client) -> None:
    posted = {"name": "Mia", "email": "mia@example.com", "password1": NEW_PASSWORD, **born_years_ago(30)}
    client.post("/accounts/signup/", posted)

    client.post("/accounts/confirm-email/", {"code": code_in_mail()})

    assert EmailAddress.objects.get().verified
    assert changes() == []


def code_in_mail() -> str:
    code = re.search(r"^[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code is not None
    return code[0]


def test_second_address_is_recorded_when_it_is_confirmed(left_open: Client) -> None:
    prove(left_open)
    left_open.post("/accounts/email/", {"action_add": "1", "email": "ada@home.example"})
    assert changes() == []

    left_open.post("/accounts/confirm-email/", {"code": code_in_mail()})

    assert changes() == [("account.ways_changed", {"added": ["address"], "removed": []})]


def test_password_changed_with_the_old_one_is_recorded_and_not_new(left_open: Client) -> None:
    left_open.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})

    user = User.objects.get()
    assert user.check_password(NEW_PASSWORD)
    assert user.password_since is None
    assert changes() == [("account.password_changed", {"proof": "old_password"})]


def test_password_reset_by_mail_is_recorded_and_new(client: Client) -> None:
    reset_password(client, person("ada@example.com"))

    user = User.objects.get()
    assert user.check_password(NEW_PASSWORD)
    assert user.password_since is not None
    assert changes() == [("account.password_changed", {"proof": "mail"})]


def reset_password(client: Client, user: User) -> None:
    """By the link in a mail, as somebody does who can read the mail."""
    client.post("/accounts/password/reset/", {"email": user.email})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert link is not None
    form = client.get(link[1])["Location"]
    client.post(form, {"password1": NEW_PASSWORD})


def test_app_that_is_switched_off_is_recorded_with_its_recovery_codes(left_open: Client) -> None:
    user = User.objects.get()
    TOTP.activate(user, generate_totp_secret())
    prove(left_open)
    left_open.post("/accounts/2fa/recovery-codes/generate/")

    left_open.post("/accounts/2fa/totp/deactivate/")

    assert changes() == [
        ("account.ways_changed", {"added": ["recovery_codes"], "removed": []}),
        ("account.ways_changed", {"added": [], "removed": ["recovery_codes", "totp"]}),
    ]


def test_service_that_is_tied_to_the_account_is_recorded(left_open: Client) -> None:
    def tie() -> None:
        to_service = left_open.post("/accounts/dummy/login/?process=connect")["Location"]
        left_open.post(to_service, {"id": "99", "email": MALLORY, "email_verified": "on"})

    user = User.objects.get()
    before = everything(user)
    tie()
    assert everything(user) == before
    prove(left_open)
    tie()

    assert SocialAccount.objects.get().user == user
    assert changes()[0] == ("account.ways_changed", {"added": ["service"], "removed": []})
