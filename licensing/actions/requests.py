"""Asking for a work, and every answer to it but the grant."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from brands.models import Brand
from core import limits
from core.errors import Conflict, Invalid
from core.ids import new_id
from core.text import paragraphs
from licensing import comparison, facts, policies
from licensing.actions import moving
from licensing.actions.lapsing import expire_request
from licensing.models import LicenseRequest, Offer
from licensing.states import OPEN, RequestState
from licensing.terms import Terms, terms_hash, to_canonical
from submissions.models import Submission
from trail import recording

MESSAGE_LIMIT = 1000
REASON_LIMIT = 500
# Enough for a series; a creator with more before them answers none.
MOST_OPEN_OF_ONE_CREATOR = 30
ASKING_AGAIN = limits.Limit("licensing.asking_again", 10, timedelta(days=1))
SHORTEST_TIME_TO_ANSWER = timedelta(hours=24)
LONGEST_TIME_TO_ANSWER = timedelta(days=90)


@transaction.atomic
def send_request(
    *,
    submission: Submission,
    brand: Brand,
    terms: Terms,
    message: str,
    answer_by: datetime,
    actor: User,
    now: datetime,
    reserved_id: str = "",
) -> LicenseRequest:
    """A brand asks the creator for a license on exactly these terms, and names when it hopes for an answer.

    `reserved_id` is the public id that was given to the form when it was opened: sending the same twice finds the
    request of the first time, whatever has become of it.

    Raises:
        NotAllowed: who asks is no owner or editor of the brand.
        TooMany: the brand has asked for this work very often today.
        Conflict: the work cannot be licensed, the brand's earlier request is still open, very many of them wait for
            this creator, or the creator has declined the same before; code `form_used`: the form has made a request
            that says something else, and with another `reserved_id` this is one of its own.
        Invalid: the message or the deadline.
    """
    policies.check_can_act_for(actor, brand)
    work = moving.lock_submission(submission.pk)
    message = paragraphs(message)
    if sent := LicenseRequest.objects.filter(public_id=reserved_id).first():
        _check_says_the_same(sent, work, brand, terms, message, answer_by, now)
        return sent
    policies.check_can_be_licensed(work)
    _check_typed(message, answer_by, now)
    _check_term_ahead(terms, now)
    _check_none_open(work, brand, now)
    _check_not_declined(work, brand, terms)
    _check_not_flooding(work, brand, now)
    request = LicenseRequest.objects.create(
        public_id=reserved_id or new_id("req"),
        submission=work,
        brand=brand,
        message=message,
        sent_at=now,
        sent_by=actor,
        answer_by=answer_by,
    )
    Offer.objects.create(
        request=request,
        number=1,
        side="licensee",
        terms=to_canonical(terms).decode(),
        terms_hash=terms_hash(terms),
        made_at=now,
        made_by=actor,
    )
    recording.record(
        "request.sent",
        actor=actor.public_id,
        at=now,
        subject=request.public_id,
        topic=work.public_id,
        facts=facts.sent(request),
        sealed=moving.typed("message", message, actor),
    )
    return request


def _check_says_the_same(
    sent: LicenseRequest, work: Submission, brand: Brand, terms: Terms, message: str, answer_by: datetime, now: datetime
) -> None:
    first = sent.offers.get(number=1)
    was = (sent.submission_id, sent.brand_id, first.terms_hash, sent.message, sent.answer_by)
    if was != (work.pk, brand.pk, terms_hash(terms), message, answer_by):
        state = RequestState(sent.standing(now)).label
        raise Conflict(
            _(
                "You have sent a request with this form already. It stands like this: %(state)s. What the form says "
                "now is something else and was not sent. To make it a request of its own, send it once more."
            )
            % {"state": str(state).lower()},
            code="form_used",
        )


def _check_typed(message: str, answer_by: datetime, now: datetime) -> None:
    if len(message) > MESSAGE_LIMIT:
        too_long = _("The message is longer than %(limit)d characters.") % {"limit": MESSAGE_LIMIT}
        raise Invalid(too_long, code="message_too_long", fields={"message": too_long})
    if not now + SHORTEST_TIME_TO_ANSWER <= answer_by <= now + LONGEST_TIME_TO_ANSWER:
        wrong = _("Give the creator at least one day and at most 90 days to answer.")
        raise Invalid(wrong, code="answer_by_out_of_range", fields={"answer_by": wrong})


def _check_term_ahead(terms: Terms, now: datetime) -> None:
    if terms.term.ends_at is not None and terms.term.ends_at <= now:
        over = _("This period is already over.")
        raise Invalid(over, code="period_over", fields={"term.ends_at": over})


def _check_none_open(work: Submission, brand: Brand, now: datetime) -> None:
    """One question at a time. What ran out without an answer does not stand in the way."""
    earlier = LicenseRequest.objects.filter(submission=work, brand=brand, state__in=OPEN).first()
    if earlier is None:
        return
    earlier = moving.lock_request(earlier.pk)
    if earlier.state in OPEN and now >= earlier.answer_by:
        expire_request(earlier, now=now)
    elif earlier.state in OPEN:
        raise Conflict(
            _("Your brand has already asked for this work and waits for an answer. Withdraw that request first."),
            code="request_open",
        )


def _check_not_flooding(work: Submission, brand: Brand, now: datetime) -> None:
    """One brand at a time: two works of one creator could be asked for at once."""
    Brand.objects.select_for_update(no_key=True).get(pk=brand.pk)
    waiting = LicenseRequest.objects.filter(brand=brand, submission__creator=work.creator_id, state__in=OPEN)
    if waiting.filter(answer_by__gt=now).count() >= MOST_OPEN_OF_ONE_CREATOR:
        raise Conflict(
            _("%(number)d requests of your brand wait for this creator. Let them answer some first.")
            % {"number": MOST_OPEN_OF_ONE_CREATOR},
            code="too_many_open",
        )
    limits.take(ASKING_AGAIN, key=f"{brand.public_id} {work.public_id}", now=now)


def _check_not_declined(work: Submission, brand: Brand, terms: Terms) -> None:
    declined = Offer.objects.filter(
        request__submission=work, request__brand=brand, request__state=RequestState.DECLINED, side="licensee"
    )
    if any(comparison.asks_the_same_or_more(terms, offer.parsed_terms) for offer in declined):
        raise Conflict(
            _(
                "The creator has already said no to this. You can ask again only for less, "
                "or for a higher compensation."
            ),
            code="declined_before",
        )


@transaction.atomic
def see(*, request: LicenseRequest, actor: User, now: datetime) -> LicenseRequest:
    """The creator has opened the request. The brand may know that; it says nothing about the answer."""
    request = moving.lock_request(request.pk)
    policies.check_can_answer(request, actor)
    if request.state == RequestState.SENT and now < request.answer_by:
        moving.move_request(request, "see", actor=actor.public_id, now=now)
    return request


@transaction.atomic
def decline(*, request: LicenseRequest, reason: str, actor: User, now: datetime) -> LicenseRequest:
    """The creator says no. It is remembered: the brand cannot ask the same again. Saying no twice is one no.

    Raises:
        NotAllowed: not the creator.
        Conflict: answered, withdrawn or run out meanwhile.
    """
    request = moving.lock_request(request.pk)
    policies.check_can_answer(request, actor)
    if request.state == RequestState.DECLINED:
        return request
    policies.check_is_open(request, now)
    reason = paragraphs(reason)
    check_reason(reason)
    moving.move_request(
        request,
        "decline",
        actor=actor.public_id,
        now=now,
        more={"terms_hash": request.current_offer.terms_hash},
        sealed=moving.typed("reason", reason, actor),
        answered_at=now,
        answered_by=actor,
        decline_reason=reason,
    )
    return request


@transaction.atomic
def withdraw_request(*, request: LicenseRequest, actor: User, now: datetime) -> LicenseRequest:
    """The brand takes its request back before the creator has answered.

    Raises:
        NotAllowed: no owner or editor of the brand.
        Conflict: answered or run out meanwhile.
    """
    request = moving.lock_request(request.pk)
    policies.check_can_act_for(actor, request.brand)
    if request.state == RequestState.WITHDRAWN:
        return request
    policies.check_is_open(request, now)
    moving.move_request(request, "withdraw", actor=actor.public_id, now=now, answered_at=now, answered_by=actor)
    return request


def check_reason(reason: str) -> None:
    if len(reason) > REASON_LIMIT:
        too_long = _("The reason is longer than %(limit)d characters.") % {"limit": REASON_LIMIT}
        raise Invalid(too_long, code="reason_too_long", fields={"reason": too_long})
