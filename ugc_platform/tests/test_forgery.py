from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from accounts.tests.factories import person

pytestmark = pytest.mark.django_db
FORMS = [("/appearance/", {"theme": "dark"}), ("/i18n/setlang/", {"language": "da"})]


def client(user: User | None = None) -> Client:
    made = Client(enforce_csrf_checks=True)
    if user is not None:
        made.force_login(user)
    return made


@pytest.mark.parametrize(("path", "typed"), FORMS)
def test_choose_language_or_look_as_a_visitor_needs_no_token(path: str, typed: dict[str, str]) -> None:
    response = client().post(path, typed | {"next": "/gallery/"})
    assert (response.status_code, response["Location"]) == (302, "/gallery/")


@pytest.mark.parametrize(("path", "typed"), FORMS)
def test_choose_language_or_look_when_signed_in_needs_the_token(path: str, typed: dict[str, str]) -> None:
    user = person()

    assert client(user).post(path, typed).status_code == 403

    assert User.objects.get(pk=user.pk).language == "en"


@pytest.mark.parametrize("path", ["/", "/gallery/"])
def test_look_at_public_pages_sets_no_cookie(path: str) -> None:
    response = client().get(path)
    assert (response.status_code, dict(response.cookies)) == (200, {})
