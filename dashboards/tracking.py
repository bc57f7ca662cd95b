"""A creator's works: the list, and each one's way from hand to gallery to license, like a parcel."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import states
from core.pagination import newest_first
from creators import access
from dashboards import declared, timeline
from moderation.models import Decision
from submissions import pictures, queries, refusals
from submissions.models import MediaFile, Submission
from submissions.states import MOVES, State

PAGE = 24
# What the chips of the list say; each stands for one or more states.
FILTERS = {
    "waiting": [State.RECEIVED, State.PROCESSING, State.IN_REVIEW],
    "your-turn": [State.CHANGES_REQUESTED, State.QUARANTINED],
    "published": [State.PUBLISHED],
    "ended": [State.REJECTED, State.WITHDRAWN, State.REMOVED],
}
UNSETTLED = {State.RECEIVED, State.PROCESSING}
# As long as a work is here, it is true that it was handed in and what happens next; a refusal says something else.
ON_ITS_WAY = {*UNSETTLED, State.IN_REVIEW}
# Seconds after which the page of a work asks again: while the file is checked, and while somebody else may act.
QUICK_BEAT, SLOW_BEAT = 2, 20


@access.creator_required
@require_safe
def works(request: HttpRequest) -> HttpResponse:
    mine = queries.owned_by(request.user)
    chosen = request.GET.get("show", "")
    shown = mine.filter(state__in=FILTERS[chosen]) if chosen in FILTERS else mine
    page = newest_first(queries.with_pictures(shown), before=request.GET.get("before", ""), size=PAGE)
    context = {
        "rows": [{"submission": work, "picture": pictures.of(work)} for work in page.rows],
        "chips": _chips(mine, chosen),
        "chosen": chosen if chosen in FILTERS else "",
        "next_url": _address(show=chosen, before=page.next) if page.next else "",
    }
    return render(request, "dashboards/tracking.html", context)


def _chips(mine: QuerySet[Submission], chosen: str) -> list[dict[str, Any]]:
    counts = {row["state"]: row["count"] for row in mine.values("state").annotate(count=Count("pk")).order_by()}
    labels = {
        "": _("All"),
        "waiting": _("On their way"),
        "your-turn": _("Your turn"),
        "published": _("Published"),
        "ended": _("Ended"),
    }
    return [
        {
            "label": label,
            "url": _address(show=name),
            "active": name == (chosen if chosen in FILTERS else ""),
            "count": sum(counts.get(state, 0) for state in FILTERS.get(name, list(State))),
        }
        for name, label in labels.items()
    ]


def _address(**query: str) -> str:
    given = {name: value for name, value in query.items() if value}
    return reverse("tracking") + (f"?{urlencode(given)}" if given else "")


@access.creator_required
@require_safe
def work(request: HttpRequest, public_id: str) -> HttpResponse:
    submission = _mine(request, public_id)
    context = _live(request, submission) | {
        "was_handed_in": "handed-in" in request.GET,
        "declared": declared.answers(submission),
        "consented": declared.consent(submission.notice_record),
        "record": submission.notice_record,
    }
    return render(request, "dashboards/tracking_submission.html", context)


@access.creator_required
@require_safe
def status(request: HttpRequest, public_id: str) -> HttpResponse:
    """The part of the page that changes by itself; 204 while nothing has."""
    submission = _mine(request, public_id)
    if request.GET.get("seen") == _mark(submission):
        return HttpResponse(status=204)
    return render(request, "dashboards/tracking_live.html", _live(request, submission) | {"changed": True})


def _live(request: HttpRequest, submission: Submission) -> dict[str, Any]:
    user = request.user
    assert user.is_authenticated
    current = queries.current_file(submission)
    return {
        "submission": submission,
        "current_file": current,
        "picture": pictures.of(submission),
        "steps": timeline.steps(submission, user),
        "mark": _mark(submission),
        "beat": _beat(submission, current),
        "unsettled": submission.state in UNSETTLED,
        "handed_in": "handed-in" in request.GET and submission.state in ON_ITS_WAY,
        "taken_back": "taken-back" in request.GET and submission.state == State.WITHDRAWN,
        "next_steps": [
            _("We check the file and make the pictures. You see it on this page."),
            _("A moderator looks at the work and publishes it, or tells you what to change."),
            _("Brands can find it and ask you. You answer each time."),
        ],
        "refusal": refusals.message(current.refusal_code) if submission.state == State.QUARANTINED else "",
        "decision": _decision(submission),
        "can_resubmit": states.can(MOVES, "resubmit", submission.state),
        "can_withdraw": states.can(MOVES, "withdraw", submission.state),
    }


def _beat(submission: Submission, current: MediaFile) -> int | None:
    if submission.state in UNSETTLED:
        return QUICK_BEAT
    tried_again = submission.state == State.QUARANTINED and current.refusal_code == refusals.OUR_FAULT
    return SLOW_BEAT if tried_again or submission.state == State.IN_REVIEW else None


def _mark(submission: Submission) -> str:
    return f"{submission.state}-{submission.revision}"


def _decision(submission: Submission) -> Decision | None:
    """The moderator's last words, where they are the reason for the present state."""
    if submission.state not in {State.CHANGES_REQUESTED, State.REJECTED, State.REMOVED}:
        return None
    return submission.decisions.order_by("-pk").first()


def _mine(request: HttpRequest, public_id: str) -> Submission:
    return get_object_or_404(queries.with_pictures(queries.owned_by(request.user)), public_id=public_id)
