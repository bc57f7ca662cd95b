from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import person
from brands.models import Role
from brands.tests.factories import brand as new_brand
from brands.tests.factories import member
from core.errors import Conflict, Invalid, NotAllowed, TooMany
from core.ids import new_id
from core.tests.unchanged import nothing_happens
from licensing import actions
from licensing.actions import requests
from licensing.models import Offer
from licensing.states import RequestState
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from submissions.models import DepictedPerson, People, RightsHolder
from submissions.states import State
from submissions.tests.factories import submission
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db


def entries(kind: str = "request.") -> list[str]:
    return list(Entry.objects.filter(kind__startswith=kind).order_by("pk").values_list("kind", flat=True))


def refused(error: type[Exception], code: str, **asked: Any) -> None:
    asked.setdefault("submission", submission())
    asked.setdefault("brand", new_brand())
    with nothing_happens(), pytest.raises(error) as raised:
        factories.request(**asked)
    assert raised.value.code == code  # type: ignore[attr-defined]


def test_send_request_keeps_offer_and_records_it() -> None:
    work = submission()

    asked = factories.request(submission=work, message="Hello Ada")

    offer = asked.current_offer
    assert (asked.state, offer.number, offer.side) == (RequestState.SENT, 1, "licensee")
    assert offer.parsed_terms == terms()
    entry = Entry.objects.get(kind="request.sent")
    assert (entry.subject, entry.topic) == (asked.public_id, work.public_id)
    assert entry.facts["terms_hash"] == offer.terms_hash
    assert "Hello" not in entry.body
    assert SealedValue.objects.get(entry=entry).value == '"Hello Ada"'
    assert factories.rows_match()


def test_send_request_twice_with_the_same_form_is_one_request() -> None:
    work, brand, form, now = submission(), new_brand(), new_id("req"), timezone.now()

    first = factories.request(submission=work, brand=brand, reserved_id=form, now=now)
    again = factories.request(submission=work, brand=brand, reserved_id=form, now=now)

    assert (first, first.public_id) == (again, form)
    assert entries() == ["request.sent"]


@pytest.mark.parametrize(
    "changed",
    [
        {"message": "Something else."},
        {"terms": terms(paid_use=True)},
        {"answer_by": timezone.now() + timedelta(days=9)},
    ],
    ids=["message", "terms", "deadline"],
)
@pytest.mark.parametrize("withdrawn", [False, True])
def test_send_request_with_a_used_form_that_says_something_else_is_refused(
    changed: dict[str, Any], withdrawn: bool
) -> None:
    work, brand, form = submission(), new_brand(), new_id("req")
    first = factories.request(submission=work, brand=brand, reserved_id=form)
    if withdrawn:
        actions.withdraw_request(request=first, actor=factories.owner(brand), now=timezone.now())

    refused(Conflict, "form_used", submission=work, brand=brand, reserved_id=form, **changed)


def test_send_request_for_another_work_with_a_used_form_is_refused() -> None:
    form = new_id("req")
    first = factories.request(reserved_id=form)
    refused(Conflict, "form_used", brand=first.brand, reserved_id=form, answer_by=first.answer_by)


def test_send_request_again_after_a_withdrawal_finds_the_same_request() -> None:
    work, brand, form, now = submission(), new_brand(), new_id("req"), timezone.now()
    first = factories.request(submission=work, brand=brand, reserved_id=form, now=now)
    actions.withdraw_request(request=first, actor=factories.owner(brand), now=now)

    again = factories.request(submission=work, brand=brand, reserved_id=form, now=now, message=" We love your boat. ")

    assert (again, again.state) == (first, RequestState.WITHDRAWN)
    assert entries() == ["request.sent", "request.withdrawn"]


def test_send_request_while_one_is_open_is_refused() -> None:
    work, brand = submission(), new_brand()
    factories.request(submission=work, brand=brand)

    refused(Conflict, "request_open", submission=work, brand=brand)


def test_send_request_after_earlier_ran_out_closes_the_earlier() -> None:
    work, brand, now = submission(), new_brand(), timezone.now()
    earlier = factories.request(submission=work, brand=brand, now=now - timedelta(days=30))

    factories.request(submission=work, brand=brand)

    earlier.refresh_from_db()
    assert earlier.state == RequestState.EXPIRED_UNANSWERED
    assert entries() == ["request.sent", "request.expired", "request.sent"]


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.WITHDRAWN, State.REMOVED])
def test_send_request_for_a_work_that_is_not_published_is_refused(state: str) -> None:
    refused(Conflict, "work_not_available", submission=submission(state))


