from __future__ import annotations

import json

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.tests.factories import PASSWORD, person
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db


def test_overview_leads_to_each_part(client: Client) -> None:
    client.force_login(person())
    html = client.get("/accounts/").content.decode()
    for address in (
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/2fa/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/sessions/",
        "/studio/consents/",
    ):
        assert f'href="{address}"' in html


def test_overview_says_which_mails_one_gets_and_why(client: Client) -> None:
    client.force_login(person())
    html = client.get("/accounts/").content.decode()

    assert "there is nothing to turn off" in html
    assert '<a href="/notifications/">Notifications</a> only.' in html
    for topic in ("Your account", "Your works", "Requests and licenses", "Your brand"):
        assert f"<dt>{topic}</dt>" in html


def test_overview_signed_out_leads_to_sign_in(client: Client) -> None:
    assert client.get("/accounts/")["Location"] == "/accounts/login/?next=/accounts/"


def test_rename_is_sealed(client: Client) -> None:
    user = person(name="Ada")
    client.force_login(user)

    client.post("/accounts/", {"name": " Ada\nHolm "})

    user.refresh_from_db()
    assert user.name == "Ada Holm"
    entry = Entry.objects.get(kind="account.changed")
    assert (entry.topic, entry.facts) == (user.public_id, {"fields": ["name"]})
    assert json.loads(SealedValue.objects.get(entry=entry).value or "") == "Ada Holm"


def test_rename_to_nothing_says_so(client: Client) -> None:
    user = person(name="Ada")
    client.force_login(user)
    assert set(client.post("/accounts/", {"name": "\u202e "}).context["form"].errors) == {"name"}
    user.refresh_from_db()
    assert user.name == "Ada"


def test_choose_language_changes_pages_and_mails(client: Client) -> None:
    user = person()
    client.force_login(user)

    response = client.post("/i18n/setlang/", {"language": "da", "next": "/accounts/"})

    assert response["Location"] == "/accounts/"
    assert client.cookies["django_language"].value == "da"
    user.refresh_from_db()
    assert user.language == "da"


def test_choose_unknown_language_changes_nothing(client: Client) -> None:
    user = person()
    client.force_login(user)
    client.post("/i18n/setlang/", {"language": "tlh"})
    user.refresh_from_db()
    assert user.language == "en"


@pytest.mark.parametrize(
    "path",
    [
        "email/",
        "password/change/",
        "password/set/",
        "2fa/",
        "2fa/totp/activate/",
        "2fa/webauthn/",
        "2fa/webauthn/add/",
        "2fa/recovery-codes/generate/",
        "sessions/",
        "again/",
        "logout/",
        "reauthenticate/",
        "3rdparty/",
    ],
)
def test_page_of_the_account_opens(client: Client, path: str) -> None:
    user = person()
    client.force_login(user)
    response = client.get(f"/accounts/{path}", follow=True)
    assert response.status_code in (200, 403)


@pytest.mark.parametrize("path", ["login/", "signup/", "password/reset/", "password/reset/done/", "inactive/"])
def test_page_before_signing_in_opens(client: Client, path: str) -> None:
    response = client.get(f"/accounts/{path}")
    assert response.status_code == 200


def test_emails_offer_what_can_be_done_with_each(client: Client) -> None:
    user = person("main@example.com")
    EmailAddress.objects.create(user=user, email="second@example.com", verified=True)
    EmailAddress.objects.create(user=user, email="third@example.com", verified=False)
    client.force_login(user)

    html = client.get("/accounts/email/").content.decode()

    assert html.count('name="action_primary"') == 1
    assert html.count('name="action_send"') == 1
    assert html.count('name="action_remove"') == 2


def test_pages_hold_no_inline_script_or_style(client: Client) -> None:
    client.force_login(person())
    for path in ("", "email/", "2fa/", "sessions/"):
        html = client.get(f"/accounts/{path}").content.decode()
        assert "style=" not in html
        assert "<script>" not in html


def test_new_password_is_asked_once_and_can_be_looked_at(client: Client) -> None:
    client.force_login(person())
    html = client.get("/accounts/password/change/").content.decode()
    assert html.count('autocomplete="new-password"') == 1
    assert html.count('data-show="Show password"') == 2


def test_change_password_with_one_new_password_works(client: Client) -> None:
    user = person()
    client.force_login(user)
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "salt wind over Skagen"})
    user.refresh_from_db()
    assert user.check_password("salt wind over Skagen")
