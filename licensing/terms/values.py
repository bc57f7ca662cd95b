"""Terms: what a licensee may do with a work, and on what conditions. Immutable; made by `parse` or `from_canonical`."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from core.errors import Conflict
from licensing.terms.vocabulary import (
    AiUse,
    Channel,
    CompensationKind,
    Context,
    Edit,
    ExclusivityKind,
    Placement,
    PrintedMatter,
    RunningAds,
    TermKind,
)

VERSION = 1


@dataclass(frozen=True)
class Term:
    """How long: `months` from the grant, or half-open from `starts_at` to `ends_at` (UTC), or without an end."""

    kind: TermKind
    months: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def period(self, granted_at: datetime) -> tuple[datetime, datetime | None]:
        """Start and exclusive end of a license granted at that time; it never starts before it is granted.

        Raises:
            Conflict: the period was over before anybody said yes.
        """
        granted_at = granted_at.astimezone(UTC)
        if self.months is not None:
            return granted_at, add_months(granted_at, self.months)
        if self.starts_at is None or self.ends_at is None:
            return granted_at, None
        if self.ends_at <= granted_at:
            raise Conflict(_("The period that these terms ask for is already over."), code="period_over")
        return max(self.starts_at, granted_at), self.ends_at


@dataclass(frozen=True)
class Exclusivity:
    kind: ExclusivityKind = ExclusivityKind.NONE
    category: str = ""


@dataclass(frozen=True)
class Sublicensing:
    """Agencies that may use the work for the licensee, each by name. Nobody else."""

    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attribution:
    required: bool
    credit_line: str = ""
    placement: Placement | None = None
    link: str = ""


@dataclass(frozen=True)
class Compensation:
    kind: CompensationKind
    amount_minor: int | None = None
    currency: str | None = None
    product: str = ""


@dataclass(frozen=True)
class Revocation:
    """May the licensor take the license back, and how many days later does it end?"""

    allowed: bool = True
    notice_days: int = 0

    @property
    def notice(self) -> timedelta | None:
        return timedelta(days=self.notice_days) if self.allowed else None


@dataclass(frozen=True)
class AfterEnd:
    """What is left over when the license ends, by its date or because it was taken back."""

    printed_matter: PrintedMatter = PrintedMatter.WITHDRAW
    running_ads: RunningAds = RunningAds.STOP


@dataclass(frozen=True)
class Terms:
    channels: frozenset[Channel]
    # ISO 3166-1 alpha-2 codes and codes of territories.GROUPS.
    territories: frozenset[str]
    term: Term
    attribution: Attribution
    compensation: Compensation
    paid_use: bool = False
    # Empty: the work is shown unchanged; size and file format do not count as a change.
    edits: frozenset[Edit] = frozenset()
    exclusivity: Exclusivity = Exclusivity()
    sublicensing: Sublicensing = Sublicensing()
    # The AI uses answered with yes; the answer to all others is no.
    ai_uses: frozenset[AiUse] = frozenset()
    revocation: Revocation = Revocation()
    after_end: AfterEnd = AfterEnd()
    excluded_contexts: frozenset[Context] = frozenset()
    version: int = VERSION

    @property
    def can_end(self) -> bool:
        return self.term.kind != TermKind.PERPETUAL or self.revocation.allowed

    def revocation_takes_effect(self, at: datetime) -> datetime:
        """From when a revocation made at that time counts. Ask `revocation.allowed` first."""
        return at + timedelta(days=self.revocation.notice_days)


def add_months(at: datetime, months: int) -> datetime:
    """The same day and time that many months later; the last day of the month where it is shorter."""
    years, month = divmod(at.month - 1 + months, 12)
    year = at.year + years
    last_day = calendar.monthrange(year, month + 1)[1]
    return at.replace(year=year, month=month + 1, day=min(at.day, last_day))
