from __future__ import annotations

import pytest
from django.test import Client

from accounts.tests.factories import person
from brands.tests.factories import brand
from creators import queries
from creators.models import Creator
from creators.tests.factories import creator

pytestmark = pytest.mark.django_db


def test_welcome_offers_both_ways(client: Client) -> None:
    client.force_login(person())
    html = client.get("/welcome/?next=/studio/submit/").content.decode()
    assert "/welcome/creator/?next=%2Fstudio%2Fsubmit%2F" in html
    assert "/b/new/" in html


def test_welcome_shows_what_one_is_already(client: Client) -> None:
    user = person()
    made, of = creator(user), brand(user)
    client.force_login(user)
    html = client.get("/welcome/").content.decode()
    assert f"@{made.handle}" in html
    assert of.get_absolute_url() in html


def test_become_creator_suggests_from_the_name(client: Client) -> None:
    client.force_login(person(name="Søren Ægir"))
    initial = client.get("/welcome/creator/").context["form"].initial
    assert initial == {"name": "Søren Ægir", "handle": "soeren-aegir", "default_credit_line": "© Søren Ægir"}


def test_become_creator_opens_the_profile_and_goes_on(client: Client) -> None:
    user = person()
    client.force_login(user)

    response = client.post(
        "/welcome/creator/",
        {"name": "Ada", "handle": "@Ada-H", "default_credit_line": "Photo: Ada", "next": "/studio/submit/"},
    )

    assert response["Location"] == "/studio/submit/"
    made = Creator.objects.get()
    assert (made.user, made.handle, made.default_credit_line) == (user, "ada-h", "Photo: Ada")


@pytest.mark.parametrize("handle", ["ada", "support", "a"])
def test_become_creator_with_a_handle_that_cannot_be_had_says_so(client: Client, handle: str) -> None:
    creator(handle="ada")
    user = person()
    client.force_login(user)
    response = client.post("/welcome/creator/", {"name": "Ada", "handle": handle})
    assert set(response.context["form"].errors) == {"handle"}
    assert queries.of(user) is None


def test_become_creator_does_not_lead_to_another_site(client: Client) -> None:
    client.force_login(person())
    response = client.post("/welcome/creator/", {"name": "Ada", "handle": "ada", "next": "https://evil.example/"})
    assert response["Location"] == "/home/"
