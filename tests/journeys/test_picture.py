"""A picture that did not come, because its link to a store had to wait too long, is asked for once more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from submissions.states import State
from submissions.tests import factories
from submissions.tests.pictures import photo

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("failing", "seen", "asked"), [(0, True, 1), (1, True, 2), (9, False, 2)])
def test_picture_that_did_not_come_is_asked_for_once_more(
    open_browser: Callable[..., Page], failing: int, seen: bool, asked: int
) -> None:
    submission = factories.submission(State.PUBLISHED)
    page = open_browser()
    requests: list[str] = []

    def answer(route: Route) -> None:
        requests.append(route.request.url)
        if len(requests) <= failing:
            route.fulfill(status=403, content_type="application/xml", body="<Error/>")
        else:
            route.fulfill(content_type="image/jpeg", body=photo(640, 480))

    page.route("**/media/r/**", answer)

    page.goto(f"/w/{submission.public_id}/")
    page.wait_for_load_state("networkidle")

    picture = page.locator(".picture__image").first
    assert picture.evaluate("image => image.naturalWidth > 0") is seen
    assert len(requests) == asked
    assert len(set(requests)) == 1
