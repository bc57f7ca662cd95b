"""Error pages help, also when nothing else works."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation
from django.views import defaults


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_page_without_any_context_is_whole(name: str, settings) -> None:
    html = render_to_string(name)

    assert "UNDEFINED" not in html
    assert settings.SITE_NAME in html
    for path in re.findall(r'(?:href|src)="/static/([^"#]+)', html):
        assert finders.find(path), path


def test_crash_page_speaks_the_language_of_the_moment() -> None:
    with translation.override("da"):
        html = defaults.server_error(RequestFactory().get("/")).content.decode()

    assert '<html lang="da">' in html


@pytest.mark.django_db
def test_missing_page_offers_a_way_on(client: Client) -> None:
    response = client.get("/nothing-here/")

    assert response.status_code == 404
    html = response.content.decode()
    assert 'href="/gallery/"' in html
    assert "UNDEFINED" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("referer", "leads"),
    [("https://evil.example/trap", False), ("//evil.example/", False), ("http://testserver/help/", True)],
)
def test_refused_form_leads_back_on_this_site_only(referer: str, leads: bool) -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {}, headers={"referer": referer})

    assert response.status_code == 403
    assert (f'href="{referer}"' in response.content.decode()) is leads
    assert "evil.example" not in response.content.decode()
