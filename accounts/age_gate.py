"""What somebody under 16 sees, and the one thing that is kept: a signed cookie in their own browser, for a day."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.age import OLD_ENOUGH

COOKIE = "too_young"
SALT = "accounts.age_gate"
CLOSED_FOR = timedelta(days=1)


def is_closed(request: HttpRequest) -> bool:
    """Whether this browser gave an age under 16 within the last day, so that another year is no way around it."""
    return request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=CLOSED_FOR) == "1"


def close(request: HttpRequest) -> HttpResponse:
    """Explain, and keep nothing about the person: what they typed is forgotten, the session too."""
    request.session.flush()
    response = explain(request)
    response.set_signed_cookie(
        COOKIE,
        "1",
        salt=SALT,
        max_age=CLOSED_FOR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def explain(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/too_young.html", {"old_enough": OLD_ENOUGH}, status=403)