def test_send_request_where_another_holds_the_rights_is_refused() -> None:
    work = submission(rights_holder=RightsHolder.EMPLOYER.value, rights_holder_name="Harbor Ltd")
    refused(Conflict, "rights_held_by_other", submission=work)


def test_send_request_where_somebody_has_no_release_is_refused() -> None:
    work = submission()
    type(work).objects.filter(pk=work.pk).update(people=People.OTHERS)
    refused(Conflict, "release_missing", submission=work)

    DepictedPerson.objects.create(submission=work, name="Bo", release_stated=True)
    unreleased = DepictedPerson.objects.create(submission=work, name="Io", release_stated=False)
    refused(Conflict, "release_missing", submission=work)

    DepictedPerson.objects.filter(pk=unreleased.pk).update(release_stated=True)
    assert factories.request(submission=work).state == RequestState.SENT


def test_send_request_by_a_stranger_is_refused() -> None:
    refused(NotAllowed, "not_a_member", actor=person())


def test_send_request_by_a_viewer_is_refused() -> None:
    brand = new_brand()
    refused(NotAllowed, "role_too_low", brand=brand, actor=member(brand, Role.VIEWER).user)


@pytest.mark.parametrize("wait", [timedelta(hours=1), timedelta(days=91), timedelta(days=-1)])
def test_send_request_with_an_unfair_deadline_is_refused(wait: timedelta) -> None:
    refused(Invalid, "answer_by_out_of_range", answer_by=timezone.now() + wait)


def test_send_request_for_a_period_that_is_over_is_refused() -> None:
    over = {"kind": "fixed", "starts_at": "2020-01-01T00:00:00Z", "ends_at": "2020-02-01T00:00:00Z"}
    refused(Invalid, "period_over", terms=terms(term=over))


def test_send_request_drops_characters_that_hide_or_reverse_text() -> None:
    asked = factories.request(message=" Hello\u202e Ada\r\n\nsee\x00 you ")
    assert asked.message == "Hello Ada\n\nsee you"


def test_send_request_with_a_long_message_is_refused() -> None:
    refused(Invalid, "message_too_long", message="x" * 1001)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"paid_use": True},
        {"channels": ["website", "organic_social", "print"]},
        {"territories": ["EEA"]},
        {"term": {"kind": "perpetual"}},
        {"compensation": {"kind": "flat_fee", "amount_minor": 149999, "currency": "DKK"}},
        {"compensation": {"kind": "flat_fee", "amount_minor": 900000, "currency": "SEK"}},
        {"compensation": {"kind": "none"}},
    ],
)
def test_send_request_for_what_was_declined_is_refused(changes: dict[str, Any]) -> None:
    asked = factories.request()
    actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())

    refused(Conflict, "declined_before", submission=asked.submission, brand=asked.brand, terms=terms(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"channels": ["website"]},
        {"territories": ["DK"]},
        {"term": {"kind": "months", "months": 6}},
        {"compensation": {"kind": "flat_fee", "amount_minor": 150001, "currency": "DKK"}},
        {"compensation": {"kind": "flat_fee_and_product", "amount_minor": 1, "currency": "DKK", "product": "A boat"}},
    ],
)
def test_send_request_for_less_or_more_pay_after_a_no_is_taken(changes: dict[str, Any]) -> None:
    asked = factories.request()
    actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())

    again = factories.request(submission=asked.submission, brand=asked.brand, terms=terms(**changes))

    assert again.state == RequestState.SENT


def test_send_request_by_another_brand_after_a_no_is_taken() -> None:
    asked = factories.request()
    actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())

    assert factories.request(submission=asked.submission).state == RequestState.SENT


def test_see_marks_once() -> None:
    asked = factories.request()
    creator = asked.submission.creator.user

    actions.see(request=asked, actor=creator, now=timezone.now())
    actions.see(request=asked, actor=creator, now=timezone.now())

    asked.refresh_from_db()
    assert asked.state == RequestState.SEEN
    assert entries() == ["request.sent", "request.seen"]


