from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from licensing import actions
from licensing.models import License
from licensing.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def license() -> License:
    return factories.license(now=timezone.now() - timedelta(days=1))


def test_verify_in_force_says_so_without_personal_data(license: License) -> None:
    page = Client().get(f"/verify/{license.number}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "verify--success" in text
    assert license.licensee.name in text
    assert "Photo: Maja Holm" in text
    assert "UNDEFINED VARIABLE" not in text
    user = license.licensor.user
    for personal in (license.licensor.name, license.licensor.handle, user.email):
        assert personal
        assert personal not in text
    assert page["Cache-Control"] == "no-store"


def test_verify_after_revocation_says_no(license: License) -> None:
    actions.revoke(license=license, reason="Secret reason.", actor=license.licensor.user, now=timezone.now())
    text = Client().get(f"/verify/{license.number}/").content.decode()
    assert "verify--danger" in text
    assert "Secret reason." not in text


def test_verify_typed_number_is_led_to_its_page(license: License) -> None:
    typed = license.number.lower().replace("-", " ")
    response = Client().get("/verify/", {"number": typed})
    assert (response.status_code, response["Location"]) == (302, f"/verify/{license.number}/")


@pytest.mark.parametrize(("path", "status"), [("/verify/L26-0000-0000/", 404), ("/verify/nonsense/", 404)])
def test_verify_unknown_number_is_404_with_help(path: str, status: int) -> None:
    page = Client().get(path)
    assert page.status_code == status
    assert "number" in page.content.decode()


def test_verify_unreadable_number_keeps_what_was_typed() -> None:
    text = Client().get("/verify/", {"number": "<b>hello"}).content.decode()
    assert "&lt;b&gt;hello" in text
    assert "<b>hello" not in text
