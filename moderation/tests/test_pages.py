from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from accounts.models import User
from accounts.tests.factories import person
from creators.tests.factories import creator as new_creator
from moderation import actions, reasons
from moderation.models import Claim, Decision
from moderation.tests.factories import moderator
from submissions.models import Submission
from submissions.states import State
from submissions.tests.factories import submission

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reviewer() -> User:
    return moderator()


def post(client: Client, work: Submission, kind: str, **typed: Any) -> Any:
    fields = {f"{kind}-{name}": value for name, value in typed.items() if name != "revision"}
    data = {"kind": kind, "revision": typed.get("revision", work.revision)} | fields
    return client.post(f"/moderation/{work.public_id}/", data)


@pytest.mark.parametrize("path", ["/moderation/", "/moderation/{id}/"])
def test_open_by_others_is_refused(path: str) -> None:
    work = submission(State.IN_REVIEW)
    address = path.format(id=work.public_id)
    assert Client().get(address).status_code == 302
    assert signed_in(person()).get(address).status_code == 404
    assert signed_in(work.creator.user).get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_queue_takes_the_same_queries_for_one_and_thirty(
    reviewer: User, count: int, django_assert_num_queries: Any
) -> None:
    maker = new_creator()
    for _ in range(count):
        submission(State.IN_REVIEW, creator=maker)
    client = signed_in(reviewer)
    client.get("/moderation/")
    with django_assert_num_queries(QUEUE_QUERIES):
        page = client.get("/moderation/")
    assert page.content.count(b"moderation-row__title") == min(count, 24)


QUEUE_QUERIES = 10


def test_queue_shows_oldest_first_and_pages_by_key(reviewer: User) -> None:
    maker = new_creator()
    works = [submission(State.IN_REVIEW, creator=maker, title=f"Work {number:02}") for number in range(26)]
    text = signed_in(reviewer).get("/moderation/").content.decode()
    assert text.index("Work 00") < text.index("Work 23")
    assert "Work 24" not in text
    assert f"?after={works[23].public_id}" in text
    later = signed_in(reviewer).get("/moderation/", {"after": works[23].public_id}).content.decode()
    assert ("Work 24" in later, "Work 23" in later) == (True, False)


def test_queue_when_empty_says_so(reviewer: User) -> None:
    assert b"Nothing waits" in signed_in(reviewer).get("/moderation/").content


def test_review_shows_all_that_was_declared_and_veils_the_picture(reviewer: User) -> None:
    work = submission(State.IN_REVIEW, people="others", people_names=("Bo Holm",), releases_stated=True)
    text = signed_in(reviewer).get(f"/moderation/{work.public_id}/").content.decode()
    for said in (work.alt_text, work.credit_line, "Bo Holm", "Nobody" if work.people == "none" else "Other people"):
        assert said in text
    assert "moderation-picture moderation-veiled" in text


def test_show_pictures_is_kept_for_the_session(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    client = signed_in(reviewer)
    client.post("/moderation/pictures/", {"show": "1"})
    assert b"moderation-veiled" not in client.get(f"/moderation/{work.public_id}/").content
    client.post("/moderation/pictures/", {"show": "0"})
    assert b"moderation-veiled" in client.get(f"/moderation/{work.public_id}/").content


def test_publish_goes_on_to_the_next_one(reviewer: User) -> None:
    first, second = submission(State.IN_REVIEW), submission(State.IN_REVIEW)
    response = post(signed_in(reviewer), first, "publish")
    assert response["Location"] == f"/moderation/{second.public_id}/"
    first.refresh_from_db()
    assert first.state == State.PUBLISHED


def test_ask_for_changes_without_a_sentence_sends_the_prepared_one(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    response = post(signed_in(reviewer), work, "request_changes", reason_code="quality", reason="")
    assert response["Location"] == "/moderation/"
    decision = Decision.objects.get()
    assert (decision.kind, decision.reason_code) == ("request_changes", "quality")
    assert "sharper" in decision.reason_told


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("reject", {}),
        ("reject", {"reason_code": "made_up", "reason": "No."}),
        ("reject", {"reason_code": "other", "reason": "  "}),
        ("request_changes", {"reason_code": "harmful", "reason": "No."}),
    ],
)
def test_refuse_without_a_known_reason_shows_the_form_again(reviewer: User, kind: str, typed: dict[str, str]) -> None:
    work = submission(State.IN_REVIEW)
    page = post(signed_in(reviewer), work, kind, **typed)
    assert page.status_code == 200
    assert b"error-summary" in page.content
    assert Decision.objects.count() == 0
    work.refresh_from_db()
    assert work.state == State.IN_REVIEW


