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
