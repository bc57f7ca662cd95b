"""A creator's home: what needs them now, and where everything stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import user_of
from accounts.models import User
from creators import access
from dashboards import checklists, standing
from dashboards.news import latest
from licensing import queries as licensing
from notifications import queries as notifications
from submissions import pictures
from submissions import queries as submissions
from submissions.models import MediaFile, Submission
from submissions.refusals import OUR_FAULT
from submissions.states import State

SHOWN = 5
WORKS = 6
UNDERWAY = [State.RECEIVED, State.PROCESSING, State.IN_REVIEW]


@access.creator_required
@require_safe
def studio(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    now = timezone.now()
    creator = access.current(request)
    counts = _by_state(user)
    licenses = licensing.licenses_for_creator(user).filter(licensing.in_force(now))
    context = {
        "creator": creator,
        "requests": _requests(user, now),
        "waiting": standing.of(user).waiting,
        "to_mend": _to_mend(user),
        "has_works": bool(counts),
        "published": counts.get(State.PUBLISHED, 0),
        "underway": sum(counts.get(state, 0) for state in UNDERWAY),
        "works": [{"work": work, "picture": pictures.of(work)} for work in _newest(user)],
        "license_count": licenses.count(),
        "licenses": licenses.order_by("-pk")[:SHOWN],
        "news": latest(notifications.of(user)),
        "steps": [] if counts else checklists.for_creator(creator),
    }
    return render(request, "dashboards/studio.html", context)


def _by_state(user: User) -> dict[str, int]:
    counted = submissions.owned_by(user).order_by().values_list("state").annotate(count=Count("pk"))
    return dict(counted)


def _requests(user: User, now: datetime) -> QuerySet[Any]:
    """The ones to answer, the most urgent first."""
    waiting = licensing.requests_for_creator(user).filter(licensing.waiting(now))
    return waiting.prefetch_related(None).order_by("answer_by", "pk")[:SHOWN]


def _to_mend(user: User) -> QuerySet[Submission]:
    """Works that wait for their creator; a check that broke by our fault is not theirs to mend."""
    ours = MediaFile.objects.filter(is_current=True, refusal_code=OUR_FAULT).values("submission")
    waiting = submissions.owned_by(user).filter(state__in=[State.CHANGES_REQUESTED, State.QUARANTINED])
    return waiting.exclude(state=State.QUARANTINED, pk__in=ours).order_by("pk")[:SHOWN]


def _newest(user: User) -> QuerySet[Submission]:
    return submissions.with_pictures(submissions.owned_by(user)).order_by("-pk")[:WORKS]
