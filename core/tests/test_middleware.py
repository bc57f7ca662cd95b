from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
STATUS = "/studio/submissions/sub_1/status/"


def test_part_of_a_page_after_signing_out_loads_the_whole_page_again() -> None:
    response = Client().get(STATUS, headers={"HX-Request": "true"})

    assert (response.status_code, response.headers["HX-Refresh"], response.content) == (200, "true", b"")


def test_whole_page_after_signing_out_goes_to_the_sign_in() -> None:
    response = Client().get(STATUS)

    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/accounts/login/")


def test_part_of_a_page_that_redirects_elsewhere_is_left_alone() -> None:
    response = Client().get("/accounts/password/change/", headers={"HX-Request": "true"})
    home = Client().get("/studio", headers={"HX-Request": "true"})

    assert response.headers.get("HX-Refresh") == "true"
    assert (home.status_code, "HX-Refresh" in home.headers) == (301, False)


@pytest.mark.parametrize("language", ["en", "da"])
def test_wrong_method_is_told_on_a_page_that_leads_on(language: str) -> None:
    response = Client().get("/appearance/", headers={"Accept": "text/html", "Accept-Language": language})

    page = response.content.decode()
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert f'<html lang="{language}"' in page
    assert 'href="/help/"' in page


@pytest.mark.parametrize("path", ["/appearance/", "/api/v1/rights/decision"])
def test_wrong_method_is_told_to_programs_as_a_problem(path: str) -> None:
    response = Client().put(path, headers={"Accept": "application/json"})

    assert (response.status_code, response.headers["Content-Type"]) == (405, "application/problem+json")
    assert response.json()["code"] == "method_not_allowed"
    assert response.headers["Allow"]


def test_wrong_method_without_a_body_stays_without() -> None:
    response = Client().head("/appearance/")

    assert (response.status_code, response.content) == (405, b"")
