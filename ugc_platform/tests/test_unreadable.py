"""What no page can read gets an answer that says so, on every kind of address and to anybody."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory, override_settings

from accounts.tests.factories import person
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from trail.models import Entry
from ugc_platform.wsgi import application

pytestmark = pytest.mark.django_db

PATHS = [
    "/@%00/",
    "/w/%00/",
    "/w/sub_%00/",
    "/media/r/%00/",
    "/b/%00/",
    "/b/join/%00/",
    "/verify/%00/",
    "/licenses/%00/certificate.pdf",
    "/studio/submissions/%00/",
    "/studio/requests/%00/",
    "/moderation/%00/",
    "/notifications/%00/",
    "/accounts/password/reset/key/1-%00/",
    "/admin/accounts/user/%00/change/",
    "/api/v1/%00",
    "/styleguide/%00/",
]
QUERIES = [
    "/gallery/?q=%00",
    "/gallery/?before=%00",
    "/gallery/?%00=1",
    "/w/sub_1/?besides=%00",
    "/verify/?number=%00",
    "/verify/?sha256=%00",
    "/studio/submissions/?before=%00",
    "/studio/requests/?before=a%00b",
    "/notifications/?before=%00",
    "/moderation/?after=%00",
    "/admin/accounts/user/?q=%00",
    "/admin/accounts/user/?email=%00",
    "/admin/trail/entry/?kind__exact=%00",
    "/accounts/login/?next=/%00",
    "/dev/mail/?to=%00",
    "/api/v1/rights/decision?submission=%00&licensee=%00&territory=DK",
]
CHARSETS = ["rot13", "hex", "zip", "idna", "utf-7", "unicode_escape", "punycode", "latin-1", "utf-16", "no-such", "%00"]


@pytest.fixture
def everybody() -> Client:
    """Somebody who is all that one can be here, so that no page turns them away first."""
    user = person(is_staff=True, is_superuser=True)
    user.groups.add(Group.objects.get_or_create(name="moderators")[0])
    new_creator(user=user)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("address", [*PATHS, *QUERIES])
@override_settings(DEMO=True)
def test_nul_in_the_address_is_refused(everybody: Client, address: str) -> None:
    client = everybody
    assert client.get(address).status_code == 400
    assert Client().post(address).status_code == 400


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/accounts/login/", "login"),
        ("/accounts/signup/", "email"),
        ("/accounts/", "name"),
        ("/studio/profile/", "bio"),
        ("/b/new/", "name"),
        ("/welcome/creator/", "handle"),
        ("/studio/submit/", "form_key"),
        ("/i18n/setlang/", "language"),
        ("/appearance/", "next"),
    ],
)
def test_nul_in_a_form_is_refused_and_changes_nothing(everybody: Client, address: str, field: str) -> None:
    before = Entry.objects.count(), list(Creator.objects.values())
    for posted in ({field: "a\0b"}, {field: ["fine", "\0"]}, {f"{field}\0": "fine"}):
        assert everybody.post(address, posted).status_code == 400
        assert everybody.post(address, "&".join(f"{name}=%00" for name in posted), FORM).status_code == 400
    assert (Entry.objects.count(), list(Creator.objects.values())) == before


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("charset", CHARSETS)
def test_strange_charset_is_refused_to_anybody(charset: str) -> None:
    for address in ("/", "/gallery/?q=boat", "/accounts/login/", "/api/v1/rights/decision", "/health/"):
        for kind in (FORM, "text/plain", "application/json"):
            for method in ("GET", "POST"):
                assert served(method, address, f"{kind}; charset={charset}")[0].startswith("400 ")


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf8_is_read(charset: str) -> None:
    status, page = served("GET", "/gallery/?q=b%C3%A5d", f"{FORM}; charset={charset}")
    assert status == "200 OK"
    assert 'value="båd"' in page


def served(method: str, address: str, content_type: str) -> tuple[str, str]:
    """As a server asks: the client of tests makes the request by itself."""
    made = RequestFactory().generic(method, address, b"login=a%FF&password=b", content_type=FORM).environ
    told: list[str] = []
    # A server's request begins with a fresh connection; here it is the one of the test.
    request_started.disconnect(close_old_connections)
    try:
        parts = application(made | {"CONTENT_TYPE": content_type}, lambda status, headers: told.append(status))
        return told[0], b"".join(parts).decode()
    finally:
        request_started.connect(close_old_connections)


def test_api_says_it_as_a_problem() -> None:
    response = Client().get("/api/v1/rights/decision?submission=%00")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["code"] == "unreadable"


def test_page_says_it_in_words_with_the_security_policy() -> None:
    response = Client().get("/w/%00/")
    assert "This request could not be read" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("next_url", ["-1", "NaN", "home", "99999"])
def test_next_that_is_no_address_leads_home(everybody: Client, next_url: str) -> None:
    response = everybody.post("/welcome/creator/", {"next": next_url})
    assert (response.status_code, response["Location"]) == (302, "/home/")
    brand = everybody.post("/b/new/", {"name": "Nordlys", "next": next_url})
    assert brand["Location"] == "/b/nordlys/"
