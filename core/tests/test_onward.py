from __future__ import annotations

import pytest
from django.test import RequestFactory

from core import onward


@pytest.mark.parametrize("address", ["/gallery/", "/b/new/?next=/x/", "http://testserver/gallery/"])
def test_asked_for_on_this_site_is_taken(address: str) -> None:
    assert onward.asked_for(RequestFactory().get("/", {"next": address})) == address


@pytest.mark.parametrize(
    "address",
    ["", "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "-1", "NaN", "home"],
)
def test_asked_for_elsewhere_is_dropped(address: str) -> None:
    assert onward.asked_for(RequestFactory().get("/", {"next": address})) == ""
    assert onward.asked_for(RequestFactory().post("/", {"next": address})) == ""


def test_asked_for_by_the_form_comes_before_the_address() -> None:
    assert onward.asked_for(RequestFactory().post("/?next=/a/", {"next": "/b/"})) == "/b/"
