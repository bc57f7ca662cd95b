from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from consent import states as consent_states
from core.tests.unchanged import nothing_happens
from creators.tests.factories import creator as new_creator
from dashboards import consequences, timeline
from dashboards.timeline import told
from licensing import actions as licensing_actions
from licensing import states as licensing_states
from licensing.tests import factories as licensing
from licensing.tests.sample_terms import terms
from moderation import actions as moderation
from moderation.models import Decision
from submissions import actions, details, processing
from submissions import states as submission_states
from submissions.forms import as_initial
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories, pictures
from submissions.tests.test_processing import checked, handed_in
from trail.models import Entry

pytestmark = pytest.mark.django_db

REASON = "Please say in the alt text what the two people do."


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sent_back() -> Submission:
    submission = factories.submission(State.IN_REVIEW)
    moderation.decide(
        submission=submission,
        kind=Decision.Kind.REQUEST_CHANGES,
        reason_code="other",
        reason=REASON,
        revision=1,
        actor=factories.moderator(),
        now=timezone.now(),
    )
    submission.refresh_from_db()
    return submission


def page(submission: Submission, name: str = "tracking_submission", **query: Any) -> Any:
    return as_user(submission.creator.user).get(reverse(name, args=[submission.public_id]), query)


@pytest.mark.parametrize("rows", [1, 30])
def test_list_costs_the_same_with_one_and_with_thirty_works(django_assert_num_queries: Any, rows: int) -> None:
    creator = new_creator()
    for _ in range(rows):
        factories.submission(State.IN_REVIEW, creator=creator)
    client = as_user(creator.user)
    client.get(reverse("tracking"))

    # Session, person, creator; counts by state; works, files, renditions.
    with django_assert_num_queries(8):
        response = client.get(reverse("tracking"))

    assert response.content.decode().count('<li class="work-row">') == min(rows, 24)


def test_list_goes_on_below_the_last_work_of_the_page() -> None:
    creator = new_creator()
    made = [factories.submission(State.IN_REVIEW, creator=creator, title=f"Work {n}.") for n in range(26)]
    client = as_user(creator.user)

    first = client.get(reverse("tracking")).content.decode()
    following = re.search(r'href="([^"]*before=[^"]*)" rel="next"', first)
    assert following is not None
    second = client.get(following.group(1).replace("&amp;", "&")).content.decode()

    assert f"before={made[2].public_id}" in following.group(1)
    assert re.findall(r"Work (\d+)\.", second) == ["1", "0"]


def test_list_shows_ones_own_works_by_state() -> None:
    mine = factories.submission(State.PUBLISHED, title="Mine, shown")
    factories.submission(State.IN_REVIEW, creator=mine.creator, title="Mine, waiting")
    factories.submission(State.PUBLISHED, title="Not mine")
    client = as_user(mine.creator.user)

    everything = client.get(reverse("tracking")).content.decode()
    published = client.get(reverse("tracking"), {"show": "published"}).content.decode()
    ended = client.get(reverse("tracking"), {"show": "ended"}).content.decode()

    assert "Mine, shown" in everything
    assert "Mine, waiting" in everything
    assert "Not mine" not in everything
    assert "Mine, waiting" not in published
    assert "None of your works is in this state" in ended


def test_list_without_works_says_how_to_begin() -> None:
    response = as_user(new_creator().user).get(reverse("tracking"))
    assert "No works yet" in response.content.decode()
    assert reverse("submit") in response.content.decode()


@pytest.mark.parametrize("name", ["tracking_submission", "tracking_status", "tracking_edit", "tracking_withdraw"])
def test_page_of_somebody_elses_work_does_not_exist(name: str) -> None:
    submission = factories.submission(State.PUBLISHED)
    where = reverse(name, args=[submission.public_id])

    assert as_user(new_creator().user).get(where).status_code == 404
    assert as_user(factories.moderator()).get(where).status_code == 302
    assert Client().get(where).status_code == 302


