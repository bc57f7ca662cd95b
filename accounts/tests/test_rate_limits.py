from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts import guessing
from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.tests.passkeys import Passkey
from core.tests.unchanged import nothing_happens

pytestmark = pytest.mark.django_db
COUNTED = "core.Tally sessions.Session"


@pytest.fixture(autouse=True)
def _limits_as_in_life(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}


def at(address: str, client: Client | None = None) -> Client:
    client = client or Client()
    client.defaults["REMOTE_ADDR"] = address
    return client


def sign_in(client: Client, user: User, password: str = PASSWORD) -> bool:
    client.post("/accounts/login/", {"login": user.email, "password": password})
    return client.session.get("_auth_user_id") == str(user.pk)


def guess(client: Client, user: User, times: int = 5) -> None:
    for _ in range(times):
        sign_in(client, user, "guess guess guess")


def test_sign_in_after_five_wrong_passwords_is_refused_there_for_the_right_one() -> None:
    user, client = person(), at("203.0.113.1")
    guess(client, user)

    assert sign_in(client, user) is False
    assert sign_in(Client(REMOTE_ADDR="203.0.113.1"), user) is False


def test_wrong_passwords_elsewhere_keep_nobody_out() -> None:
    user = person()
    guess(at("203.0.113.1"), user)

    assert sign_in(at("203.0.113.2"), user) is True


def test_wrong_passwords_from_the_same_house_do_not_keep_out_a_known_browser() -> None:
    user, mine = person(), at("203.0.113.1")
    sign_in(mine, user)
    mine.post("/accounts/logout/")
    guess(at("203.0.113.1"), user)

    assert sign_in(at("203.0.113.1"), user) is False
    assert sign_in(mine, user) is True


def held_off(monkeypatch: pytest.MonkeyPatch, user: User) -> None:
    """Many machines have taken turns."""
    monkeypatch.setattr(guessing, "WRONG_PASSWORDS", replace(guessing.WRONG_PASSWORDS, most=4))
    for number in range(1, 5):
        guess(at(f"203.0.113.{number}"), user, times=1)
    assert sign_in(at("203.0.113.9"), user) is False


def test_wrong_passwords_from_everywhere_hold_off_strangers_and_not_the_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    user, mine = person(), at("198.51.100.1")
    sign_in(mine, user)
    mine.post("/accounts/logout/")
    held_off(monkeypatch, user)

    assert sign_in(mine, user) is True
    again = mine.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/home/"})
    assert (again.status_code, again["Location"]) == (302, "/home/")


def test_wrong_passwords_from_everywhere_do_not_hold_off_a_passkey(monkeypatch: pytest.MonkeyPatch) -> None:
    user = person()
    key = Passkey(user)
    held_off(monkeypatch, user)
    client = at("198.51.100.1")

    asked = client.get("/accounts/2fa/webauthn/login/", headers={"x-requested-with": "XMLHttpRequest"}).json()
    answer = key.answer(asked["request_options"]["publicKey"]["challenge"])
    client.post("/accounts/2fa/webauthn/login/", {"credential": json.dumps(answer)})

    assert client.session["_auth_user_id"] == str(user.pk)


def test_new_password_by_mail_ends_the_holding_off(monkeypatch: pytest.MonkeyPatch) -> None:
    user, client = person(), at("198.51.100.1")
    held_off(monkeypatch, user)

    client.post("/accounts/password/reset/", {"email": user.email})
    link = next(word for word in str(mail.outbox[-1].body).split() if "/accounts/password/reset/key/" in word)
    page = client.get("/" + link.split("/", 3)[3], follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "another long walk by the sea"})

    assert sign_in(at("198.51.100.2"), user, "another long walk by the sea") is True


def test_cookie_of_a_known_browser_is_of_one_account_and_cannot_be_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    user, other, client = person(), person(), at("198.51.100.1")
    sign_in(client, other)
    client.post("/accounts/logout/")
    assert client.cookies["known_device"]["httponly"]
    held_off(monkeypatch, user)

    assert sign_in(client, user) is False
    client.cookies["known_device"] = user.public_id
    assert sign_in(client, user) is False


def test_many_signups_from_one_address_are_refused_with_a_page_that_helps(client: Client) -> None:
    answers = [client.post("/accounts/signup/", {}) for _ in range(21)]

    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert "Wait a few minutes" in answers[-1].content.decode()
    assert "UNDEFINED" not in answers[-1].content.decode()


@pytest.mark.parametrize("known", [True, False])
def test_mails_to_one_address_are_bounded_wherever_they_are_asked_for(known: bool, settings: Any) -> None:
    """allauth's own five a minute would be seven thousand a day."""
    settings.ACCOUNT_RATE_LIMITS = False
    email = person().email if known else "nobody@example.com"
    most = guessing.MAILS_TO[0].most
    for number in range(most):
        at(f"203.0.113.{number}").post("/accounts/password/reset/", {"email": email})
    assert len(mail.outbox) == most

    with nothing_happens(besides=COUNTED):
        answer = at("198.51.100.1").post("/accounts/password/reset/", {"email": email.upper()})

    assert (answer.status_code, 0 < int(answer["Retry-After"]) <= 3600) == (429, True)


def test_mails_at_the_wish_of_one_address_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "MAILS_FROM", replace(guessing.MAILS_FROM, most=3))
    client = at("203.0.113.1")

    statuses = [client.post("/accounts/password/reset/", {"email": f"p{n}@example.com"}).status_code for n in range(4)]

    assert (statuses, len(mail.outbox)) == ([302, 302, 302, 429], 3)
    assert at("203.0.113.2").post("/accounts/password/reset/", {"email": "p9@example.com"}).status_code == 302
