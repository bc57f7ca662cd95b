"""What taking a work back means for the licenses that stand, told before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from licensing.models import License
from licensing.states import LicenseState
from submissions.models import Submission


@dataclass(frozen=True)
class Consequence:
    """`ends` tells a license that goes with the work, at once or after its notice, from one that runs on."""

    license: License
    ends: bool
    words: str


def for_licenses(submission: Submission, now: datetime) -> list[Consequence]:
    """The rule itself is licensing's; see docs/adr/0007."""
    standing = submission.licenses.current(now).filter(state__in=[LicenseState.ACTIVE, LicenseState.SUSPENDED])
    return [_for_license(license, now) for license in standing.select_related("licensee").order_by("-pk")]


def _for_license(license: License, now: datetime) -> Consequence:
    terms = license.parsed_terms
    if terms.revocation.allowed:
        ended_from = terms.revocation_takes_effect(now)
        if ended_from <= now:
            return Consequence(license, True, _("ends at once"))
        if license.ends_at is None or ended_from < license.ends_at:
            return Consequence(license, True, _("ends on %(day)s, after its notice") % {"day": _day(ended_from)})
    if license.ends_at is None:
        return Consequence(license, False, _("runs on without an end: you agreed that it cannot be taken back"))
    return Consequence(license, False, _("runs on until %(day)s, as you agreed") % {"day": _day(license.ends_at)})


def _day(end: datetime) -> str:
    """The last day of something that is over from `end` on."""
    return date_format(localtime(end - timedelta.resolution, UTC), "DATE_FORMAT")
