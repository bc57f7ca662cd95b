"""Pages that belong to no trade: help, the look, refused form posts."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from core import onward, refusals
from core.context_processors import THEMES
from core.errors import NotAllowed
from core.forgery import open_to_visitors

A_YEAR = 365 * 24 * 3600


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    error = NotAllowed(
        _("The form was open too long or came from another page. Go back, reload the page and send it again."),
        code="csrf",
    )
    return refusals.page(request, error)


def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/help.html", {"contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1]})


@open_to_visitors
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the look in a cookie, so that the server draws it without a flash; for browsers without JavaScript."""
    response = HttpResponseRedirect(onward.asked_for(request) or "/")
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    return response


def webmanifest(request: HttpRequest) -> JsonResponse:
    icons = [
        {"src": static(f"icons/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
    ]
    return JsonResponse(
        {
            "name": settings.SITE_NAME,
            "short_name": settings.SITE_NAME,
            "start_url": "/",
            "display": "standalone",
            "background_color": "#f1f3ec",
            "theme_color": "#0b3429",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )
