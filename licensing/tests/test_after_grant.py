"""What both sides read once a license runs, ends soon or is over: one wording, the way on, and how the money moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone, translation

from brands.models import Role
from brands.tests.factories import member
from licensing import actions, badges
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_brand_pages import form_url, signed_in
from submissions import actions as submission_actions

pytestmark = pytest.mark.django_db

WITH_NOTICE = {"revocation": {"allowed": True, "notice_days": 14}}


def revoked(license: License) -> License:
    return actions.revoke(license=license, reason="No.", actor=license.licensor.user, now=timezone.now())


def brand_page(license: License, *, of: str = "license") -> str:
    kind, row = ("licenses", license) if of == "license" else ("requests", license.request)
    client = signed_in(factories.owner(license.licensee))
    return client.get(f"/b/{license.licensee.slug}/{kind}/{row.public_id}/").content.decode()


def creator_page(license: License, *, of: str = "license") -> str:
    kind, row = ("licenses", license) if of == "license" else ("requests", license.request)
    return signed_in(license.licensor.user).get(f"/studio/{kind}/{row.public_id}/").content.decode()


def again_url(license: License) -> str:
    return f'href="{form_url(license.licensee, license.submission)}"'


@pytest.mark.parametrize(("hour", "label"), [(0, "Ends in 20 days"), (12, "Ends in 20 days"), (23, "Ends in 20 days")])
def test_days_to_the_end_are_counted_as_on_a_calendar(hour: int, label: str) -> None:
    start = datetime(2026, 11, 1, 12, 9, tzinfo=UTC)
    term = {"kind": "fixed", "starts_at": start.isoformat(), "ends_at": "2026-12-14T12:09:00Z"}
    license = factories.license(terms=terms(term=term), now=start)

    assert badges.of_license(license, datetime(2026, 11, 24, hour, tzinfo=UTC)).label == label


@pytest.mark.parametrize(("at", "label"), [("2026-12-13", "Ends in 1 day"), ("2026-12-14", "Ends today")])
def test_last_days_are_named(at: str, label: str) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    term = {"kind": "fixed", "starts_at": start.isoformat(), "ends_at": "2026-12-15T00:00:00Z"}
    license = factories.license(terms=terms(term=term), now=start)

    assert badges.of_license(license, datetime.fromisoformat(f"{at}T09:00:00Z")).label == label


@time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False)
def test_revoked_with_notice_is_called_the_same_everywhere() -> None:
    license = revoked(factories.license(terms=terms(**WITH_NOTICE), now=timezone.now() - timedelta(days=1)))
    said = "Revoked, in force until 8 December 2026"
    client = signed_in(factories.owner(license.licensee))
    slug = license.licensee.slug

    for path in (f"/b/{slug}/", f"/b/{slug}/licenses/", f"/b/{slug}/licenses/?show=soon"):
        assert said in client.get(path).content.decode()
    for page in (brand_page(license), brand_page(license, of="request"), creator_page(license)):
        assert said in page
    assert said in creator_page(license, of="request")
    with translation.override("da"):
        assert badges.of_license(license, timezone.now()).label == "Tilbagekaldt, gyldig til 8. december 2026"


def test_request_of_a_license_that_is_over_says_so_and_no_more_that_it_holds_the_file() -> None:
    license = factories.license()
    assert "The license holds the file" in brand_page(license, of="request")

    revoked(license)

    page = brand_page(license, of="request")
    assert "The license holds the file" not in page
    assert "The license that was granted is over: Revoked" in page
    assert f"License {license.number}: Revoked" in creator_page(license, of="request")


def test_pages_lead_to_the_work() -> None:
    license = factories.license()
    work = license.submission.public_id
    for of in ("license", "request"):
        assert f'href="/w/{work}/"' in brand_page(license, of=of)
        assert f'href="/studio/submissions/{work}/"' in creator_page(license, of=of)


def test_pages_lead_to_no_work_that_is_not_public() -> None:
    license = factories.license()
    work = license.submission
    submission_actions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())
    for of in ("license", "request"):
        page = brand_page(license, of=of)
        assert "Harbor" in page
        assert f"/w/{work.public_id}/" not in page
        assert again_url(license) not in page


@pytest.mark.parametrize("of", ["license", "request"])
def test_ask_again_is_offered_once_the_license_is_over(of: str) -> None:
    license = factories.license()
    assert again_url(license) not in brand_page(license, of=of)

    revoked(license)

    assert again_url(license) in brand_page(license, of=of)


def test_ask_again_is_offered_while_the_license_runs_out() -> None:
    license = factories.license(terms=terms(**WITH_NOTICE))
    revoked(license)
    assert again_url(license) in brand_page(license)


def test_ask_again_is_not_offered_while_a_request_waits_or_to_a_viewer() -> None:
    license = revoked(factories.license())
    viewer = signed_in(member(license.licensee, Role.VIEWER).user)
    shown = viewer.get(f"/b/{license.licensee.slug}/licenses/{license.public_id}/").content.decode()
    assert license.number in shown
    assert again_url(license) not in shown

    factories.request(submission=license.submission, brand=license.licensee)
    assert again_url(license) not in brand_page(license)


def test_who_pays_whom_is_said_after_a_grant_with_a_fee() -> None:
    license = factories.license(
        terms=terms(compensation={"kind": "flat_fee", "amount_minor": 123450, "currency": "DKK"})
    )
    granted = signed_in(license.licensor.user).get(f"/studio/licenses/{license.public_id}/granted/").content.decode()

    assert f"{license.licensee_name} pays you DKK\xa01,234.50 directly, as the terms say." in granted
    assert f"{license.licensee_name} pays you directly, as the terms say." in creator_page(license)
    assert f"You pay {license.licensor_name} directly, as the terms say." in brand_page(license)
    assert "does not move the money yet" in Client().get("/help/").content.decode()


def test_nothing_is_said_of_payment_where_there_is_none() -> None:
    license = factories.license(terms=terms(compensation={"kind": "none"}))
    granted = signed_in(license.licensor.user).get(f"/studio/licenses/{license.public_id}/granted/").content.decode()
    for page in (granted, creator_page(license), brand_page(license)):
        assert license.number in page
        assert "directly" not in page
