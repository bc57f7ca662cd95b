"""A row, a list and the decision never disagree on whether a license counts, at no moment of no history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DomainError
from core.ids import new_id
from licensing import actions, force, queries
from licensing.models import License
from licensing.states import LicenseState
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_granting import tamper
from submissions import actions as submission_actions
from submissions.models import Submission
from submissions.states import State as WorkState
from submissions.tests.factories import moderator
from trail import readers, sequencer

pytestmark = pytest.mark.django_db

START = datetime(2026, 6, 1, 12, tzinfo=UTC)
TICK = timedelta.resolution
# Few moments, so that they meet; some with a fraction of a second, which SQLite writes down otherwise.
MOMENTS = st.sampled_from([START + timedelta(days=day, microseconds=part) for day in range(12) for part in (0, 250000)])
ENDED = [LicenseState.REVOKED, LicenseState.TERMINATED, LicenseState.SUPERSEDED]


def answers(license_pk: int, at: datetime) -> dict[str, tuple[bool, ...]]:
    """What the row, the lists and the decision say; each name holds only equal answers."""
    row = License.objects.with_parties().get(pk=license_pk)

    def listed(condition: Callable[[datetime], Any]) -> bool:
        return License.objects.filter(condition(at), pk=license_pk).exists()

    decision = queries.decide(
        submission_public_id=row.submission.public_id,
        licensee=row.licensee.public_id,
        channel="website",
        territory="DK",
        at=at,
        purpose="organic",
    )
    is_over = row.over_from is not None and at >= row.over_from
    soon = row.over_from is not None and row.over_from <= at + queries.SOON
    return {
        "in force": (row.in_force(at), listed(queries.in_force), decision.allowed),
        "over": (is_over, listed(queries.over), not License.objects.current(at).filter(pk=license_pk).exists()),
        "ending soon": (row.in_force(at) and soon, listed(queries.ending_soon)),
        "starting later": (at < row.starts_at and not is_over, listed(queries.starting_later)),
        "until": (not decision.allowed or decision.valid_until == row.over_from, True),
    }


def assert_agreed(license_pk: int, moments: list[datetime]) -> None:
    for moment in moments:
        for at in (moment - TICK, moment, moment + TICK):
            said = answers(license_pk, at)
            assert {name: len(set(told)) for name, told in said.items()} == dict.fromkeys(said, 1), (at, said)


@st.composite
def columns(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of a license and of its work, as any history could leave them."""
    state = draw(st.sampled_from(LicenseState.values))
    starts_at = draw(MOMENTS)
    license = {"state": state, "starts_at": starts_at, "ends_at": draw(st.none() | MOMENTS.filter(starts_at.__lt__))}
    if state in ENDED:
        license |= {"ended_at": draw(MOMENTS), "ended_from": draw(MOMENTS)}
    work = draw(st.sampled_from([WorkState.PUBLISHED, WorkState.WITHDRAWN, WorkState.WITHDRAWN, WorkState.REMOVED]))
    withdrawn_at = draw(MOMENTS) if work == WorkState.WITHDRAWN else None
    return license, {"state": work, "withdrawn_at": withdrawn_at}


@pytest.mark.slow
def test_row_lists_and_decision_agree_whatever_the_columns_say() -> None:
    licenses = {
        notice: factories.license(terms=terms(revocation={"allowed": notice is not None, "notice_days": notice or 0}))
        for notice in (None, 0, 1, 7)
    }
    assert {days: license.notice for days, license in licenses.items()} == {
        None: None, 0: timedelta(0), 1: timedelta(days=1), 7: timedelta(days=7)
    }  # fmt: skip
    # As no action could, but as any history might have left it.
    tamper("SELECT 1", "licensing_license_no_update")

    @settings(max_examples=100)
    @given(st.sampled_from([None, 0, 1, 7]), columns())
    def check(notice: int | None, said: tuple[dict[str, Any], dict[str, Any]]) -> None:
        license = licenses[notice]
        of_license, of_work = said
        with transaction.atomic():
            if of_license["state"] in ENDED:
                of_license["ended_by"] = license.granted_by
            License.objects.filter(pk=license.pk).update(**of_license)
            withdrawn_by = license.licensor.user if of_work["withdrawn_at"] else None
            Submission.objects.filter(pk=license.submission_id).update(**of_work, withdrawn_by=withdrawn_by)
            moments = {*of_license.values(), *of_work.values(), license.over_from}
            moments |= {moment + timedelta(days=notice or 0) for moment in moments if isinstance(moment, datetime)}
            assert_agreed(license.pk, [moment for moment in moments if isinstance(moment, datetime)])
            transaction.set_rollback(True)

    check()


@dataclass
class History:
    """What people and machines do to one license, one after the other."""

    license: License
    now: datetime

    def revoke(self) -> None:
        actions.revoke(license=self.license, reason="Enough", actor=self.license.licensor.user, now=self.now)

    def withdraw(self) -> None:
        work = self.license.submission
        submission_actions.withdraw(submission=work, actor=work.creator.user, reason="", now=self.now)

    def remove(self) -> None:
        submission_actions.remove(
            submission=self.license.submission, actor=moderator(), decision_id=new_id("dec"), now=self.now
        )

    def read(self) -> None:
        while sequencer.number_all():
            readers.follow_all()

    def schedule(self) -> None:
        actions.expire_due(self.now)

    def wait(self) -> None:
        self.now += timedelta(days=3)

    def wait_long(self) -> None:
        self.now += timedelta(days=25)


ACTS = st.sampled_from(["revoke", "withdraw", "remove", "read", "schedule", "wait", "wait", "wait_long"])


@pytest.mark.slow
def test_row_lists_and_decision_agree_after_every_act_of_any_history() -> None:
    @settings(max_examples=25)
    @given(st.sampled_from([None, 0, 7]), st.sampled_from(["months", "perpetual"]), st.lists(ACTS, max_size=7))
    def check(notice: int | None, kind: str, acts: list[str]) -> None:
        with transaction.atomic():
            made = factories.license(
                terms=terms(
                    term={"kind": kind} | ({"months": 1} if kind == "months" else {}),
                    revocation={"allowed": notice is not None, "notice_days": notice or 0},
                ),
                now=START,
            )
            history = History(made, START)
            for act in acts:
                try:
                    with transaction.atomic():
                        getattr(history, act)()
                except DomainError:
                    continue
                row = License.objects.with_parties().get(pk=made.pk)
                ends = [row.ends_at, row.ended_from, row.work_gone_from, history.now, row.starts_at]
                assert_agreed(made.pk, [end for end in ends if end is not None])
            transaction.set_rollback(True)

    check()


def test_withdrawn_license_is_over_in_lists_before_anybody_has_read_the_trail() -> None:
    now = START + timedelta(days=1)
    at_once, noticed, kept = (
        factories.license(terms=terms(revocation={"allowed": days is not None, "notice_days": days or 0}), now=START)
        for days in (0, 7, None)
    )
    for license in (at_once, noticed, kept):
        History(license, now).withdraw()

    def listed(at: datetime) -> set[int]:
        return set(License.objects.filter(queries.in_force(at)).values_list("pk", flat=True))

    assert listed(now - TICK) == {at_once.pk, noticed.pk, kept.pk}
    assert listed(now) == {noticed.pk, kept.pk}
    assert listed(now + timedelta(days=7)) == {kept.pk}
    assert set(License.objects.filter(queries.ending_soon(now)).values_list("pk", flat=True)) == {noticed.pk}
    assert set(License.objects.current(now)) == {noticed, kept}


def test_work_taken_back_at_an_unknown_time_counts_nowhere() -> None:
    """The database knows no such work; whoever asks about one all the same gets the careful answer."""
    assert force.gone_from(WorkState.WITHDRAWN, None, None) == force.EVER
