from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from core.ids import new_id
from submissions import actions, pictures, queries
from submissions.models import Rendition, Submission
from submissions.states import State
from submissions.tests import factories, s3

pytestmark = pytest.mark.django_db


def address(submission: Submission) -> str:
    return pictures.of(submission).src


def get(address: str, user: User | None = None, **headers: str) -> Any:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.get(address, headers=headers)


def test_rendition_of_a_published_work_is_for_everybody_under_our_own_type() -> None:
    response = get(address(factories.submission(State.PUBLISHED)))

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"webp 640"
    assert response["Content-Type"] == "image/webp"
    assert response["Content-Length"] == "8"
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert re.fullmatch(r'inline; filename="ren_[0-9a-z]{20}-640\.webp"', response["Content-Disposition"])


def test_rendition_known_to_the_browser_is_not_sent_again() -> None:
    where = address(factories.submission(State.PUBLISHED))
    etag = get(where)["ETag"]

    response = get(where, if_none_match=etag)

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.CHANGES_REQUESTED, State.REJECTED])
def test_rendition_before_publication_is_for_creator_and_moderators(state: State) -> None:
    submission = factories.submission(state)
    where = address(submission)

    statuses = [
        get(where, user).status_code for user in (None, person(), submission.creator.user, factories.moderator())
    ]

    assert statuses == [404, 404, 200, 200]


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REMOVED])
def test_rendition_of_a_work_that_is_gone_is_gone_at_the_next_request(state: State) -> None:
    submission = factories.submission(State.PUBLISHED)
    where, owner, moderator = address(submission), submission.creator.user, factories.moderator()
    etag = get(where)["ETag"]

    if state == State.WITHDRAWN:
        actions.withdraw(submission=submission, actor=owner, reason="", now=timezone.now())
    else:
        actions.remove(submission=submission, actor=moderator, decision_id=new_id("dec"), now=timezone.now())

    assert get(where, if_none_match=etag).status_code == 404
    assert get(where, owner).status_code == 404
    assert get(where, moderator).status_code == (404 if state == State.WITHDRAWN else 200)
    submission.refresh_from_db()
    assert pictures.of(submission).src == ""
    assert pictures.of(submission).sources == []


def replaced(submission: Submission) -> Rendition:
    """A picture of the file that `submission` had before its creator sent another one."""
    old = submission.media_files.get()
    actions.resubmit(
        submission=submission,
        actor=submission.creator.user,
        revision=1,
        details=factories.details(),
        notice=submission.notice_record.notice,
        media_file=factories.upload(submission.creator.user),
        now=timezone.now(),
    )
    submission.refresh_from_db()
    return old.renditions.get(format="webp", width=640)


def published(submission: Submission) -> Submission:
    submission = actions.start_check(submission=submission, now=timezone.now())
    submission = factories.passed(submission)
    return actions.publish(
        submission=submission, actor=factories.moderator(), decision_id=new_id("dec"), now=timezone.now()
    )


def test_picture_that_was_replaced_is_for_creator_and_moderators_until_the_new_one_is_made() -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)
    where = pictures.address(replaced(submission))
    owner, moderator = submission.creator.user, factories.moderator()

    assert [get(where, user).status_code for user in (None, person(), owner, moderator)] == [404, 404, 200, 200]

    published(submission)
    assert [get(where, user).status_code for user in (None, person(), owner, moderator)] == [404] * 4
    assert get(address(submission)).status_code == 200


def test_picture_that_was_replaced_stays_private_even_where_its_row_is_left() -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)
    old = replaced(submission)
    published(submission)
    old.pk = None
    old.save(force_insert=True)

    where = pictures.address(old)
    for user in (None, person(), submission.creator.user, factories.moderator()):
        assert get(where, user).status_code == 404
        assert get(where, user, if_none_match="*").status_code == 404


def test_rendition_that_does_not_exist_is_404() -> None:
    assert get("/media/r/ren_00000000000000000000/").status_code == 404


def test_rendition_whose_file_is_lost_is_404() -> None:
    submission = factories.submission(State.PUBLISHED)
    default_storage.delete(Rendition.objects.get(format="webp", width=640).storage_key)
    assert get(address(submission)).status_code == 404


def test_originals_have_no_address() -> None:
    submission = factories.submission(State.PUBLISHED)
    media_file = submission.media_files.get()
    owner = submission.creator.user

    assert default_storage.exists(media_file.storage_key)
    for where in (
        f"/media/r/{media_file.public_id}/",
        f"/media/{media_file.storage_key}",
        f"/media/r/{media_file.storage_key}/",
        f"/never-served-by-path/{media_file.storage_key}",
    ):
        assert get(where, owner).status_code == 404
    patterns = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert not [pattern for pattern in patterns if "never-served" in pattern]


