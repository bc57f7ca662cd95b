"""Where a request or a license stands, as a badge: words, tone and icon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

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
    standing = license.standing(at)
    over = license.over_from
    runs_out = standing == Standing.IN_FORCE and over is not None and over - at <= SOON
    if over is not None and (runs_out or standing == Standing.ENDING):
        return Badge(ends_in(over, at), "warning", "clock")
    return Badge(standing.label, *LOOKS[standing])


def ends_in(end: datetime, at: datetime) -> str:
    days = max((end - at).days, 0)
    if days == 0:
        return str(_("Ends today"))
    return ngettext("Ends in %(days)d day", "Ends in %(days)d days", days) % {"days": days}


def of_request(request: LicenseRequest, at: datetime, *, for_creator: bool = False) -> Badge:
    state = RequestState(request.standing(at))
    words = FOR_CREATOR.get(state, state.label) if for_creator else state.label
    return Badge(words, *OF_REQUEST[state])