def test_page_after_handing_in_confirms_with_reference_and_next_steps() -> None:
    submission = factories.submission(State.RECEIVED)

    shown = page(submission, **{"handed-in": ""}).content.decode()

    assert "Handed in" in shown
    assert submission.public_id in shown
    assert "What happens next" in shown
    assert 'data-draft-done="submission"' in shown
    assert shown.count("<h1") == 1


@pytest.mark.parametrize("state", [State.QUARANTINED, State.CHANGES_REQUESTED, State.REJECTED, State.PUBLISHED])
def test_page_confirms_no_handing_in_that_is_past(state: State) -> None:
    shown = page(factories.submission(state), **{"handed-in": ""}).content.decode()

    assert "confirmation" not in shown
    assert shown.count("<h1") == 1
    # What was typed is not brought back into the form all the same.
    assert 'data-draft-done="submission"' in shown


@pytest.mark.parametrize(
    ("state", "beat"),
    [
        (State.RECEIVED, 2),
        (State.PROCESSING, 2),
        (State.IN_REVIEW, 20),
        (State.CHANGES_REQUESTED, None),
        (State.PUBLISHED, None),
        (State.REJECTED, None),
    ],
)
def test_page_asks_again_as_long_as_somebody_else_may_act(state: State, beat: int | None) -> None:
    response = page(factories.submission(state))
    assert response.context["beat"] == beat
    assert ('hx-trigger="beat"' in response.content.decode()) == (beat is not None)


def test_page_shows_what_was_declared_and_agreed_to() -> None:
    submission = factories.submission(
        State.IN_REVIEW,
        people="others",
        people_names=("Bo Lund",),
        releases_stated=True,
        ai_use="assisted",
        ai_note="Sky",
    )

    shown = page(submission).content.decode()

    for words in ("Bo Lund", "Sky", submission.notice_record.notice.title, submission.notice_record.public_id):
        assert words in shown


@pytest.mark.parametrize("state", list(State))
def test_page_in_every_state_has_a_timeline_without_gaps(state: State) -> None:
    submission = factories.submission(state)

    response = page(submission)
    steps = timeline.steps(submission, submission.creator.user)

    assert response.status_code == 200
    assert "UNDEFINED" not in response.content.decode()
    assert (steps[0].title, steps[0].actor, steps[0].state) == ("Received", "You", "done")
    assert all(step.at and step.actor for step in steps if step.state in {"done", "stopped"})
    assert sum(step.state == "current" for step in steps) == (0 if state in submission_states.FINAL else 1)
    assert [step.state for step in steps if step.state == "next"] == [step.state for step in steps][
        len(steps) - sum(step.state == "next" for step in steps) :
    ]


def test_timeline_tells_reasons_and_who_gave_them() -> None:
    submission = sent_back()

    steps = timeline.steps(submission, submission.creator.user)

    asked = next(step for step in steps if step.title == "Changes asked for")
    assert (asked.actor, asked.note) == ("A moderator", REASON)
    assert steps[[step.state for step in steps].index("current")].title == "Your turn"


def test_timeline_of_a_work_taken_back_keeps_ones_own_reason() -> None:
    submission = factories.submission(State.PUBLISHED)
    owner = submission.creator.user
    actions.withdraw(submission=submission, actor=owner, reason="My sister asked me.", now=timezone.now())
    submission.refresh_from_db()

    last = timeline.steps(submission, owner)[-1]

    assert (last.title, last.state, last.actor, last.note) == ("Taken back", "stopped", "You", "My sister asked me.")


def test_every_kind_of_entry_about_a_work_is_told_or_silent() -> None:
    kinds = {*submission_states.EVENTS, *licensing_states.EVENTS, consent_states.GIVEN_EVENT}
    kinds |= {move.event for move in consent_states.MOVES}
    assert kinds == (set(told.TOLD) | set(told.SILENT)) & kinds
    assert not set(told.TOLD) & set(told.SILENT)


