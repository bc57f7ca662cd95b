from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.reauthentication import Proof
from accounts.tests.factories import person
from brands.tests.factories import brand as new_brand
from core.errors import Conflict, Invalid, NotAllowed
from core.tests.unchanged import nothing_happens
from licensing import actions, numbers
from licensing.models import License
from licensing.states import LicenseState, RequestState
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_asking import entries
from submissions import actions as submission_actions
from submissions.tests.factories import moderator, submission
from trail.models import Entry

pytestmark = pytest.mark.django_db

EXCLUSIVE = {"exclusivity": {"kind": "exclusive", "category": "Shoes"}}


def refused(error: type[Exception], code: str, asked: Any, **changed: Any) -> None:
    with nothing_happens(), pytest.raises(error) as raised:
        factories.grant(asked, **changed)
    assert raised.value.code == code  # type: ignore[attr-defined]


def test_grant_makes_a_license_with_its_evidence_and_entry() -> None:
    asked = factories.request()
    creator, now = asked.submission.creator, timezone.now()

    license = factories.grant(asked, now=now)

    asked.refresh_from_db()
    assert asked.state == RequestState.GRANTED
    assert numbers.PATTERN.match(license.number)
    assert (license.licensor, license.licensee, license.submission) == (creator, asked.brand, asked.submission)
    assert (license.starts_at, license.terms_hash) == (now, asked.current_offer.terms_hash)
    assert license.ends_at is not None
    assert license.ends_at - now > timedelta(days=364)
    assert license.in_force(now)
    evidence = license.evidence
    assert (evidence.person, evidence.method, evidence.detail) == (creator.user, "reauthentication", "password")
    entry = Entry.objects.get(kind="license.granted")
    assert (entry.subject, entry.topic) == (license.public_id, asked.submission.public_id)
    assert entry.facts["evidence_hash"] == evidence.text_hash
    assert factories.rows_match()


def test_grant_twice_is_one_license() -> None:
    asked = factories.request()

    assert factories.grant(asked) == factories.grant(asked)

    assert License.objects.count() == 1
    assert entries("license.") == ["license.granted"]


def test_grant_by_anybody_but_the_licensor_is_refused() -> None:
    asked = factories.request()
    for other in (person(), factories.owner(asked.brand), person(is_staff=True, is_superuser=True), moderator()):
        refused(NotAllowed, "not_the_licensor", asked, actor=other)


def test_grant_without_a_fresh_sign_in_is_refused() -> None:
    now = timezone.now()
    asked = factories.request(now=now - timedelta(hours=3))
    refused(NotAllowed, "reauthentication_required", asked, proof=None)
    refused(NotAllowed, "reauthentication_required", asked, proof=Proof("password", now - timedelta(hours=1)))
    refused(NotAllowed, "reauthentication_required", asked, proof=Proof("password", now - timedelta(hours=4)))


def test_grant_of_other_terms_than_shown_is_refused() -> None:
    asked = factories.request()
    refused(Conflict, "offer_moved", asked, offer_hash="0" * 64)
    refused(Conflict, "wording_moved", asked, shown_text="They may do less.")


@pytest.mark.parametrize("act", ["decline", "withdraw"])
def test_grant_after_the_request_was_closed_is_refused(act: str) -> None:
    asked = factories.request()
    if act == "decline":
        actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())
    else:
        actions.withdraw_request(request=asked, actor=factories.owner(asked.brand), now=timezone.now())
    refused(Conflict, "request_not_open", asked)


def test_grant_after_the_work_was_withdrawn_is_refused() -> None:
    asked = factories.request()
    work = asked.submission
    submission_actions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())
    refused(Conflict, "work_not_available", asked)


def test_grant_of_a_period_that_is_over_is_refused() -> None:
    now = timezone.now().replace(microsecond=0)
    soon_over = terms(
        term={
            "kind": "fixed",
            "starts_at": (now - timedelta(days=9)).isoformat(),
            "ends_at": (now + timedelta(days=2)).isoformat(),
        }
    )
    asked = factories.request(terms=soon_over)
    later = now + timedelta(days=2)
    refused(Conflict, "period_over", asked, now=later, proof=Proof("password", later))


def test_exclusive_after_another_brands_license_is_refused() -> None:
    work = submission()
    factories.license(submission=work)
    refused(Conflict, "exclusive_overlap", factories.request(submission=work, terms=terms(**EXCLUSIVE)))


def test_license_after_another_brands_exclusive_is_refused() -> None:
    work = submission()
    factories.license(submission=work, terms=terms(**EXCLUSIVE))
    refused(Conflict, "exclusive_overlap", factories.request(submission=work))
    refused(Conflict, "exclusive_overlap", factories.request(submission=work, terms=terms(**EXCLUSIVE)))


def test_exclusive_for_a_time_that_does_not_touch_the_other_is_granted() -> None:
    work = submission()
    now = timezone.now().replace(microsecond=0)
    later = {"starts_at": (now + timedelta(days=400)).isoformat(), "ends_at": (now + timedelta(days=430)).isoformat()}
    factories.license(submission=work)

    license = factories.license(submission=work, terms=terms(**EXCLUSIVE, term={"kind": "fixed", **later}))

    assert license.state == LicenseState.ACTIVE
    refused(Conflict, "exclusive_overlap", factories.request(submission=work, terms=terms(term={"kind": "perpetual"})))


def test_exclusive_again_to_the_same_brand_is_granted() -> None:
    work, brand = submission(), new_brand()
    factories.license(submission=work, brand=brand)

    assert factories.license(submission=work, brand=brand, terms=terms(**EXCLUSIVE)).state == LicenseState.ACTIVE


