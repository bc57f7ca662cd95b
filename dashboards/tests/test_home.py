from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from accounts.tests.factories import person
from brands.tests.factories import brand
from creators.tests.factories import creator
from submissions.tests.factories import moderator

pytestmark = pytest.mark.django_db


def sent_to(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get("/home/")["Location"]


def test_home_of_a_visitor_asks_to_sign_in(client: Client) -> None:
    assert client.get("/home/")["Location"] == "/accounts/login/?next=/home/"


def test_home_sends_everybody_where_they_work(client: Client) -> None:
    both = creator().user
    brand(both)
    owner = person()
    of = brand(owner)
    assert sent_to(client, both) == "/studio/"
    assert sent_to(client, owner) == f"/b/{of.slug}/"
    assert sent_to(client, moderator()) == "/moderation/"
    assert sent_to(client, person(is_staff=True)) == "/admin/"
    assert sent_to(client, person()) == "/welcome/"