def test_status_answers_only_when_something_has_changed() -> None:
    submission = handed_in(pictures.photo(400, 300))
    first = page(submission).content.decode()
    asked = re.search(r'hx-get="([^"]*)" hx-trigger="beat"', first)
    assert asked is not None
    client = as_user(submission.creator.user)

    unchanged = client.get(asked.group(1))
    processing.check(submission.public_id)
    changed = client.get(asked.group(1))

    assert (unchanged.status_code, unchanged.content) == (204, b"")
    shown = changed.content.decode()
    assert changed.status_code == 200
    assert 'data-beat="20"' in shown
    assert "/media/r/ren_" in shown
    assert '<p id="tracking-news" hx-swap-oob="innerHTML">In review' in shown


def test_status_of_a_refused_file_takes_the_confirmation_back() -> None:
    submission = handed_in(pictures.truncated())
    asked = re.search(r'hx-get="([^"]*)"', page(submission, **{"handed-in": ""}).content.decode())
    assert asked is not None
    processing.check(submission.public_id)

    shown = as_user(submission.creator.user).get(html.unescape(asked.group(1))).content.decode()

    assert "confirmation" not in shown
    assert "We could not take this file" in shown
    assert shown.count("<h1") == 1


def test_page_of_a_refused_file_says_why_and_takes_another() -> None:
    submission = checked(pictures.truncated())
    client = as_user(submission.creator.user)
    assert "Part of this file is missing" in page(submission).content.decode()
    where = reverse("tracking_edit", args=[submission.public_id])
    assert "Part of this file is missing" in client.get(where).content.decode()
    answers = {**as_initial(details.of(submission)), "revision": 1}
    answers = {name: value for name, value in answers.items() if value not in (False, None)}

    without = client.post(where, answers)
    assert without.status_code == 422
    assert "Choose a picture." in without.content.decode()

    response = client.post(where, answers | {"file": SimpleUploadedFile("again.jpg", pictures.photo(400, 300))})

    submission.refresh_from_db()
    assert response.headers["Location"] == f"/studio/submissions/{submission.public_id}/?handed-in"
    assert (submission.state, submission.revision) == (State.RECEIVED, 2)
    processing.check(submission.public_id)
    submission.refresh_from_db()
    assert submission.state == State.IN_REVIEW


def test_edit_after_a_moderator_asked_keeps_the_file_and_the_consent() -> None:
    submission = sent_back()
    client = as_user(submission.creator.user)
    where = reverse("tracking_edit", args=[submission.public_id])
    form = client.get(where).content.decode()
    assert REASON in form
    assert 'name="agreed"' not in form
    answers = {**as_initial(details.of(submission)), "revision": 1, "alt_text": "Two people mend a net."}
    answers = {name: value for name, value in answers.items() if value not in (False, None)}

    first = client.post(where, answers)
    second = client.post(where, answers)

    submission.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 302)
    assert (submission.state, submission.revision, submission.alt_text) == (
        State.RECEIVED,
        2,
        "Two people mend a net.",
    )
    assert submission.media_files.count() == 1
    assert Entry.objects.filter(kind="submission.resubmitted").count() == 1


def said(submission: Submission, **changed: Any) -> dict[str, Any]:
    answers = {**as_initial(details.of(submission)), "revision": submission.revision, **changed}
    return {name: value for name, value in answers.items() if value not in (False, None)}


def test_edit_sent_from_a_second_tab_keeps_what_was_written_there_and_says_that_it_was_not_sent() -> None:
    submission = sent_back()
    client = as_user(submission.creator.user)
    where = reverse("tracking_edit", args=[submission.public_id])
    in_first, in_second = said(submission, title="From the first tab"), said(submission, title="From the second tab")
    client.post(where, in_first)

    with nothing_happens():
        refused = client.post(where, in_second)

    shown = refused.content.decode()
    assert refused.status_code == 409
    assert 'value="From the second tab"' in shown
    assert "What you wrote here was not sent" in shown
    assert 'name="revision" value="2"' in shown
    submission.refresh_from_db()
    assert (submission.title, submission.revision) == ("From the first tab", 2)


