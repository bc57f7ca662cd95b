"""Where a request or a license stands, as a badge: words, tone and icon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from licensing.models import License, LicenseRequest
from licensing.states import RequestState, Standing

SOON = timedelta(days=30)
LOOKS = {
    Standing.UPCOMING: ("info", "calendar-days"),
    Standing.IN_FORCE: ("success", "check-circle"),
    Standing.ENDING: ("warning", "clock"),
    Standing.SUSPENDED: ("warning", "pause"),
    Standing.REVOKED: ("danger", "no-symbol"),
    Standing.TERMINATED: ("danger", "no-symbol"),
    Standing.SUPERSEDED: ("neutral", "document-text"),
    Standing.EXPIRED: ("neutral", "clock"),
    Standing.WORK_REMOVED: ("danger", "no-symbol"),
}
OF_REQUEST = {
    RequestState.SENT: ("progress", "paper-airplane"),
    RequestState.SEEN: ("progress", "eye"),
    RequestState.GRANTED: ("success", "check-badge"),
    RequestState.DECLINED: ("neutral", "hand-raised"),
    RequestState.EXPIRED_UNANSWERED: ("neutral", "clock"),
    RequestState.WITHDRAWN: ("neutral", "arrow-uturn-left"),
    RequestState.LAPSED: ("neutral", "no-symbol"),
}
FOR_CREATOR = {RequestState.SENT: _("New"), RequestState.SEEN: _("Waits for you")}


@dataclass(frozen=True)
class Badge:
    label: str | Promise
    tone: str
    icon: str


def of_license(license: License, at: datetime) -> Badge:
    """The same words wherever it is named: an act before its time says so, a term that runs out says when."""
    standing, last_day = license.standing(at), license.last_day
    if standing == Standing.ENDING and last_day is not None:
        words = _("Revoked, in force until %(day)s") % {"day": date_format(last_day, "DATE_FORMAT")}
        return Badge(words, *LOOKS[standing])
    if standing == Standing.IN_FORCE and license.over_from is not None and license.over_from - at <= SOON:
        return Badge(ends_in(last_day, at), "warning", "clock")
    return Badge(standing.label, *LOOKS[standing])


def ends_in(last_day: date | None, at: datetime) -> str:
    """Counted as on a calendar, in UTC as the days of a license are."""
    days = (last_day - at.astimezone(UTC).date()).days if last_day else 0
    if days <= 0:
        return str(_("Ends today"))
    return ngettext("Ends in %(days)d day", "Ends in %(days)d days", days) % {"days": days}


def of_request(request: LicenseRequest, at: datetime, *, for_creator: bool = False) -> Badge:
    state = RequestState(request.standing(at))
    words = FOR_CREATOR.get(state, state.label) if for_creator else state.label
    return Badge(words, *OF_REQUEST[state])