@pytest.mark.parametrize(("kind", "status"), [("burn", 422), ("remove", 422), ("", 422)])
def test_decide_what_is_not_offered_is_refused(reviewer: User, kind: str, status: int) -> None:
    work = submission(State.IN_REVIEW)
    assert post(signed_in(reviewer), work, kind).status_code == status
    assert Decision.objects.count() == 0


def test_decide_on_an_older_version_is_a_conflict(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    assert post(signed_in(reviewer), work, "publish", revision=work.revision + 1).status_code == 409
    assert post(signed_in(reviewer), work, "publish", revision="9" * 5000).status_code == 409
    assert Decision.objects.count() == 0


def test_remove_published_work_hides_it(reviewer: User) -> None:
    work = submission(State.PUBLISHED)
    post(signed_in(reviewer), work, "remove", reason_code="rights", reason="")
    work.refresh_from_db()
    assert work.state == State.REMOVED
    assert Client().get(f"/w/{work.public_id}/").status_code == 404


def test_own_work_offers_no_decision(reviewer: User) -> None:
    work = submission(State.IN_REVIEW, creator=new_creator(reviewer))
    client = signed_in(reviewer)
    assert b'value="publish"' not in client.get(f"/moderation/{work.public_id}/").content
    assert post(client, work, "publish").status_code == 403
    assert Decision.objects.count() == 0


def test_open_claims_the_work_and_others_are_told(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    signed_in(reviewer).get(f"/moderation/{work.public_id}/")
    assert Claim.objects.get().moderator == reviewer
    other = moderator("Otto")
    assert b"Mona is looking" in signed_in(other).get(f"/moderation/{work.public_id}/").content
    assert b"Mona is looking" in signed_in(other).get("/moderation/").content


def test_next_leaves_out_what_another_looks_at(reviewer: User) -> None:
    first, second, third = (submission(State.IN_REVIEW) for _ in range(3))
    actions.claim(submission=second, actor=moderator("Otto"), now=timezone.now())
    assert post(signed_in(reviewer), first, "publish")["Location"] == f"/moderation/{third.public_id}/"


def test_still_looking_prolongs_the_claim(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    client = signed_in(reviewer)
    client.get(f"/moderation/{work.public_id}/")
    before = Claim.objects.get().until
    assert client.post(f"/moderation/{work.public_id}/looking/").status_code == 204
    assert Claim.objects.get().until > before


@pytest.mark.parametrize("state", [State.PUBLISHED, State.WITHDRAWN])
def test_still_looking_at_what_no_longer_waits_claims_nothing(reviewer: User, state: State) -> None:
    work = submission(state)
    assert signed_in(reviewer).post(f"/moderation/{work.public_id}/looking/").status_code == 404
    assert signed_in(person()).post(f"/moderation/{work.public_id}/looking/").status_code == 404
    assert not Claim.objects.exists()


def test_prepared_sentence_is_in_the_language_of_the_creator(reviewer: User) -> None:
    work = submission(State.IN_REVIEW)
    User.objects.filter(pk=work.creator.user_id).update(language="da")
    client = signed_in(reviewer)

    page = client.get(f"/moderation/{work.public_id}/").content.decode()
    post(client, work, "request_changes", reason_code="quality", reason="")

    with translation.override("da"):
        expected = str(reasons.REASONS[0].sentences["request_changes"])
    assert Decision.objects.get().reason == expected
    assert 'lang="da"' in page
    assert "The creator reads Danish" in page
