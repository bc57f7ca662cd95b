from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import person
from brands.tests.factories import brand
from creators import queries
from creators.models import Creator
from creators.tests.factories import creator
from submissions.tests.factories import submission

pytestmark = pytest.mark.django_db


def test_welcome_offers_both_ways(client: Client) -> None:
    client.force_login(person())
    html = client.get("/welcome/?next=/studio/submit/").content.decode()
    assert "/welcome/creator/?next=%2Fstudio%2Fsubmit%2F" in html
    assert "/b/new/?next=%2Fstudio%2Fsubmit%2F" in html


@pytest.mark.parametrize("path", ["/welcome/", "/welcome/creator/", "/b/new/"])
def test_pages_on_the_way_carry_no_address_of_another_site(client: Client, path: str) -> None:
    client.force_login(person())
    response = client.get(path, {"next": "https://evil.example/"})
    assert response.context["next"] == ""
    assert not re.search(r'(href|action)="[^"]*evil|name="next" value="https:', response.content.decode())


@pytest.mark.parametrize("path", ["/welcome/creator/", "/b/new/"])
def test_way_back_to_welcome_remembers_what_was_wanted(client: Client, path: str) -> None:
    client.force_login(person())
    html = client.get(path, {"next": "/studio/submit/"}).content.decode()
    assert 'href="/welcome/?next=/studio/submit/"' in html.replace("%2F", "/")


def test_new_brand_goes_on_to_the_work_that_was_asked_for(client: Client) -> None:
    work = submission()
    ask = reverse("ask", args=[work.public_id])
    client.force_login(person())

    welcome = client.get(ask)["Location"]
    form = client.get("/b/new/", {"next": client.get(welcome).context["next"]})
    response = client.post("/b/new/", {"name": "Havn", "next": form.context["next"]}, follow=True)

    assert response.redirect_chain == [(ask, 302), (f"/b/havn/request/{work.public_id}/", 302)]


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
