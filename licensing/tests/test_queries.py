from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from brands.tests.factories import brand as new_brand
from core.errors import Invalid
from licensing import actions, queries
from licensing.decision import Decision
from licensing.models import License
from licensing.tests import factories
from licensing.tests.factories import follow
from licensing.tests.sample_terms import terms
from submissions import actions as submission_actions
from submissions.models import Submission

pytestmark = pytest.mark.django_db


def decide(license: License, **changed: Any) -> Decision:
    asked = {
        "submission_public_id": license.submission.public_id,
        "licensee": license.licensee.public_id,
        "channel": "website",
        "territory": "DK",
        "at": timezone.now(),
        "purpose": "organic",
    } | changed
    return queries.decide(**asked)


def test_decide_says_yes_with_its_duties_until_it_is_revoked() -> None:
    license = factories.license()

    before = decide(license)
    actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())
    after = decide(license)

    assert (before.allowed, before.credit_line, before.license_number) == (True, "Photo: Maja Holm", license.number)
    assert (after.allowed, after.codes) == (False, ("license_revoked",))


def test_decide_takes_one_query(django_assert_num_queries: Any) -> None:
    license = factories.license()
    with django_assert_num_queries(1):
        decide(license)


def test_decide_for_another_brand_is_no() -> None:
    license = factories.license()
    assert decide(license, licensee=new_brand().public_id).codes == ("no_license",)


@pytest.mark.parametrize("changed", [{"licensee": "brd_none"}, {"submission_public_id": "sub_none"}])
def test_decide_on_what_is_not_there_is_not_found(changed: dict[str, Any]) -> None:
    license = factories.license()
    with pytest.raises(Http404):
        decide(license, **changed)


@pytest.mark.parametrize("changed", [{"channel": "moon"}, {"territory": "XX"}, {"purpose": "fun"}, {"channel": None}])
def test_decide_on_what_makes_no_sense_is_refused(changed: dict[str, Any]) -> None:
    license = factories.license()
    with pytest.raises(Invalid):
        decide(license, **changed)


def listed(license: License, at: datetime) -> list[str]:
    conditions = {
        "in_force": queries.in_force,
        "soon": queries.ending_soon,
        "later": queries.starting_later,
        "over": queries.over,
    }
    found = queries.counts(License.objects.filter(pk=license.pk), conditions, at)
    return [name for name, count in found.items() if count]


def test_lists_follow_the_dates_and_not_the_scheduler() -> None:
    now = timezone.now().replace(microsecond=0)
    start, end = now + timedelta(days=5), now + timedelta(days=100)
    term = {"kind": "fixed", "starts_at": start.isoformat(), "ends_at": end.isoformat()}
    license = factories.license(terms=terms(term=term))

    assert listed(license, now) == ["later"]
    assert listed(license, start) == ["in_force"]
    assert listed(license, end - timedelta(days=10)) == ["in_force", "soon"]
    assert listed(license, end) == ["over"]
    for at in (now, start, end - timedelta(days=10), end):
        assert license.in_force(at) == ("in_force" in listed(license, at))


def test_license_of_a_withdrawn_work_is_over_where_it_could_be_revoked() -> None:
    now = timezone.now()
    revocable = factories.license()
    kept = factories.license(terms=terms(revocation={"allowed": False}))
    for license in (revocable, kept):
        submission_actions.withdraw(
            submission=license.submission, actor=license.licensor.user, reason="", now=timezone.now()
        )

    later = timezone.now()
    for license, name in ((revocable, "over"), (kept, "in_force")):
        license = License.objects.get(pk=license.pk)
        assert license.in_force(later) == (name == "in_force") == decide(license).allowed
        follow()
        assert listed(license, timezone.now()) == [name]
    assert now < later


def test_license_of_a_removed_work_is_not_in_force() -> None:
    license = factories.license()
    Submission.objects.filter(pk=license.submission_id).update(state="removed")

    license = License.objects.get(pk=license.pk)

    assert not license.in_force(timezone.now())
    assert "in_force" not in listed(license, timezone.now())
    assert not decide(license).allowed
