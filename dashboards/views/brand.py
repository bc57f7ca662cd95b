"""A brand's home: where its requests stand, what it may use, and what ends soon."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import user_of
from brands import policies, queries
from brands.models import Membership
from dashboards import checklists
from dashboards.news import latest
from licensing import badges
from licensing import queries as licensing
from licensing.models import License, LicenseRequest
from licensing.states import RequestState
from notifications import queries as notifications

SHOWN = 5


@login_required
@require_safe
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    now = timezone.now()
    requests = _by_state(membership, now)
    licenses = licensing.licenses_for_brand(membership)
    in_force = licenses.filter(licensing.in_force(now))
    ending = licenses.filter(licensing.ending_soon(now))
    asked = sum(requests.values())
    context = {
        "membership": membership,
        "brand": membership.brand,
        "may_ask": policies.can_ask(membership),
        "asked": asked,
        "states": _states(requests),
        "waiting": requests["waiting"],
        "requests": _newest(membership, now),
        "in_force_count": in_force.count(),
        "in_force": _standings(in_force.order_by("-pk")[:SHOWN], now),
        "ending_count": ending.count(),
        "ending": _standings(ending.order_by("ends_at", "pk")[:SHOWN], now),
        "news": latest(notifications.of(user_of(request)).filter(url__startswith=reverse("brand", args=[slug]))),
        "steps": [] if asked else checklists.for_brand(membership),
    }
    return render(request, "dashboards/brand.html", context)


def _by_state(membership: Membership, now: datetime) -> dict[str, int]:
    """Counted by where they stand now, whether or not the scheduler has marked those that ran out."""
    conditions = {
        "waiting": licensing.waiting,
        "granted": licensing.granted,
        "declined": licensing.declined,
        "without_answer": licensing.without_answer,
    }
    return licensing.counts(LicenseRequest.objects.filter(brand=membership.brand), conditions, now)


def _states(counts: dict[str, int]) -> list[dict[str, Any]]:
    named = [
        ("waiting", _("Waiting for an answer"), RequestState.SENT),
        ("granted", _("Granted"), RequestState.GRANTED),
        ("declined", _("Declined"), RequestState.DECLINED),
        ("without_answer", _("Without an answer"), RequestState.EXPIRED_UNANSWERED),
    ]
    return [{"label": label, "state": state, "count": counts[name]} for name, label, state in named if counts[name]]


def _newest(membership: Membership, now: datetime) -> list[dict[str, Any]]:
    rows = licensing.requests_for_brand(membership).prefetch_related(None).order_by("-pk")[:SHOWN]
    return [{"request": row, "state": row.standing(now), "label": _state_label(row, now)} for row in rows]


def _state_label(request: LicenseRequest, now: datetime) -> str:
    return str(RequestState(request.standing(now)).label)


def _standings(rows: QuerySet[License], now: datetime) -> list[dict[str, Any]]:
    return [{"license": row, "until": row.last_day, "badge": badges.of_license(row, now)} for row in rows]
