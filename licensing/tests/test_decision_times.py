"""The decision API asked about another time: what held then, and not what holds now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from licensing import actions
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_api import ask, token_of
from submissions import actions as submission_actions
from trail.recording import format_time

pytestmark = pytest.mark.django_db

START = datetime(2026, 5, 1, tzinfo=UTC)
END = datetime(2026, 9, 1, tzinfo=UTC)
GRANTED = datetime(2026, 4, 1, 12, tzinfo=UTC)
TODAY = datetime(2026, 7, 1, 12, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def licensed(**changed: object) -> License:
    fixed = {"kind": "fixed", "starts_at": START.isoformat(), "ends_at": END.isoformat()}
    return factories.license(terms=terms(term=fixed, **changed), now=GRANTED)


def answers(license: License, *moments: datetime) -> list[tuple[bool, list[str]]]:
    token = token_of(license.licensee)
    bodies = [ask(license, token, at=format_time(moment)).json() for moment in moments]
    return [(body["allowed"], [reason["code"] for reason in body["reasons"]]) for body in bodies]


YES: tuple[bool, list[str]] = (True, [])


def test_decide_at_the_edges_of_the_term_is_half_open() -> None:
    assert answers(licensed(), START - MOMENT, START, TODAY, END - MOMENT, END) == [
        (False, ["license_not_started"]),
        YES,
        YES,
        YES,
        (False, ["license_expired"]),
    ]


def test_decide_at_another_time_says_which_and_until_when() -> None:
    license = licensed()

    body = ask(license, token_of(license.licensee), at="2026-08-01T02:00:00+02:00").json()

    assert (body["question"]["at"], body["valid_until"], body["decided_at"]) == (
        format_time(datetime(2026, 8, 1, tzinfo=UTC)),
        format_time(END),
        format_time(TODAY),
    )


def test_decide_at_a_time_before_the_revocation_still_says_yes() -> None:
    license = licensed()
    actions.revoke(license=license, reason="No credit.", actor=license.licensor.user, now=TODAY)

    assert answers(license, START, TODAY - MOMENT, TODAY, END) == [
        YES,
        YES,
        (False, ["license_revoked"]),
        (False, ["license_revoked", "license_expired"]),
    ]


def test_decide_within_the_notice_of_a_revocation_says_yes_until_it_ends() -> None:
    license = licensed(revocation={"allowed": True, "notice_days": 14})
    actions.revoke(license=license, reason="No credit.", actor=license.licensor.user, now=TODAY)
    ends = TODAY + timedelta(days=14)

    assert answers(license, TODAY, ends - MOMENT, ends) == [YES, YES, (False, ["license_revoked"])]


def test_decide_after_withdrawal_says_no_from_that_moment_on() -> None:
    license = licensed()
    submission_actions.withdraw(submission=license.submission, actor=license.licensor.user, reason="", now=TODAY)

    assert answers(license, TODAY - MOMENT, TODAY, TODAY + timedelta(days=1)) == [
        YES,
        (False, ["work_withdrawn"]),
        (False, ["work_withdrawn"]),
    ]


def test_decide_after_withdrawal_of_what_cannot_be_taken_back_still_says_yes() -> None:
    license = licensed(revocation={"allowed": False})
    submission_actions.withdraw(submission=license.submission, actor=license.licensor.user, reason="", now=TODAY)

    assert answers(license, TODAY - MOMENT, TODAY, END - MOMENT, END) == [YES, YES, YES, (False, ["license_expired"])]
