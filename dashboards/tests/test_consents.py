"""A consent can be withdrawn from the page where it is listed, whatever has become of the work."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from consent import actions as consent
from consent.models import Record
from consent.verification import records_match_entries
from core.errors import Conflict, NotAllowed
from core.tests.unchanged import nothing_happens
from moderation import actions as moderation
from moderation.models import Decision
from submissions import actions, pictures, queries
from submissions.models import Submission
from submissions.states import FINAL, State
from submissions.tests import factories
from submissions.verification import submissions_match_entries
from trail.models import Entry

pytestmark = pytest.mark.django_db

ENDED = [State.REJECTED, State.REMOVED]
STANDING = [state for state in State if state not in FINAL]
assert {*ENDED, *STANDING, State.WITHDRAWN} == set(State)


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def withdraw_address(record: Record) -> str:
    return f"/studio/consents/{record.public_id}/withdraw/"


@pytest.mark.parametrize("state", ENDED)
def test_consent_for_a_work_that_has_ended_is_withdrawn_by_itself(state: State) -> None:
    work = factories.submission(state)
    client, record = as_user(work.creator.user), work.notice_record
    listed = client.get("/studio/consents/").content.decode()
    assert f'href="{withdraw_address(record)}"' in listed
    assert f'href="{withdraw_address(record)}"' in client.get(f"/studio/consents/{record.public_id}/").content.decode()
    assert withdraw_address(record) in client.get(f"/studio/submissions/{work.public_id}/").content.decode()
    told = client.get(withdraw_address(record)).content.decode()
    assert f"stays as it is: {work.get_state_display()}" in told

    done = client.post(withdraw_address(record), follow=True).content.decode()

    assert "Your consent is withdrawn" in done
    record.refresh_from_db()
    work.refresh_from_db()
    assert (record.state, record.withdrawn_by, work.state) == ("withdrawn", work.creator.user, state)
    entry = Entry.objects.get(kind="consent.withdrawn")
    assert (entry.subject, entry.topic) == (record.public_id, work.public_id)
    assert not Entry.objects.filter(kind="submission.withdrawn").exists()
    assert [*records_match_entries(), *submissions_match_entries()] == []
    assert withdraw_address(record) not in client.get("/studio/consents/").content.decode()
    assert withdraw_address(record) not in client.get(f"/studio/submissions/{work.public_id}/").content.decode()


@pytest.mark.parametrize("state", STANDING)
def test_consent_for_a_work_that_stands_goes_with_the_work(state: State) -> None:
    work = factories.submission(state)
    client, record = as_user(work.creator.user), work.notice_record

    page = client.get(withdraw_address(record), follow=True)
    assert "Your consent to show it is withdrawn with it." in page.content.decode()
    action = page.request["PATH_INFO"]
    client.post(action, {"reason": ""})

    record.refresh_from_db()
    work.refresh_from_db()
    assert (record.state, work.state) == ("withdrawn", State.WITHDRAWN)
    assert [*records_match_entries(), *submissions_match_entries()] == []


def test_take_back_of_a_work_that_was_removed_meanwhile_leads_to_the_consent() -> None:
    work = factories.submission(State.REMOVED)
    response = as_user(work.creator.user).post(f"/studio/submissions/{work.public_id}/withdraw/", {"reason": ""})
    assert response["Location"] == withdraw_address(work.notice_record)


def test_consent_about_oneself_is_withdrawn_by_itself() -> None:
    user = person()
    notice = consent.current_notice("submission", "en")
    record = consent.give(person=user, notice=notice, subject=user.public_id, method="session", now=timezone.now())
    client = as_user(user)
    assert "From this second nothing more is done" in client.get(withdraw_address(record)).content.decode()

    client.post(withdraw_address(record))

    record.refresh_from_db()
    assert record.state == "withdrawn"


def test_withdraw_somebody_elses_consent_is_refused() -> None:
    work, other = factories.submission(State.REJECTED), person()
    client = as_user(other)
    with nothing_happens():
        assert client.get(withdraw_address(work.notice_record)).status_code == 404
        assert client.post(withdraw_address(work.notice_record)).status_code == 404
    with nothing_happens(), pytest.raises(NotAllowed):
        actions.withdraw_consent(submission=work, actor=other, now=timezone.now())


def test_withdraw_consent_twice_is_refused() -> None:
    work = factories.submission(State.REJECTED)
    client = as_user(work.creator.user)
    client.post(withdraw_address(work.notice_record))
    with nothing_happens():
        assert client.get(withdraw_address(work.notice_record)).status_code == 409
        assert client.post(withdraw_address(work.notice_record)).status_code == 409
    with nothing_happens(), pytest.raises(Conflict):
        actions.withdraw_consent(submission=work, actor=work.creator.user, now=timezone.now())


def test_withdraw_consent_alone_while_the_work_stands_is_refused() -> None:
    work = factories.submission(State.PUBLISHED)
    with nothing_happens(), pytest.raises(Conflict) as refused:
        actions.withdraw_consent(submission=work, actor=work.creator.user, now=timezone.now())
    assert refused.value.code == "work_stands"


@pytest.mark.parametrize("state", ENDED)
def test_moderators_see_no_work_whose_consent_is_withdrawn(state: State) -> None:
    work, moderator = factories.submission(state), factories.moderator()
    rendition = work.media_files.get().renditions.get(format="webp", width=640)
    where, client = pictures.address(rendition), as_user(moderator)
    assert client.get(where).status_code == 200
    assert queries.visible_to(moderator).contains(work)

    actions.withdraw_consent(submission=work, actor=work.creator.user, now=timezone.now())

    assert client.get(where).status_code == 404
    assert not queries.visible_to(moderator).contains(work)
    assert client.get(f"/moderation/{work.public_id}/").status_code == 404


def test_publish_without_a_standing_consent_is_refused() -> None:
    work, moderator = factories.submission(State.IN_REVIEW), factories.moderator()
    consent.withdraw(record=work.notice_record, actor=work.creator.user, now=timezone.now())

    with nothing_happens(), pytest.raises(Conflict) as refused:
        moderation.decide(submission=work, kind=Decision.Kind.PUBLISH, revision=1, actor=moderator, now=timezone.now())

    assert refused.value.code == "consent_withdrawn"


def test_consents_of_every_version_are_withdrawn_with_the_work() -> None:
    work: Submission = factories.submission(State.REJECTED)
    in_danish = consent.give(
        person=work.creator.user,
        notice=consent.current_notice("submission", "da"),
        subject=work.public_id,
        method="session",
        now=timezone.now(),
    )

    as_user(work.creator.user).post(withdraw_address(in_danish))

    states = Record.objects.filter(subject=work.public_id).values_list("state", flat=True)
    assert list(states) == ["withdrawn", "withdrawn"]


def test_withdrawing_works_without_javascript() -> None:
    work = factories.submission(State.REJECTED)
    page = as_user(work.creator.user).get(withdraw_address(work.notice_record)).content.decode()
    assert re.search(r'<form class="form" method="post">\s*<input type="hidden" name="csrfmiddlewaretoken"', page)
    assert re.search(r'<button type="submit"[^>]*>\s*<span>Withdraw it</span>', page)
