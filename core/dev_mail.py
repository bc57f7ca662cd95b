"""Mail that a demo kept instead of sending, for everybody who can open the page. Its addresses exist only there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path

from core import numbers
from core.models import CapturedMail

PAGE_SIZE = 20


def mails(request: HttpRequest) -> HttpResponse:
    """Newest first, by key; `?to=` looks for an address."""
    found = CapturedMail.objects.order_by("-pk")
    if to := request.GET.get("to", "").strip():
        found = found.filter(to__icontains=to)
    if before := numbers.whole(request.GET.get("before", ""), otherwise=0):
        found = found.filter(pk__lt=before)
    page = list(found[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    more = shown[-1].pk if len(page) > PAGE_SIZE else ""
    return render(request, "core/mails.html", {"mails": shown, "more": more, "to": to})


def mail(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "core/mail.html", {"mail": get_object_or_404(CapturedMail, pk=pk)})


urlpatterns = [
    path("", mails, name="captured_mail"),
    path("<int:pk>/", mail, name="captured_mail_read"),
]
