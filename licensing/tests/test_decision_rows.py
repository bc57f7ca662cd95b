"""The pure rules on rows that the real actions wrote."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from licensing import actions
from licensing.decision import LICENSE_COLUMNS, REASON_OF_STATE, SUSPENDED, LicenseFacts, Question, WorkRights, decide
from licensing.models import License
from licensing.states import LicenseState
from licensing.tests import factories
from submissions.states import State

pytestmark = pytest.mark.django_db


def facts() -> list[LicenseFacts]:
    return [LicenseFacts.from_row(*row) for row in License.objects.values_list(*LICENSE_COLUMNS)]


def test_decide_on_a_granted_license_allows_until_it_ends() -> None:
    license = factories.license()
    question = Question("website", "DK", license.starts_at, "organic")

    decision = decide(question, WorkRights("published"), facts())

    assert decision.allowed
    assert decision.license_number == license.number
    assert decision.valid_until == license.ends_at
    assert decision.evidence == license.evidence.method


def test_decide_on_a_revoked_license_refuses_from_that_moment() -> None:
    license = factories.license()
    now = timezone.now()
    actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=now)

    at_once = decide(Question("website", "DK", now, "organic"), WorkRights("published"), facts())
    before = decide(
        Question("website", "DK", now - timedelta(microseconds=1), "organic"), WorkRights("published"), facts()
    )

    assert at_once.codes == ("license_revoked",)
    assert before.allowed
    assert before.valid_until == now


def test_every_state_of_a_license_is_weighed() -> None:
    by_dates_alone = {LicenseState.ACTIVE, LicenseState.EXPIRED}

    assert set(LicenseState.values) == {*by_dates_alone, *REASON_OF_STATE, SUSPENDED}


@pytest.mark.parametrize("state", [state for state in State.values if state != State.PUBLISHED])
def test_decide_on_a_work_that_is_not_published_refuses(state: str) -> None:
    license = factories.license()

    assert not decide(Question("website", "DK", license.starts_at, "organic"), WorkRights(state), facts()).allowed
