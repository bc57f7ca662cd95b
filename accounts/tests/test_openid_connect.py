"""Sign-up through a real OpenID Connect exchange, with settings alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from accounts.models import User
from accounts.tests import oidc_provider
from accounts.tests.oidc_provider import CLIENT, CODE, SECRET, Provider
from accounts.tests.test_signup import born_years_ago
from trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with oidc_provider.running() as server:
        app = {
            "provider_id": "house",
            "name": "House",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": server.address},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield server


def come_back(client: Client, provider: Provider, code: str) -> Any:
    to_service = urlsplit(client.post("/accounts/oidc/house/login/")["Location"])
    asked = parse_qs(to_service.query)
    assert f"{to_service.scheme}://{to_service.netloc}" == provider.address
    assert asked["client_id"] == [CLIENT]
    back = urlsplit(asked["redirect_uri"][0])
    return client.get(back.path, {"code": code, "state": asked["state"][0]})


def test_sign_up_through_the_provider_asks_for_age_and_makes_the_account(client: Client, provider: Provider) -> None:
    response = come_back(client, provider, CODE)

    assert response["Location"] == "/accounts/3rdparty/signup/"
    assert provider.asked[0]["grant_type"] == ["authorization_code"]
    client.post("/accounts/3rdparty/signup/", {"name": "Mia", "email": "mia@example.com", **born_years_ago(30)})
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid, account.user.email) == ("house", "42", "mia@example.com")
    assert Entry.objects.get().facts == {"sixteen_or_over": True, "via": "house"}


def test_code_that_the_provider_refuses_signs_nobody_in(client: Client, provider: Provider) -> None:
    response = come_back(client, provider, "forged")

    assert response.status_code == 401
    assert "_auth_user_id" not in client.session
    assert (User.objects.count(), Entry.objects.count()) == (0, 0)
