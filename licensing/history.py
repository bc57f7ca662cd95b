"""The way of a request and of a license, as steps of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import moments
from licensing.models import License, LicenseRequest
from licensing.states import RequestState, Standing
from trail.models import Entry


@dataclass(frozen=True)
class Step:
    """`state` is done, current, next or stopped."""

    title: str | Promise
    state: str
    at: datetime | None = None
    actor: str = ""
    note: str = ""
    next: str = ""
    icon: str = ""


def of_request(request: LicenseRequest, at: datetime) -> list[Step]:
    """As the brand follows it."""
    creator = request.submission.creator.name
    sent = Step(_("Sent"), "done", request.sent_at, str(request.sent_by))
    return [sent, _seen(request, at, creator), _answer(request, at, creator), *_since(request, at)]


def _since(request: LicenseRequest, at: datetime) -> list[Step]:
    """What has become of the license, where it is no longer what it was."""
    license = getattr(request, "license", None)
    if license is None or license.standing(at) in (Standing.IN_FORCE, Standing.UPCOMING):
        return []
    return [_end(license, license.standing(at), at)]


def _seen(request: LicenseRequest, at: datetime, creator: str) -> Step:
    seen = Entry.objects.filter(subject=request.public_id, kind="request.seen").first()
    if seen is not None:
        return Step(_("Opened by the creator"), "done", seen.recorded_at, creator)
    if request.is_open(at):
        return Step(_("Waiting to be opened"), "current", next=_("The creator has been told."))
    return Step(_("Not opened by the creator"), "stopped")


def _answer(request: LicenseRequest, at: datetime, creator: str) -> Step:
    standing = request.standing(at)
    if standing == RequestState.GRANTED:
        return Step(_("Granted"), "done", request.answered_at, creator, icon="check-badge")
    if standing == RequestState.DECLINED:
        note = request.decline_reason
        return Step(_("Declined"), "stopped", request.answered_at, creator, note=note)
    if standing == RequestState.WITHDRAWN:
        return Step(_("Withdrawn"), "stopped", request.answered_at, str(request.answered_by or ""))
    if standing == RequestState.LAPSED:
        return Step(_("Ended with the work"), "stopped", request.answered_at)
    if standing == RequestState.EXPIRED_UNANSWERED:
        return Step(_("Ran out without an answer"), "stopped", request.answer_by)
    state = "current" if request.state == RequestState.SEEN else "next"
    hoped_for = _("Hoped for by %(day)s.") % {"day": date_format(localtime(request.answer_by), "DATE_FORMAT")}
    return Step(_("Answer"), state, next=hoped_for)


def of_license(license: License, at: datetime) -> list[Step]:
    steps = [Step(_("Granted"), "done", license.granted_at, license.licensor_named, icon="check-badge")]
    standing = license.standing(at)
    if license.starts_at > license.granted_at:
        steps.append(Step(_("Starts"), "next" if standing == Standing.UPCOMING else "done", license.starts_at))
    steps += _delivered(license) + _used(license)
    return [*steps, _end(license, standing, at)]


def _delivered(license: License) -> list[Step]:
    handed = license.deliveries.aggregate(times=Count("pk"), latest=Max("delivered_at"))
    times = handed["times"]
    if not times:
        return []
    title = ngettext("File delivered", "File delivered %(times)d times", times) % {"times": times}
    return [Step(title, "done", handed["latest"], icon="arrow-down-tray")]


def _used(license: License) -> list[Step]:
    latest = license.uses.order_by("noted_at", "pk").last()
    if latest is None:
        return []
    count = license.uses.count()
    title = ngettext("Used in %(count)d place", "Used in %(count)d places", count) % {"count": count}
    return [Step(title, "done", latest.noted_at, note=latest.place, icon="megaphone")]


def _end(license: License, standing: Standing, at: datetime) -> Step:
    if standing in (Standing.REVOKED, Standing.TERMINATED, Standing.SUPERSEDED):
        return Step(standing.label, "stopped", license.ended_at or license.over_from)
    if standing == Standing.ENDING:
        end = moments.local(license.over_from or at)
        return Step(_("Revoked"), "current", license.ended_at, next=_("It ends on %(end)s.") % {"end": end})
    if standing == Standing.EXPIRED:
        return Step(_("Expired"), "stopped", license.ends_at)
    if standing == Standing.WORK_REMOVED:
        return Step(standing.label, "stopped")
    if standing == Standing.SUSPENDED:
        return Step(standing.label, "stopped")
    if license.ends_at is None:
        return Step(_("In force without an end"), "current")
    in_force = standing == Standing.IN_FORCE
    return Step(_("In force until") if in_force else _("Ends"), "current" if in_force else "next", license.ends_at)
