from __future__ import annotations

import pytest
from django.test import Client, override_settings

from accounts.tests.factories import PASSWORD, person

pytestmark = pytest.mark.django_db


@override_settings(ACCOUNT_RATE_LIMITS={})
def test_sign_in_after_five_wrong_passwords_is_refused_for_the_right_one(client: Client) -> None:
    user = person()
    for _ in range(5):
        client.post("/accounts/login/", {"login": user.email, "password": "guess guess guess"})

    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


@override_settings(ACCOUNT_RATE_LIMITS={})
def test_many_signups_from_one_address_are_refused(client: Client) -> None:
    answers = [client.post("/accounts/signup/", {}).status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]
