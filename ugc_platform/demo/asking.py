"""Asks for licenses and answers, as brands and creators would."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from accounts.models import User
from accounts.reauthentication import Proof
from brands.models import Brand, Role
from licensing import actions as licensing
from licensing import shown, stamping
from licensing.models import License, LicenseRequest
from licensing.terms import parse
from submissions.models import Submission
from ugc_platform.demo import handing_in, plan
from ugc_platform.demo.plan import Ask

if TYPE_CHECKING:
    from ugc_platform.demo.world import World

DECLINED_BECAUSE = "Thank you for asking. This is not what I want my pictures to be used for."
REVOKED_BECAUSE = "The picture was shown without my name."


def ask(world: World, ask: Ask, moment: datetime) -> None:
    submission = world.published[ask.work]
    brand = world.cast.brands[ask.brand]
    credit = {"attribution": {"required": True, "credit_line": submission.credit_line}}
    terms = parse(_dated(ask.terms, world.now) | credit)
    request = licensing.send_request(
        submission=submission,
        brand=brand,
        terms=terms,
        message=ask.message,
        answer_by=moment + timedelta(days=ask.deadline),
        actor=_owner(brand),
        now=moment,
    )
    if ask.answer in ("sent", "unanswered"):
        return
    answered = moment + timedelta(days=ask.after)
    creator = submission.creator.user
    if ask.answer != "withdrawn":
        world.at(answered - timedelta(minutes=20), lambda now: _see(request, creator, now))
    match ask.answer:
        case "declined":
            world.at(answered, lambda now: _decline(request, creator, now))
        case "withdrawn":
            world.at(answered, lambda now: _withdraw(request, brand, now))
        case "taken_back":
            world.at(answered, partial(handing_in.withdraw, submission))
        case "granted" | "granted_until_removed" | "revoked" | "revoked_with_notice":
            world.at(answered, partial(_grant, world, ask, request))


def _dated(terms: dict[str, Any], now: datetime) -> dict[str, Any]:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    days = {name: value for name, value in terms["term"].items() if name in ("starts_at", "ends_at")}
    return terms | {"term": terms["term"] | {name: midnight + timedelta(days=day) for name, day in days.items()}}


def _see(request: LicenseRequest, creator: User, moment: datetime) -> None:
    licensing.see(request=request, actor=creator, now=moment)


def _decline(request: LicenseRequest, creator: User, moment: datetime) -> None:
    licensing.decline(request=request, reason=DECLINED_BECAUSE, actor=creator, now=moment)


def _withdraw(request: LicenseRequest, brand: Brand, moment: datetime) -> None:
    licensing.withdraw_request(request=request, actor=_owner(brand), now=moment)


def _grant(world: World, ask: Ask, request: LicenseRequest, moment: datetime) -> None:
    request.refresh_from_db()
    submission: Submission = request.submission
    creator = submission.creator.user
    license = licensing.grant(
        request=request,
        offer_hash=request.current_offer.terms_hash,
        shown_text=shown.to_sign(request, request.current_offer, creator.language).text,
        language=creator.language,
        proof=Proof("password", moment - timedelta(seconds=40)),
        actor=creator,
        now=moment,
    )
    for number in range(ask.deliveries):
        world.at(moment + timedelta(hours=4 + number), partial(_deliver, license))
    for number, use in enumerate(ask.uses):
        world.at(moment + timedelta(days=2 + number), partial(_note_use, license, use))
    if ask.answer == "granted_until_removed":
        removal = partial(world.decide, submission, "remove", plan.REASONS[plan.REMOVED])
        world.at(moment + timedelta(days=6), removal)
    if ask.answer.startswith("revoked"):
        world.at(moment + timedelta(days=9), partial(_revoke, license, creator))


def _deliver(license: License, moment: datetime) -> None:
    with stamping.stamped(license) as file:
        licensing.deliver(license=license, file=file, actor=_owner(license.licensee), now=moment)


def _note_use(license: License, use: tuple[str, str, str], moment: datetime) -> None:
    channel, place, url = use
    licensing.note_use(
        license=license,
        channel=channel,
        place=place,
        url=url,
        credit_line=license.parsed_terms.attribution.credit_line,
        starts_on=moment.date(),
        ends_on=None,
        actor=_owner(license.licensee),
        now=moment,
    )


def _revoke(license: License, creator: User, moment: datetime) -> None:
    licensing.revoke(license=license, reason=REVOKED_BECAUSE, actor=creator, now=moment)


def _owner(brand: Brand) -> User:
    return brand.memberships.get(role=Role.OWNER).user
