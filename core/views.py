"""Pages that belong to no trade: health, refused form posts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from core.errors import NotAllowed


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    error = NotAllowed(
        _("The form was open too long or came from another page. Go back, reload the page and send it again."),
        code="csrf",
    )
    return render(request, "errors/refused.html", {"error": error}, status=403)


def health(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})
