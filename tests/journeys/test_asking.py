"""Writing a request with a real browser: what the creator would read is brought into sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from brands.tests.factories import brand, owner
from submissions.tests.factories import submission

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("phone", [True, False])
@pytest.mark.parametrize("javascript", [True, False])
def test_preview_is_brought_into_sight_and_focused(
    open_browser: Callable[..., Page], enter: Callable[[Page, User], Page], phone: bool, javascript: bool
) -> None:
    house = brand()
    page = enter(open_browser(phone=phone, java_script_enabled=javascript), owner(house).user)
    page.goto(f"/b/{house.slug}/request/{submission().public_id}/")
    page.locator("label", has_text="Own website").first.click()
    page.locator("input[name=compensation_kind][value=none]").check(force=True)
    page.locator("label", has_text="Nordic").first.click()

    page.get_by_role("button", name="Preview").click()

    title = page.locator("#preview-title")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    expect(page.locator("#preview-sentence")).to_contain_text("website")
    expect(page.locator("#preview .scope-card")).to_be_in_viewport()


def test_preview_of_an_unfinished_form_says_what_is_missing_without_javascript(
    open_browser: Callable[..., Page], enter: Callable[[Page, User], Page]
) -> None:
    house = brand()
    page = enter(open_browser(java_script_enabled=False), owner(house).user)
    page.goto(f"/b/{house.slug}/request/{submission().public_id}/")

    page.get_by_role("button", name="Preview").click()

    expect(page.locator("#preview-title")).to_be_in_viewport()
    expect(page.locator("#preview")).to_contain_text("Still missing:")
