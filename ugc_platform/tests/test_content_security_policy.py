"""The whole policy, word for word, on each kind of page: nothing inline, nothing from elsewhere, framed by nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import path

from accounts.models import User
from accounts.tests.factories import person
from creators.tests.factories import creator as new_creator
from licensing.tests import factories
from moderation.tests.factories import moderator
from submissions.tests.factories import submission
from ugc_platform import urls

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}


def nobody() -> User | None:
    return None


def root() -> User:
    return person(is_staff=True, is_superuser=True)


def licensee() -> User:
    return factories.owner(factories.license().licensee)


# Who looks at what, with the status of the answer.
PAGES: list[tuple[Callable[[], User | None], str, int]] = [
    (nobody, "/", 200),
    (nobody, "/gallery/", 200),
    (nobody, "/verify/", 200),
    (nobody, "/help/", 200),
    (nobody, "/styleguide/", 200),
    (nobody, "/styleguide/gallery/", 200),
    (nobody, "/health/", 200),
    (nobody, "/accounts/login/", 200),
    (nobody, "/accounts/signup/", 200),
    (nobody, "/w/sub_none/", 404),
    (nobody, "/studio/", 302),
    (nobody, "/api/v1/openapi.json", 200),
    (nobody, "/api/v1/rights/decision", 401),
    (lambda: new_creator().user, "/studio/", 200),
    (lambda: new_creator().user, "/studio/submit/", 200),
    (lambda: new_creator().user, "/notifications/", 200),
    (lambda: new_creator().user, "/accounts/", 200),
    (lambda: new_creator().user, "/moderation/", 404),
    (licensee, "/home/", 302),
    (moderator, "/moderation/", 200),
    (root, "/admin/", 200),
    (root, "/admin/accounts/user/", 200),
    (root, "/admin/licensing/license/", 200),
]


def policy(response: HttpResponseBase) -> list[str]:
    """Its directives. No second header, such as one that only reports, may stand beside it."""
    found = [value for name, value in response.items() if name.lower().startswith("content-security-policy")]
    assert len(found) == 1
    assert "Content-Security-Policy" in response
    return found[0].split("; ")


@pytest.mark.parametrize(("who", "address", "status"), PAGES, ids=lambda value: value if isinstance(value, str) else "")
def test_page_says_the_whole_policy(who: Callable[[], User | None], address: str, status: int) -> None:
    client = Client()
    if user := who():
        client.force_login(user)

    response = client.get(address)

    assert response.status_code == status
    directives = policy(response)
    assert set(directives) == POLICY
    assert len(directives) == len(POLICY)


@pytest.mark.parametrize("address", ["", "certificate"])
def test_pages_and_files_of_a_work_say_the_whole_policy(address: str) -> None:
    work = submission()
    license = factories.license(submission=work)
    client = Client()
    client.force_login(license.licensor.user)
    page = f"/licenses/{license.public_id}/certificate.pdf" if address else f"/w/{work.public_id}/"

    response = client.get(page)

    assert response.status_code == 200
    assert set(policy(response)) == POLICY


def fail(request: HttpRequest) -> HttpResponseBase:
    raise ZeroDivisionError


urlpatterns = [path("fail/", fail), *urls.urlpatterns]


@override_settings(DEBUG=False, ROOT_URLCONF=__name__)
def test_page_of_an_error_of_ours_says_the_policy() -> None:
    response = Client(raise_request_exception=False).get("/fail/")

    assert response.status_code == 500
    assert set(policy(response)) == POLICY
