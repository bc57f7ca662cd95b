"""The page of one's news."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from accounts.access import user_of
from core.pagination import newest_first
from notifications import actions, queries, sentences

PAGE = 24


@login_required
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    page = newest_first(queries.of(user_of(request)), before=request.GET.get("before", ""), size=PAGE)
    rows = [{"notification": row, "worded": sentences.worded(row.kind, row.context)} for row in page.rows]
    address = reverse("notifications")
    context = {
        "rows": rows,
        "any_unread": any(row.read_at is None for row in page.rows) or "before" in request.GET,
        "next_url": f"{address}?{urlencode({'before': page.next})}" if page.next else "",
    }
    return render(request, "notifications/notifications.html", context)


@login_required
@require_safe
def open_one(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where the news leads to; it counts as read. The address is one of ours, written when the news was made."""
    notification = queries.one(user_of(request), public_id)
    actions.read(notification=notification, now=timezone.now())
    return redirect(notification.url)


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    actions.read_all(user=user_of(request), now=timezone.now())
    return redirect("notifications")
