from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.tests.factories import person
from brands.tests.factories import brand as new_brand
from licensing import actions
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from submissions import actions as submissions
from submissions.tests.factories import moderator

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
    user = license.licensor.user
    for personal in (license.licensor.name, license.licensor.handle, user.email):
        assert personal
        assert personal not in text
    assert page["Cache-Control"] == "no-store"


def test_verify_speaks_to_strangers_and_keeps_the_fee_to_the_parties() -> None:
    license = factories.license(
        terms=terms(compensation={"kind": "flat_fee", "amount_minor": 123450, "currency": "DKK"}),
        now=timezone.now() - timedelta(days=1),
    )
    for language, deed in (("en", "The creator can take the license back"), ("da", "Skaberen kan trække licensen")):
        text = Client(headers={"Accept-Language": language}).get(f"/verify/{license.number}/").content.decode()
        assert deed in text
        assert "234" not in re.sub(r'"[^"]*"|[0-9a-f]{64}', "", text)
        article = text[text.index("<main") : text.index("</main>")]
        assert not re.search(
            r"\b(you|your|they|them|their|du|dig|din)\b", re.sub(r"<[^>]+>", " ", article), re.IGNORECASE
        )


@pytest.mark.parametrize("path", ["", "?number=nonsense"])
def test_verify_start_names_the_site_once_in_its_title(path: str) -> None:
    text = Client().get(f"/verify/{path}").content.decode()
    assert "<title>Check a license – Tilsagn</title>" in text


def test_verify_says_standing_and_number_in_its_title(license: License) -> None:
    text = Client().get(f"/verify/{license.number}/").content.decode()
    assert f"<title>In force: License {license.number} – Tilsagn</title>" in text


def test_verify_after_revocation_says_no(license: License) -> None:
    actions.revoke(license=license, reason="Secret reason.", actor=license.licensor.user, now=timezone.now())
    text = Client().get(f"/verify/{license.number}/").content.decode()
    assert "verify--danger" in text
    assert "What it said while it was in force" in text
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


@pytest.mark.parametrize("end", ["withdrawn", "removed"])
def test_verify_tells_strangers_no_title_of_a_work_that_is_gone(end: str) -> None:
    license = factories.license(terms=terms(revocation={"allowed": False}), now=timezone.now() - timedelta(days=1))
    strangers = [Client(), Client(), Client()]
    strangers[1].force_login(factories.owner(new_brand(name="Other")))
    strangers[2].force_login(person())
    address = f"/verify/{license.number}/"
    assert all(license.work_title in one.get(address).content.decode() for one in strangers)

    work, now = license.submission, timezone.now()
    if end == "withdrawn":
        submissions.withdraw(submission=work, actor=license.licensor.user, reason="", now=now)
    else:
        submissions.remove(submission=work, actor=moderator(), decision_id="dec_00000000000000000000", now=now)

    for stranger in strangers:
        text = stranger.get(address).content.decode()
        assert license.work_title not in text
        assert "No longer public" in text
        assert license.licensee_name in text
    for party in (license.licensor.user, factories.owner(license.licensee)):
        client = Client()
        client.force_login(party)
        assert license.work_title in client.get(address).content.decode()
