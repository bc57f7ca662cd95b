"""A work that is taken back or taken down ends what waits for it, and what its creator may take back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.errors import Conflict
from core.ids import new_id
from core.tests.unchanged import nothing_happens
from licensing import actions
from licensing.models import License, LicenseRequest
from licensing.readers import follow as read
from licensing.states import LicenseState, RequestState, Standing
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from submissions import actions as submissions
from submissions.models import Submission
from submissions.tests.factories import moderator
from trail.models import Entry

pytestmark = pytest.mark.django_db


def withdraw(work: Submission) -> None:
    submissions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())


def kinds(subject: str) -> list[str]:
    return list(Entry.objects.filter(subject=subject).order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize("how", ["withdrawn", "removed"])
def test_open_request_lapses_with_the_work(how: str) -> None:
    request = factories.request()
    work = request.submission
    if how == "withdrawn":
        withdraw(work)
    else:
        submissions.remove(submission=work, actor=moderator(), decision_id=new_id("dec"), now=timezone.now())

    factories.follow()

    request = LicenseRequest.objects.get()
    assert (request.state, request.answered_by) == (RequestState.LAPSED, None)
    assert kinds(request.public_id) == ["request.sent", "request.lapsed"]
    assert factories.rows_match()
    with nothing_happens(), pytest.raises(Conflict):
        actions.decline(request=request, reason="", actor=work.creator.user, now=timezone.now())


@pytest.mark.parametrize(
    ("revocation", "notice"),
    [({"allowed": True}, 0), ({"allowed": True, "notice_days": 30}, 30)],
    ids=["at once", "with notice"],
)
def test_license_that_may_be_taken_back_is_revoked_with_the_work(revocation: dict[str, Any], notice: int) -> None:
    license = factories.license(terms=terms(revocation=revocation))
    withdraw(license.submission)

    factories.follow()

    license = License.objects.get()
    assert license.submission.withdrawn_at
    assert license.ended_from
    assert license.state == LicenseState.REVOKED
    assert license.ended_by == license.licensor.user
    assert license.ended_from == license.submission.withdrawn_at + timedelta(days=notice)
    assert license.standing(license.ended_from) == Standing.REVOKED
    assert license.in_force(timezone.now()) == bool(notice)
    assert kinds(license.public_id) == ["license.granted", "license.revoked"]
    assert factories.rows_match()


def test_license_that_may_not_be_taken_back_runs_on() -> None:
    license = factories.license(terms=terms(revocation={"allowed": False}))
    withdraw(license.submission)

    factories.follow()

    license = License.objects.get()
    assert (license.state, license.ended_from) == (LicenseState.ACTIVE, None)
    assert license.in_force(timezone.now())
    assert kinds(license.public_id) == ["license.granted"]


def test_license_of_a_removed_work_is_not_revoked_by_anybody() -> None:
    license = factories.license()
    submissions.remove(submission=license.submission, actor=moderator(), decision_id=new_id("dec"), now=timezone.now())

    factories.follow()

    license = License.objects.get()
    assert (license.state, license.ended_by) == (LicenseState.ACTIVE, None)
    assert not license.in_force(timezone.now())


def test_revoked_before_keeps_its_own_end() -> None:
    license = factories.license(terms=terms(revocation={"allowed": True, "notice_days": 30}))
    actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())
    before = License.objects.get()
    withdraw(license.submission)

    factories.follow()

    after = License.objects.get()
    assert (after.ended_from, after.end_reason) == (before.ended_from, "Enough")
    assert kinds(license.public_id) == ["license.granted", "license.revoked"]
    assert factories.rows_match()


def test_reading_the_same_entry_again_changes_nothing() -> None:
    license = factories.license()
    request = factories.request(submission=license.submission)
    withdraw(license.submission)
    factories.follow()
    before = Entry.objects.count()

    read(Entry.objects.get(kind="submission.withdrawn"))

    assert Entry.objects.count() == before
    assert LicenseRequest.objects.get(pk=request.pk).state == RequestState.LAPSED
