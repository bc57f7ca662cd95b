"""Pages of allauth that we have not written ourselves still wear our frame."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts.models import User

pytestmark = pytest.mark.django_db

ENTRANCE = [
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
]
OWN = [
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "usersessions_list",
    "socialaccount_connections",
    "socialaccount_login_error",
    "socialaccount_login_cancelled",
]


@pytest.fixture
def member(client: Client) -> Client:
    user = User.objects.create_user(email="ida@example.com", password="quiet-fog-over-fano", name="Ida Holm")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.post(reverse("account_login"), {"login": user.email, "password": "quiet-fog-over-fano"})
    return client


def assert_ours(html: str) -> None:
    assert 'class="site-header"' in html
    assert "css/site.css" in html
    assert "<h1" in html


@pytest.mark.parametrize("name", ENTRANCE)
def test_entrance_page_wears_our_frame(client: Client, name: str) -> None:
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert_ours(response.content.decode())


@pytest.mark.parametrize("name", OWN)
def test_account_page_wears_our_frame(member: Client, name: str) -> None:
    response = member.get(reverse(name), follow=True)

    assert response.status_code in {200, 401}
    assert_ours(response.content.decode())
