"""Another service vouches for an address, not for an age. The service here is allauth's own dummy."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from accounts.models import User
from accounts.tests.factories import person
from accounts.tests.test_signup import assert_nothing_kept, born_years_ago
from trail.models import Entry

pytestmark = pytest.mark.django_db


def come_from_service(client: Client, email: str = "mia@example.com") -> str:
    """Sign in at the service; the address that it sends the person back to."""
    to_service = client.post("/accounts/dummy/login/")["Location"]
    return str(client.post(to_service, {"id": "77", "email": email, "email_verified": "on"})["Location"])


def test_social_signup_asks_for_name_and_age(client: Client) -> None:
    assert come_from_service(client) == "/accounts/3rdparty/signup/"

    html = client.get("/accounts/3rdparty/signup/").content.decode()

    assert re.findall(r'autocomplete="(bday-\w+)"', html) == ["bday-day", "bday-month", "bday-year"]
    assert User.objects.count() == 0


def test_social_signup_with_an_age_makes_the_account(client: Client) -> None:
    come_from_service(client)

    response = client.post(
        "/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com", **born_years_ago(30)}
    )

    assert response["Location"] == "/welcome/"
    assert SocialAccount.objects.get().user == User.objects.get()
    assert EmailAddress.objects.get().verified
    assert Entry.objects.get().facts == {"sixteen_or_over": True, "via": "dummy"}


def test_social_signup_without_an_age_is_refused(client: Client) -> None:
    come_from_service(client)
    response = client.post("/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com"})
    assert set(response.context["form"].errors) == {"date_of_birth"}
    assert User.objects.count() == 0


def test_social_signup_under_sixteen_is_stopped_on_every_way(client: Client) -> None:
    come_from_service(client)

    response = client.post(
        "/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com", **born_years_ago(15)}
    )

    assert response.status_code == 403
    assert_nothing_kept(client)
    assert SocialAccount.objects.count() == 0
    assert client.get("/accounts/signup/").status_code == 403
    to_service = client.post("/accounts/dummy/login/")["Location"]
    assert client.post(to_service, {"id": "77", "email": "mia@example.com"}).status_code == 403


def test_social_signup_with_a_known_address_does_not_take_the_account(client: Client) -> None:
    known = person("mia@example.com")
    come_from_service(client)

    client.post("/accounts/3rdparty/signup/", {"name": "Mallory", "email": "mia@example.com", **born_years_ago(30)})

    assert User.objects.get() == known
    assert "_auth_user_id" not in client.session
    assert mail.outbox[-1].to == ["mia@example.com"]