@pytest.fixture
def shown() -> Submission:
    return factories.submission(State.PUBLISHED)


@pytest.fixture
def store(shown: Submission, settings: Any, tmp_path: Path) -> Iterator[s3.Store]:
    """The S3 stand-in with the picture of `shown`, as a site has it that names a bucket."""
    with s3.running() as store:
        key = shown.media_files.get().renditions.get(format="webp", width=640).storage_key
        store.objects[key] = b"webp 640"
        read = store.settings(tmp_path)
        settings.S3_BUCKET = read["S3_BUCKET"]
        settings.STORAGES = {**settings.STORAGES, "default": read["STORAGES"]["default"]}
        yield store


def test_rendition_in_an_s3_store_is_a_link_that_lives_five_seconds(shown: Submission, store: s3.Store) -> None:
    response = get(address(shown))

    assert response.status_code == 302
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    link = urlsplit(response["Location"])
    asked = parse_qs(link.query)
    assert [link.path.removeprefix("/works/")] == list(store.objects)
    assert asked["X-Amz-Expires"] == ["5"]
    assert asked["response-content-type"] == ["image/webp"]
    assert s3.fetch(response["Location"]) == (200, b"webp 640")
    assert s3.fetch(response["Location"].partition("?")[0]) == (403, b"")
    assert get(f"{address(shown)}x").status_code == 404


def test_link_to_an_s3_store_is_dead_seconds_after_the_right_has_ended(shown: Submission, store: s3.Store) -> None:
    where = address(shown)
    link = get(where)["Location"]

    actions.withdraw(submission=shown, actor=shown.creator.user, reason="", now=timezone.now())

    assert get(where).status_code == 404
    assert s3.fetch(link) == (200, b"webp 640")
    store.ahead = timedelta(seconds=6)
    assert s3.fetch(link) == (403, b"")


def test_rendition_in_an_s3_store_without_links_comes_from_us(
    shown: Submission, store: s3.Store, settings: Any
) -> None:
    settings.S3_LINKS = False
    where = address(shown)

    response = get(where)

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"webp 640"
    assert response["Content-Type"] == "image/webp"
    assert response["Content-Length"] == "8"
    assert response["Cache-Control"] == "private, no-cache"
    assert get(where, if_none_match=response["ETag"]).status_code == 304
    actions.withdraw(submission=shown, actor=shown.creator.user, reason="", now=timezone.now())
    assert get(where, if_none_match=response["ETag"]).status_code == 404


def test_rendition_that_an_s3_store_has_lost_is_404(shown: Submission, store: s3.Store, settings: Any) -> None:
    settings.S3_LINKS = False
    store.objects.clear()

    assert get(address(shown)).status_code == 404


def test_rendition_costs_one_query_for_visitors(django_assert_num_queries: Any) -> None:
    where = address(factories.submission(State.PUBLISHED))
    client = Client()
    with django_assert_num_queries(1):
        client.get(where)


def test_picture_names_each_format_and_width() -> None:
    submission = factories.submission(State.PUBLISHED)

    picture = pictures.of(submission)

    assert [source.type for source in picture.sources] == ["image/avif", "image/webp"]
    assert [part.split()[1] for part in picture.sources[0].srcset.split(", ")] == ["320w", "640w"]
    assert (picture.width, picture.height, picture.alt) == (1600, 1200, submission.alt_text)


def test_pictures_of_a_list_cost_three_queries(django_assert_num_queries: Any) -> None:
    for _ in range(3):
        factories.submission(State.PUBLISHED)
    with django_assert_num_queries(3):
        found = [pictures.of(submission) for submission in queries.with_pictures(queries.published())]
    assert all(picture.src for picture in found)


def test_visible_to_each_is_what_they_may_see() -> None:
    made = {state: factories.submission(state) for state in State}
    owner = made[State.IN_REVIEW].creator.user

    def seen(viewer: Any) -> set[str]:
        return {str(submission.state) for submission in queries.visible_to(viewer)}

    assert seen(person()) == {"published"}
    assert seen(owner) == {"published", "in_review"}
    assert seen(made[State.WITHDRAWN].creator.user) == {"published", "withdrawn"}
    assert seen(factories.moderator()) == set(State.values) - {"withdrawn"}
