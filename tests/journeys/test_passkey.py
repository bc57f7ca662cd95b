"""A person makes a passkey, signs in with it, and proves with it once more that it is them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import CDPSession, Page, expect

from accounts import reauthentication
from accounts.models import User
from accounts.tests.factories import PASSWORD, person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_device(page: Page) -> tuple[CDPSession, str]:
    """A device that keeps passkeys and whose owner always puts the finger on it."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return device, made["authenticatorId"]


def sign_in(page: Page, user: User) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile(r"/(home|welcome|studio)/"))


def add_passkey(page: Page) -> None:
    page.goto("/accounts/2fa/webauthn/add/")
    # Adding one is asked for again, by the password that is there so far.
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def request_of(page: Page, user: User) -> HttpRequest:
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie.get("name") == "sessionid")
    request = RequestFactory().get("/")
    request.session = SessionStore(key)
    request.user = user
    return request


def ask(page: Page, user: User) -> None:
    request = request_of(page, user)
    reauthentication.ask(request, "/", purpose="to test", now=timezone.now())
    request.session.save()


def proof(page: Page, user: User, since: datetime) -> reauthentication.Proof | None:
    return reauthentication.proof(request_of(page, user), purpose="to test", since=since, now=timezone.now())


def test_passkey_is_made_signs_in_and_proves_again(open_browser: Callable[..., Page]) -> None:
    user = person("mia@example.com")
    page = open_browser()
    device, authenticator_id = give_device(page)
    sign_in(page, user)

    add_passkey(page)
    assert [row.wrap().name for row in Authenticator.objects.filter(type="webauthn")] == ["My phone"]
    assert Authenticator.objects.get(type="webauthn").wrap().is_passwordless
    kept: list[Any] = device.send("WebAuthn.getCredentials", {"authenticatorId": authenticator_id})["credentials"]
    assert len(kept) == 1

    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/accounts/sessions/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile(r":\d+/accounts/sessions/$"))

    since = timezone.now()
    ask(page, user)
    assert proof(page, user, since) is None
    page.goto("/accounts/2fa/webauthn/reauthenticate/?next=/accounts/email/")
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(re.compile(r":\d+/accounts/email/$"))
    found = proof(page, user, since)
    assert found is not None
    assert found.method == "webauthn"
    assert found.at > since


def test_passkey_of_nobody_is_refused_and_says_what_to_do(open_browser: Callable[..., Page]) -> None:
    user = person("mia@example.com")
    page = open_browser()
    device, authenticator_id = give_device(page)
    sign_in(page, user)
    add_passkey(page)
    page.goto("/accounts/")
    since = timezone.now()
    ask(page, user)
    device.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator_id, "isUserVerified": False})

    page.goto("/accounts/2fa/webauthn/reauthenticate/?next=/accounts/email/")
    page.get_by_role("button", name="Use your passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used, and nothing has changed.")
    assert proof(page, user, since) is None
    expect(page.get_by_role("link", name="Use your password")).to_be_visible()


def test_signup_to_first_page_on_a_phone(open_browser: Callable[..., Page]) -> None:
    page = open_browser(phone=True)
    page.goto("/accounts/signup/")
    page.get_by_label("Your name").fill("Mia Berg")
    page.get_by_label("E-mail address").fill("mia@example.com")
    page.get_by_label("Password").fill("salt wind over Skagen")
    page.get_by_label("Day").fill("7")
    page.get_by_label("Month").fill("3")
    page.get_by_label("Year").fill("1990")
    page.get_by_role("button", name="Create account").click()

    expect(page.get_by_role("heading", name="Enter the code")).to_be_visible()
    code = re.search(r"^[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code is not None
    page.get_by_label("Code").fill(code[0])
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("link", name="Open my page").click()
    expect(page.get_by_label("Handle")).to_have_value("mia-berg")
    page.get_by_role("button", name="Open my page").click()

    page.goto("/studio/profile/")
    expect(page.get_by_label("Credit line")).to_have_value("© Mia Berg")