def test_decline_is_one_no_with_a_sealed_reason() -> None:
    asked = factories.request()
    creator = asked.submission.creator.user

    actions.decline(request=asked, reason="Not for shoes", actor=creator, now=timezone.now())
    actions.decline(request=asked, reason="again", actor=creator, now=timezone.now())

    asked.refresh_from_db()
    assert (asked.state, asked.decline_reason, asked.answered_by) == (RequestState.DECLINED, "Not for shoes", creator)
    assert entries() == ["request.sent", "request.declined"]
    assert "shoes" not in Entry.objects.get(kind="request.declined").body
    assert factories.rows_match()


def test_decline_by_somebody_else_is_refused() -> None:
    asked = factories.request()
    for stranger in (person(), factories.owner(asked.brand), person(is_staff=True, is_superuser=True)):
        with nothing_happens(), pytest.raises(NotAllowed):
            actions.decline(request=asked, reason="", actor=stranger, now=timezone.now())


def test_withdraw_request_twice_is_one_withdrawal() -> None:
    asked = factories.request()
    for _ in range(2):
        actions.withdraw_request(request=asked, actor=factories.owner(asked.brand), now=timezone.now())

    asked.refresh_from_db()
    assert asked.state == RequestState.WITHDRAWN
    assert entries() == ["request.sent", "request.withdrawn"]
    assert factories.rows_match()


def test_withdraw_request_by_viewer_or_other_brand_is_refused() -> None:
    asked = factories.request()
    for other in (member(asked.brand, Role.VIEWER).user, factories.owner(new_brand())):
        with nothing_happens(), pytest.raises(NotAllowed):
            actions.withdraw_request(request=asked, actor=other, now=timezone.now())


def test_withdraw_request_after_the_answer_is_refused() -> None:
    asked = factories.request()
    actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())
    with nothing_happens(), pytest.raises(Conflict):
        actions.withdraw_request(request=asked, actor=factories.owner(asked.brand), now=timezone.now())


def test_answer_after_the_deadline_is_refused_before_the_scheduler_ran() -> None:
    now = timezone.now()
    asked = factories.request(now=now - timedelta(days=20))
    creator = asked.submission.creator.user

    with nothing_happens(), pytest.raises(Conflict):
        actions.decline(request=asked, reason="", actor=creator, now=now)
    with nothing_happens(), pytest.raises(Conflict):
        factories.grant(asked)
    with nothing_happens():
        actions.see(request=asked, actor=creator, now=now)


def test_expire_due_closes_requests_once() -> None:
    now = timezone.now()
    old = factories.request(now=now - timedelta(days=20))
    open_one = factories.request()

    assert (actions.expire_due(now), actions.expire_due(now)) == (1, 0)

    old.refresh_from_db()
    open_one.refresh_from_db()
    assert (old.state, open_one.state) == (RequestState.EXPIRED_UNANSWERED, RequestState.SENT)
    assert entries()[-1] == "request.expired"
    assert factories.rows_match()


@pytest.mark.parametrize("changes", [{"terms": "{}"}, {"terms_hash": "0" * 64}, {"number": 2}, {"side": "licensor"}])
def test_offer_cannot_be_changed(changes: dict[str, Any]) -> None:
    asked = factories.request()
    with nothing_happens(), pytest.raises(DatabaseError), transaction.atomic():
        Offer.objects.filter(request=asked).update(**changes)


def test_offer_cannot_be_deleted() -> None:
    asked = factories.request()
    with nothing_happens(), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM licensing_offer WHERE request_id = %s", [asked.pk])


def test_send_request_and_withdraw_in_a_loop_is_stopped() -> None:
    work, brand = submission(), new_brand()
    for _ in range(requests.ASKING_AGAIN.most):
        asked = factories.request(submission=work, brand=brand)
        actions.withdraw_request(request=asked, actor=factories.owner(brand), now=timezone.now())

    refused(TooMany, "too_often", submission=work, brand=brand)
    factories.request(submission=work)
    factories.request(brand=brand)


def test_send_request_beyond_what_may_wait_for_one_creator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "MOST_OPEN_OF_ONE_CREATOR", 2)
    brand, maker = new_brand(), submission().creator
    works = [submission(creator=maker) for _ in range(3)]
    first = factories.request(submission=works[0], brand=brand)
    factories.request(submission=works[1], brand=brand)

    refused(Conflict, "too_many_open", submission=works[2], brand=brand)
    factories.request(submission=works[2])
    actions.decline(request=first, reason="", actor=maker.user, now=timezone.now())
    factories.request(submission=works[2], brand=brand)
