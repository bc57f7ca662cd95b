"""What a request may bring: files only where works are handed in and by whom, one at a time, and not too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from core.tests.unchanged import nothing_happens
from creators.tests.factories import creator as new_creator
from submissions.models import MediaFile
from submissions.tests import factories
from submissions.tests.test_submit_page import a_file, answers

pytestmark = pytest.mark.django_db

HTML = {"accept": "text/html,application/xhtml+xml"}
NO_FILES = ["set_theme", "set_language", "account_login", "consents", "gallery", "api:openapi-json", "admin:index"]


@pytest.fixture
def no_disk(settings: Any, tmp_path: Any) -> None:
    """A temporary file cannot be made: who tries, fails."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "is not there")


@pytest.fixture
def browser() -> Client:
    client = Client()
    client.force_login(new_creator().user)
    return client


def marked() -> set[str]:
    def walk(patterns: list[Any], prefix: str) -> Iterator[str]:
        for one in patterns:
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, f"{prefix}{one.namespace}:" if one.namespace else prefix)
            elif isinstance(one, URLPattern) and getattr(one.callback, "takes_files", False):
                yield f"{prefix}{one.name}"

    return set(walk(get_resolver().url_patterns, ""))


def test_views_that_take_files_are_those_that_hand_works_in() -> None:
    assert marked() == {"submit", "upload", "tracking_edit"}


@pytest.mark.usefixtures("no_disk")
@pytest.mark.parametrize("name", ["submit", "upload", *NO_FILES])
def test_file_of_somebody_who_is_not_signed_in_never_reaches_the_disk(name: str) -> None:
    with nothing_happens():
        response = Client().post(reverse(name), {"file": a_file()})
    assert response.status_code < 500


@pytest.mark.usefixtures("no_disk")
@pytest.mark.parametrize("name", NO_FILES)
def test_file_for_a_page_that_takes_none_never_reaches_the_disk(name: str, browser: Client) -> None:
    assert browser.post(reverse(name), {"file": a_file()}).status_code < 500


def test_words_of_a_form_are_read_although_its_file_is_dropped(browser: Client) -> None:
    response = browser.post(reverse("set_theme"), {"file": a_file(), "theme": "dark", "next": "/help/"})
    assert response.cookies["theme"].value == "dark"


@pytest.mark.usefixtures("no_disk")
def test_disk_that_fails_is_noticed_where_files_are_taken(browser: Client) -> None:
    with pytest.raises(FileNotFoundError):
        browser.post(reverse("upload"), {"file": a_file()})


def test_second_file_of_a_request_is_dropped_and_the_first_kept_whole(browser: Client) -> None:
    data = factories.picture()

    response = browser.post(reverse("upload"), {"file": a_file(data), "more": a_file(), "again": a_file()})

    assert response.status_code == 201
    assert MediaFile.objects.get().byte_size == len(data)


def test_more_files_than_any_form_has_are_refused(browser: Client) -> None:
    with nothing_happens():
        response = browser.post(reverse("upload"), {f"file{number}": a_file() for number in range(5)})
    assert (response.status_code, response.json()["code"]) == (413, "request_too_large")


@pytest.mark.parametrize(("name", "length"), [("submit", 4 * 50 * 2**20 + 1), ("set_theme", 2_621_441)])
def test_request_over_the_limit_is_refused_unread_on_a_page_of_its_own(name: str, length: int, browser: Client) -> None:
    with nothing_happens():
        response = browser.post(reverse(name), {"theme": "dark"}, headers=HTML, CONTENT_LENGTH=str(length))

    assert response.status_code == 413
    assert "This is more than we can take at once" in response.content.decode()
    assert "theme" not in response.cookies


def test_request_over_the_limit_by_a_program_is_a_problem_document() -> None:
    response = Client().post(reverse("set_theme"), {"theme": "dark"}, CONTENT_LENGTH="3000000")
    assert (response.status_code, response["Content-Type"]) == (413, "application/problem+json")
    assert response.json()["code"] == "request_too_large"


def test_words_over_the_limit_in_a_form_with_a_file_are_refused(browser: Client) -> None:
    form = answers(file=a_file(), description="a" * 3_000_000)
    with nothing_happens():
        response = browser.post(reverse("submit"), form, headers=HTML)
    assert response.status_code == 413
