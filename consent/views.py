"""What I agreed to, in the exact words, and taking it back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.access import user_of
from consent import queries
from consent.models import Record

PAGE_SIZE = 20


@login_required
def consents(request: HttpRequest) -> HttpResponse:
    """Newest first, by key: `?before=con_…` is the next page."""
    records = queries.visible_to(user_of(request))
    if before := request.GET.get("before"):
        records = records.filter(pk__lt=get_object_or_404(records, public_id=before).pk)
    page = list(records[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    more = shown[-1].public_id if len(page) > PAGE_SIZE else ""
    return render(request, "consent/consents.html", {"records": shown, "more": more})


@login_required
def consent(request: HttpRequest, public_id: str) -> HttpResponse:
    """One consent: the wording that was shown, when, how it was proven, what became of it."""
    record = get_object_or_404(queries.visible_to(user_of(request)), public_id=public_id)
    just_withdrawn = "withdrawn" in request.GET and record.state == Record.State.WITHDRAWN
    return render(request, "consent/consent.html", {"record": record, "just_withdrawn": just_withdrawn})
