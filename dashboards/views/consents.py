"""What I agreed to, in the exact words, each consent with the work that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import user_of
from accounts.models import User
from consent import queries
from consent.models import Record
from core.pagination import newest_first
from submissions import pictures
from submissions import queries as submission_queries
from submissions.models import Submission
from submissions.pictures import Picture

PAGE = 24


@dataclass(frozen=True)
class Row:
    """`work` is None where the consent is about something else."""

    record: Record
    work: Submission | None
    picture: Picture | None


@login_required
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    page = newest_first(queries.visible_to(user), before=request.GET.get("before", ""), size=PAGE)
    context = {"rows": _rows(user, page.rows), "next_url": f"?before={page.next}" if page.next else ""}
    return render(request, "dashboards/consents.html", context)


@login_required
@require_safe
def consent(request: HttpRequest, public_id: str) -> HttpResponse:
    """One consent: the wording that was shown, when, how it was proven, what became of it."""
    user = user_of(request)
    record = get_object_or_404(queries.visible_to(user), public_id=public_id)
    context = {
        "row": _rows(user, [record])[0],
        "just_withdrawn": "withdrawn" in request.GET and record.state == Record.State.WITHDRAWN,
    }
    return render(request, "dashboards/consent.html", context)


def _rows(user: User, records: Sequence[Record]) -> list[Row]:
    """A handful of queries for any number of records."""
    named = submission_queries.owned_by(user).filter(public_id__in=[record.subject for record in records])
    works = {work.public_id: work for work in submission_queries.with_pictures(named)}
    return [_row(record, works.get(record.subject)) for record in records]


def _row(record: Record, work: Submission | None) -> Row:
    return Row(record, work, pictures.of(work) if work else None)
