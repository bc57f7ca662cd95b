"""Who may ask, answer, withdraw, revoke and note. `check_…` raises with a reason fit for the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.passkeys import Signed
from accounts.reauthentication import Proof
from brands import policies as brand_policies
from brands.models import Brand, Membership
from core.errors import Conflict, DomainError, NotAllowed, TooMany
from creators.models import Creator
from licensing.models import Delivery, License, LicenseRequest, Offer
from licensing.states import OPEN
from submissions.models import MediaFile, People, RightsHolder, Submission
from submissions.states import State

# How fresh the sign-in must be with which a license is signed.
PROOF_LASTS = timedelta(minutes=15)
DELIVERIES_AN_HOUR = 120


def check_can_act_for(user: User, brand: Brand) -> None:
    """Asking, withdrawing and noting a use: for owners and editors of the brand."""
    membership = Membership.objects.filter(user=user, brand=brand).first()
    if membership is None:
        raise NotAllowed(_("You are not a member of this brand."), code="not_a_member")
    brand_policies.check_can_ask(membership)


def check_can_be_licensed(submission: Submission) -> None:
    """Whether the creator alone can license this work, as it is now.

    Raises:
        Conflict: `work_not_available`, `rights_held_by_other` or `release_missing`.
    """
    if submission.state != State.PUBLISHED:
        raise Conflict(_("This work is not published, so it cannot be licensed."), code="work_not_available")
    if submission.rights_holder != RightsHolder.SELF:
        raise Conflict(
            _("The rights in this work are not held by the person who submitted it, so they cannot license it here."),
            code="rights_held_by_other",
        )
    if submission.people == People.OTHERS and not _all_released(submission):
        raise Conflict(
            _("Somebody who can be recognized in this work has not agreed to its use by others."),
            code="release_missing",
        )


def _all_released(submission: Submission) -> bool:
    stated = list(submission.depicted_people.values_list("release_stated", flat=True))
    return bool(stated) and all(stated)


def check_can_answer(request: LicenseRequest, user: User) -> None:
    """Only the licensor answers: no colleague, no moderator, no admin."""
    if not is_creator(user, request.submission.creator):
        raise NotAllowed(_("Only the creator of this work can answer this request."), code="not_the_licensor")


def check_is_open(request: LicenseRequest, now: datetime) -> None:
    if request.state not in OPEN:
        raise Conflict(
            _("This request is no longer open: %(state)s.") % {"state": request.get_state_display().lower()},
            code="request_not_open",
        )
    if now >= request.answer_by:
        raise Conflict(_("The time to answer this request has run out."), code="request_expired")


def check_offer_unchanged(offer: Offer, offer_hash: str) -> None:
    if offer.terms_hash != offer_hash:
        raise Conflict(
            _("The terms have changed since you opened the page. Nothing was signed. Please read them again."),
            code="offer_moved",
        )


def check_proof(proof: Proof | None, *, offer: Offer, now: datetime) -> Proof:
    """Who grants has signed in again after the offer was made, a short time ago, by a way that is not new."""
    if proof is None or proof.at < offer.made_at or now - proof.at > PROOF_LASTS:
        raise NotAllowed(
            _("Please sign in again before you sign. Nothing was signed yet."), code="reauthentication_required"
        )
    check_way_is_not_new(proof.new_until, now)
    return proof


def licensed_file(work: Submission) -> MediaFile:
    """Raises Conflict `work_not_available` where the work has none."""
    file = work.media_files.filter(is_current=True).first()
    if file is None:
        raise Conflict(_("This work has no file that could be licensed."), code="work_not_available")
    return file


def check_signed(signed: Signed, statement: Mapping[str, str]) -> None:
    """The passkey signed what the grant is about at this moment. That it signed was checked when it came in."""
    if dict(signed.statement) != dict(statement):
        raise NotAllowed(
            _("The passkey signed something else than this text. Nothing was signed."), code="passkey_refused"
        )


def check_way_is_not_new(new_until: datetime | None, now: datetime) -> None:
    """Raises NotAllowed `way_is_new` within a day after the person's way of signing in began (docs/adr/0016)."""
    if new_until is not None and now < new_until:
        raise NotAllowed(
            _(
                "A password, passkey or app that is new signs no license for 24 hours, so that nobody who gets at your "
                "account can sign for you. You can sign from %(time)s (UTC). Nothing was signed yet."
            )
            % {"time": date_format(new_until, "DATETIME_FORMAT")},
            code="way_is_new",
        )


def check_can_revoke(license: License, user: User) -> None:
    if not is_creator(user, license.licensor):
        raise NotAllowed(_("Only the licensor can revoke a license."), code="not_the_licensor")
    if not license.parsed_terms.revocation.allowed:
        raise NotAllowed(
            _("You agreed that this license cannot be revoked before it ends."), code="license_irrevocable"
        )


def check_not_over(license: License, now: datetime) -> None:
    if license.over_from is not None and now >= license.over_from:
        raise Conflict(_("This license is over already."), code="license_over")


def check_can_be_delivered(license: License, now: datetime) -> None:
    """Whether the licensee may have the file at this moment.

    Raises:
        Conflict: `license_not_in_force` or `work_removed`.
    """
    if license.submission.state == State.REMOVED:
        raise Conflict(_("This work was removed by our moderators. Its file is not handed out."), code="work_removed")
    if not license.in_force(now):
        raise Conflict(
            _("License %(number)s is not in force now: %(standing)s. Its file is no longer handed out.")
            % {"number": license.number, "standing": license.standing(now).label},
            code="license_not_in_force",
        )


def check_not_too_many(brand: Brand, now: datetime) -> None:
    """Each download makes a file and an entry: a program that runs wild is stopped, a brand that works is not."""
    lately = Delivery.objects.filter(license__licensee=brand, delivered_at__gt=now - timedelta(hours=1)).count()
    if lately >= DELIVERIES_AN_HOUR:
        raise TooMany(
            _("Your brand has downloaded %(limit)d files within an hour. Go on a little later.")
            % {"limit": DELIVERIES_AN_HOUR},
            code="too_many_deliveries",
        )


def may_know_title(user: User | AnonymousUser, license: License) -> bool:
    """Of a work that is no longer public, only the two parties are still told what it is called."""
    if license.submission.state == State.PUBLISHED:
        return True
    if not user.is_authenticated:
        return False
    members = Membership.objects.filter(user=user, brand_id=license.licensee_id)
    return is_creator(user, license.licensor) or members.exists()


def is_creator(user: User, creator: Creator) -> bool:
    return creator.user_id == user.pk


def _allowed(check: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    try:
        check(*args, **kwargs)
    except DomainError:
        return False
    return True


def can_be_licensed(submission: Submission) -> bool:
    return _allowed(check_can_be_licensed, submission)


def can_revoke_now(license: License, user: User, now: datetime) -> bool:
    is_over = license.ended_at is not None or not _allowed(check_not_over, license, now)
    return not is_over and _allowed(check_can_revoke, license, user)
