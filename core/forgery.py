"""Forms that anybody may send and that change nothing but how the sender sees the site."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[[HttpRequest], HttpResponse]


def open_to_visitors(view: View) -> View:
    """Ask people with a session for the form token, and visitors for none: so public pages set no cookie."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        return protected(request) if settings.SESSION_COOKIE_NAME in request.COOKIES else view(request)

    return checked