def test_edit_of_a_work_that_waits_for_nothing_is_refused_and_loses_no_words() -> None:
    submission = factories.submission(State.PUBLISHED)
    assert page(submission, "tracking_edit").status_code == 409
    client = as_user(submission.creator.user)

    with nothing_happens():
        refused = client.post(reverse("tracking_edit", args=[submission.public_id]), said(submission, title="Late"))

    assert refused.status_code == 409
    assert 'value="Late"' in refused.content.decode()
    assert "no longer possible" in refused.content.decode()


def test_withdraw_tells_what_it_means_then_does_it() -> None:
    submission = factories.submission(State.PUBLISHED)
    client = as_user(submission.creator.user)
    where = reverse("tracking_withdraw", args=[submission.public_id])

    before = client.get(where).content.decode()
    assert "shown to nobody" in before
    submission.refresh_from_db()
    assert submission.state == State.PUBLISHED

    response = client.post(where, {"reason": "Enough."}, follow=True)

    submission.refresh_from_db()
    assert submission.state == State.WITHDRAWN
    assert "Taken back" in response.content.decode()
    assert client.get(where).status_code == 409


def test_moderator_sees_no_creator_pages_of_others() -> None:
    submission = factories.submission(State.IN_REVIEW)
    moderator = new_creator(person(name="Mo"), name="Mo").user
    moderator.is_superuser = True
    moderator.save()
    assert as_user(moderator).get(reverse("tracking_submission", args=[submission.public_id])).status_code == 404


def test_timeline_follows_requests_licenses_and_uses_with_links() -> None:
    submission = factories.submission(State.PUBLISHED)
    refused = licensing.request(submission=submission)
    asked = licensing.request(submission=submission)
    owner = submission.creator.user
    licensing_actions.decline(request=refused, actor=owner, reason="Not for advertising.", now=timezone.now())
    license = licensing.grant(asked)
    licensing.use(license=license)
    licensing_actions.revoke(license=license, reason="We fell out.", actor=owner, now=timezone.now())

    steps = timeline.steps(submission, owner)

    said = {step.title: step for step in steps}
    brand = asked.brand.name
    assert said[f"Asked for by {brand}"].url == reverse("studio_request", args=[asked.public_id])
    assert said[f"Licensed to {brand}"].url == reverse("studio_license", args=[license.public_id])
    assert (said[f"Licensed to {brand}"].actor, said[f"Used by {brand}"].actor) == ("You", brand)
    assert said[f"Used by {brand}"].note == "Front page"
    assert said[f"You said no to {refused.brand.name}"].note == "Not for advertising."
    assert said[f"License of {brand} revoked"].note == "We fell out."
    assert not [step for step in steps if step.state == "next"]


def test_timeline_waits_for_the_answer_to_an_open_request() -> None:
    asked = licensing.request()
    steps = timeline.steps(asked.submission, asked.submission.creator.user)
    assert [step.title for step in steps if step.state == "current"] == ["Your answer"]


def test_withdraw_tells_which_licenses_end_and_which_run_on() -> None:
    submission = factories.submission(State.PUBLISHED)
    now = timezone.now()
    ending = licensing.license(submission=submission, terms=terms(revocation={"allowed": True, "notice_days": 0}))
    noticed = licensing.license(submission=submission, terms=terms(revocation={"allowed": True, "notice_days": 30}))
    staying = licensing.license(submission=submission, terms=terms(revocation={"allowed": False, "notice_days": 0}))

    found = {item.license.pk: item for item in consequences.for_licenses(submission, now)}
    shown = page(submission, "tracking_withdraw").content.decode()

    assert (found[ending.pk].ends, found[ending.pk].words) == (True, "ends at once")
    assert (found[noticed.pk].ends, "after its notice" in found[noticed.pk].words) == (True, True)
    assert (found[staying.pk].ends, "runs on" in found[staying.pk].words) == (False, True)
    for license in (ending, noticed, staying):
        assert license.number in shown
        assert found[license.pk].words in shown
