from __future__ import annotations

import pytest
from django.test import Client

from accounts.tests.factories import person
from creators.tests.factories import creator
from trail.models import Entry

pytestmark = pytest.mark.django_db


def test_profile_is_saved_and_recorded(client: Client) -> None:
    made = creator()
    client.force_login(made.user)

    response = client.post(
        "/studio/profile/", {"name": "Ada H.", "bio": "I paint.", "default_credit_line": "© Ada\nH."}
    )

    assert response["Location"] == "/studio/profile/"
    made.refresh_from_db()
    assert (made.name, made.bio, made.default_credit_line) == ("Ada H.", "I paint.", "© Ada H.")
    assert Entry.objects.filter(kind="creator.changed").count() == 1


def test_profile_without_a_name_says_so(client: Client) -> None:
    made = creator()
    client.force_login(made.user)
    response = client.post("/studio/profile/", {"name": "   ", "bio": "", "default_credit_line": ""})
    assert set(response.context["form"].errors) == {"name"}
    made.refresh_from_db()
    assert made.name == "Ada Holm"


def test_profile_without_one_leads_to_welcome(client: Client) -> None:
    client.force_login(person())
    assert client.get("/studio/profile/")["Location"] == "/welcome/?next=%2Fstudio%2Fprofile%2F"


def test_profile_signed_out_leads_to_sign_in(client: Client) -> None:
    assert client.get("/studio/profile/")["Location"] == "/accounts/login/?next=/studio/profile/"
