"""May this licensee use this work, here, then, for that? Pure rules: no database, no clock.

Several licenses never add up: one of them has to allow all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.errors import Invalid
from licensing import force, scope
from licensing.purposes import WITHOUT_CHANNEL, Purpose
from licensing.reasons import Duty, Reason
from licensing.scope import Scope
from licensing.terms import territories
from licensing.terms.fields import Fields
from licensing.terms.vocabulary import Channel

SUSPENDED = "suspended"
REASON_OF_STATE = {
    "revoked": "license_revoked",
    "terminated": "license_terminated",
    "superseded": "license_superseded",
}
# What `LicenseFacts.from_row` takes, in its order.
LICENSE_COLUMNS = ("number", "state", "starts_at", "ends_at", "ended_from", "evidence__method", "terms")
NEVER = datetime.max.replace(tzinfo=UTC)


class Question(NamedTuple):
    # None only for a purpose that publishes nothing.
    channel: str | None
    # A country, or a group, of which then every country must be covered.
    territory: str
    at: datetime
    purpose: str

    @classmethod
    def ask(cls, *, channel: object, territory: object, at: object, purpose: object) -> Question:
        """A question from outside; `at` is an aware datetime or RFC 3339.

        Raises:
            Invalid: code `question_invalid`, with each field that makes no sense.
        """
        errors: dict[str, str] = {}
        fields = Fields({"channel": channel, "territory": territory, "at": at, "purpose": purpose}, errors)
        found, wanted = fields.choice("channel", Channel), fields.choice("purpose", Purpose)
        moment = fields.moment("at", whole_seconds=False)
        place = territories.find(territory) if isinstance(territory, str) else None
        if found is None and wanted not in WITHOUT_CHANNEL:
            fields.refuse("channel", _("Say in which channel."))
        if place is None:
            fields.refuse("territory", _("Name a country by its two letters (ISO 3166-1), or a known group."))
        if moment is None:
            fields.refuse("at", _("Say for which time."))
        if wanted is None:
            fields.refuse("purpose", _("Say for which purpose."))
        if errors or place is None or moment is None or wanted is None:
            raise Invalid(_("This question cannot be answered as it is."), code="question_invalid", fields=errors)
        return cls(found and found.value, place, moment, wanted.value)


class WorkRights(NamedTuple):
    """What is known of the work itself: the state of its submission, and whether a needed release is missing."""

    state: str
    withdrawn_at: datetime | None = None
    release_missing: bool = False


class LicenseFacts(NamedTuple):
    number: str
    state: str
    starts_at: datetime
    ends_at: datetime | None
    ended_from: datetime | None
    evidence: str
    scope: Scope

    @classmethod
    def from_row(
        cls,
        number: str,
        state: str,
        starts_at: datetime,
        ends_at: datetime | None,
        ended_from: datetime | None,
        evidence: str,
        terms: str,
    ) -> LicenseFacts:
        """From `License.objects.values_list(*LICENSE_COLUMNS)`; `terms` is the canonical text as the row has it."""
        return cls(number, state, starts_at, ends_at, ended_from, evidence, scope.read(terms))


class Decision(NamedTuple):
    """`license_number` is of the license that allows it or, where none does, of the one that comes closest."""

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    license_number: str | None = None
    licenses_considered: int = 0
    # Exclusive; None where nothing is allowed, or where no end is known.
    valid_until: datetime | None = None
    duties: tuple[Duty, ...] = ()
    credit_line: str = ""
    evidence: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(reason.code for reason in self.reasons)

    @property
    def note(self) -> str:
        """Which license the answer speaks of, in the language of the request."""
        number = self.license_number
        if number is None:
            return ""
        if self.allowed:
            return _("License %(number)s allows it.") % {"number": number}
        return ngettext(
            "License %(number)s does not allow it.",
            "None of %(count)s licenses allows it. The reasons are those of %(number)s, which comes closest.",
            self.licenses_considered,
        ) % {"number": number, "count": self.licenses_considered}


def decide(question: Question, work: WorkRights, licenses: Sequence[LicenseFacts]) -> Decision:
    """The licenses are all those of one licensee for one work, in any state.

    Where several allow it, the answer is of the one that runs longest; where none does, of the one with the fewest
    reasons, and among these of the one that runs longest.
    """
    of_work = _against_work(question, work)
    if not licenses:
        if work.state == "withdrawn" and (work.withdrawn_at is None or question.at >= work.withdrawn_at):
            of_work = [Reason("work_withdrawn"), *of_work]
        return Decision(False, (Reason("no_license"), *of_work))
    members = territories.members(question.territory)
    weighed = [(_against_license(question, members, work, facts), facts) for facts in licenses]
    reasons, closest = min(weighed, key=lambda pair: _distance(*pair)) if len(weighed) > 1 else weighed[0]
    if reasons or of_work:
        return Decision(False, (*reasons, *of_work), closest.number, len(licenses))
    return Decision(
        allowed=True,
        license_number=closest.number,
        licenses_considered=len(licenses),
        valid_until=_valid_until(work, closest),
        duties=closest.scope.duties,
        credit_line=closest.scope.credit_line,
        evidence=closest.evidence,
    )


def _against_work(question: Question, work: WorkRights) -> list[Reason]:
    reasons = []
    if work.state == "removed":
        reasons.append(Reason("work_removed"))
    elif work.state not in ("published", "withdrawn"):
        reasons.append(Reason("work_not_published"))
    if work.release_missing:
        reasons.append(Reason("release_missing"))
    return reasons


def _against_license(
    question: Question, members: frozenset[str], work: WorkRights, facts: LicenseFacts
) -> list[Reason]:
    reasons = []
    allowed, at = facts.scope, question.at
    if facts.state == SUSPENDED:
        reasons.append(Reason("license_suspended"))
    elif facts.state in REASON_OF_STATE and (facts.ended_from is None or at >= facts.ended_from):
        reasons.append(Reason(REASON_OF_STATE[facts.state], facts.ended_from))
    if at < facts.starts_at:
        reasons.append(Reason("license_not_started", facts.starts_at))
    elif facts.ends_at is not None and at >= facts.ends_at:
        reasons.append(Reason("license_expired", facts.ends_at))
    if question.channel is not None and question.channel not in allowed.channels:
        reasons.append(Reason("channel_not_licensed", question.channel))
    if not members <= allowed.countries:
        reasons.append(Reason("territory_not_licensed", question.territory))
    if question.purpose not in allowed.purposes:
        reasons.append(_against_purpose(question.purpose))
    gone_from = force.gone_from(work.state, work.withdrawn_at, allowed.notice)
    if gone_from is not None and at >= gone_from:
        reasons.append(Reason("work_withdrawn"))
    return reasons


def _against_purpose(purpose: str) -> Reason:
    if purpose == Purpose.PAID:
        return Reason("paid_use_not_licensed")
    return Reason("purpose_not_licensed", purpose)


def _valid_until(work: WorkRights, facts: LicenseFacts) -> datetime | None:
    gone_from = force.gone_from(work.state, work.withdrawn_at, facts.scope.notice)
    return force.over_from(facts.ends_at, facts.ended_from, gone_from)


def _distance(reasons: list[Reason], facts: LicenseFacts) -> tuple[int, timedelta, str]:
    end = min(facts.ends_at or NEVER, facts.ended_from or NEVER)
    return len(reasons), NEVER - end, facts.number