def test_exclusive_after_the_other_was_revoked_is_granted() -> None:
    now = timezone.now()
    work = submission()
    first = factories.license(submission=work, terms=terms(revocation={"allowed": True, "notice_days": 7}))
    actions.revoke(license=first, reason="Enough", actor=work.creator.user, now=now)
    exclusive = factories.request(submission=work, terms=terms(**EXCLUSIVE))

    refused(Conflict, "exclusive_overlap", exclusive)
    later = now + timedelta(days=8)
    assert factories.grant(exclusive, now=later).state == LicenseState.ACTIVE


def test_revoke_ends_at_once_and_is_recorded_once() -> None:
    license = factories.license()
    creator, now = license.licensor.user, timezone.now()

    for _ in range(2):
        actions.revoke(license=license, reason="Wrong shoes", actor=creator, now=now)

    license = License.objects.get(pk=license.pk)
    assert (license.state, license.ended_from, license.ended_by) == (LicenseState.REVOKED, now, creator)
    assert not license.in_force(now)
    assert entries("license.") == ["license.granted", "license.revoked"]
    assert "shoes" not in Entry.objects.get(kind="license.revoked").body
    assert factories.rows_match()


def test_revoke_with_notice_counts_from_its_end() -> None:
    license = factories.license(terms=terms(revocation={"allowed": True, "notice_days": 14}))
    now = timezone.now()

    license = actions.revoke(license=license, reason="Wrong shoes", actor=license.licensor.user, now=now)

    assert license.in_force(now + timedelta(days=13))
    assert not license.in_force(now + timedelta(days=14))


def test_revoke_where_terms_do_not_allow_it_is_refused() -> None:
    license = factories.license(terms=terms(revocation={"allowed": False}))
    with nothing_happens(), pytest.raises(NotAllowed):
        actions.revoke(license=license, reason="No", actor=license.licensor.user, now=timezone.now())


def test_revoke_by_somebody_else_is_refused() -> None:
    license = factories.license()
    for other in (person(), factories.owner(license.licensee), person(is_superuser=True)):
        with nothing_happens(), pytest.raises(NotAllowed):
            actions.revoke(license=license, reason="No", actor=other, now=timezone.now())


@pytest.mark.parametrize("marked", [False, True], ids=["before the scheduler ran", "after it"])
def test_revoke_after_the_end_is_refused(marked: bool) -> None:
    license = factories.license()
    assert license.ends_at is not None
    if marked:
        actions.expire_due(license.ends_at)
    with nothing_happens(), pytest.raises(Conflict) as raised:
        actions.revoke(license=license, reason="No", actor=license.licensor.user, now=license.ends_at)
    assert raised.value.code == "license_over"


def test_revoke_for_a_long_reason_is_refused() -> None:
    license = factories.license()
    with nothing_happens(), pytest.raises(Invalid):
        actions.revoke(license=license, reason="x" * 501, actor=license.licensor.user, now=timezone.now())


def test_license_ends_by_its_dates_before_the_scheduler_ran() -> None:
    license = factories.license()
    end = license.ends_at
    assert end is not None
    assert license.in_force(end - timedelta(seconds=1))
    assert not license.in_force(end)

    assert actions.expire_due(end) == 1

    license = License.objects.get(pk=license.pk)
    assert license.state == LicenseState.EXPIRED
    assert license.in_force(end - timedelta(seconds=1))
    assert entries("license.") == ["license.granted", "license.expired"]
    assert factories.rows_match()


def tamper(statement: str, *triggers: str) -> None:
    """Change a row behind the back of the triggers, as somebody with the database in hand could."""
    with connection.cursor() as cursor:
        for name in triggers:
            table = f' ON "{name.rsplit("_no_", 1)[0]}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{table}')
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "trigger"),
    [
        (
            "UPDATE licensing_license SET state = 'active', ended_at = NULL, ended_by_id = NULL, ended_from = NULL, "
            "end_reason = ''",
            "licensing_license_no_update",
        ),
        ("UPDATE licensing_license SET ends_at = NULL", "licensing_license_no_update"),
        ("UPDATE licensing_license SET terms = '{}'", "licensing_license_no_update"),
        ("UPDATE licensing_license SET notice = NULL", "licensing_license_no_update"),
        ("UPDATE licensing_license SET number = 'L26-0000-0000'", "licensing_license_no_update"),
        ("UPDATE licensing_license SET end_reason = 'They paid'", "licensing_license_no_update"),
        (
            "UPDATE licensing_licenserequest SET state = 'sent', answered_at = NULL, answered_by_id = NULL",
            "licensing_licenserequest_no_update",
        ),
        ("UPDATE licensing_licenserequest SET answer_by = '2030-01-01'", "licensing_licenserequest_no_update"),
        ("UPDATE licensing_licenserequest SET message = 'Hi'", "licensing_licenserequest_no_update"),
        ("UPDATE licensing_offer SET terms = '{}'", "licensing_offer_no_update"),
        ("UPDATE licensing_use SET place = 'Elsewhere'", "licensing_use_no_update"),
        ("UPDATE licensing_use SET ends_on = '2030-01-01'", ""),
        ("UPDATE consent_evidence SET text = 'They may do all'", "consent_evidence_no_update"),
        ("DELETE FROM licensing_use", "licensing_use_no_delete"),
    ],
)
def test_verify_names_a_row_that_was_tampered_with(statement: str, trigger: str) -> None:
    license = factories.license()
    factories.use(license=license)
    actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())
    assert factories.rows_match()

    with transaction.atomic():
        tamper(statement, *[trigger] * bool(trigger))

        assert not factories.rows_match()
        transaction.set_rollback(True)
