"""Times are shown in the zone of whoever reads them, for the length of one request."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts import zones
from accounts.tests.factories import person

pytestmark = pytest.mark.django_db


def test_chosen_zone_goes_before_the_browsers(client: Client) -> None:
    user = person()
    client.force_login(user)
    client.cookies["time_zone"] = "America/New_York"

    response = client.post("/accounts/time-zone/", {"time_zone": "Asia/Dubai"})

    assert response["Location"] == "/accounts/"
    user.refresh_from_db()
    assert user.time_zone == "Asia/Dubai"
    assert "UTC+04" in client.get("/accounts/").content.decode()


def test_browsers_zone_counts_where_none_was_chosen(client: Client) -> None:
    client.force_login(person())
    client.cookies["time_zone"] = "Asia/Dubai"

    html = client.get("/accounts/").content.decode()

    assert "UTC+04" in html
    assert "As the browser says (Asia/Dubai)" in html


@pytest.mark.parametrize("typed", ["Mars/Phobos", "../../etc/passwd", "x" * 5000, "Europe/Copenhagen\x00"])
def test_choose_unknown_zone_changes_nothing(client: Client, typed: str) -> None:
    user = person()
    client.force_login(user)

    response = client.post("/accounts/time-zone/", {"time_zone": typed})

    assert "id_time_zone_error" in response.content.decode() or response.status_code == 400
    user.refresh_from_db()
    assert user.time_zone == ""


def test_choose_zone_signed_out_leads_to_sign_in(client: Client) -> None:
    response = client.post("/accounts/time-zone/", {"time_zone": "Asia/Dubai"})

    assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    ("cookie", "zone"), [("Asia/Dubai", "Asia/Dubai"), ("../../etc/passwd", "UTC"), ("", "UTC"), ("Nowhere", "UTC")]
)
def test_visitor_is_shown_the_browsers_zone_and_leaves_none(cookie: str, zone: str) -> None:
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(timezone.get_current_timezone_name())
        return HttpResponse()

    request = RequestFactory().get("/", headers={"cookie": f"time_zone={cookie}"})

    SessionMiddleware(zones.TimeZoneMiddleware(view))(request)

    assert seen == [zone]
    assert timezone.get_current_timezone_name() == "UTC"


def test_person_who_chose_none_reads_mails_in_the_sites_zone() -> None:
    user = person()
    assert zones.of_person(user) == ZoneInfo("UTC")
    user.time_zone = "Asia/Dubai"
    assert zones.of_person(user) == ZoneInfo("Asia/Dubai")
