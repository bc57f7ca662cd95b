"""How much of a request is read, what no cache may keep, and one place each that turns a refusal into a page and a part
of a page into the way to sign in."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from core import problems, refusals, uploads
from core.errors import DomainError, TooLarge, WrongMethod
from core.problems import problem


class PersonalAnswerMiddleware:
    """What somebody who is signed in is sent is kept nowhere, the browser's back button on a shared machine included.

    Files that were made to be shown say themselves how they are kept; a page says so for visitors only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Asked before, too: the answer to signing out shows what was theirs.
        was_signed_in = is_signed_in(request)
        response = self.get_response(request)
        if (was_signed_in or is_signed_in(request)) and not _says_how_it_is_kept(response):
            response["Cache-Control"] = "private, no-store"
        return response


def is_signed_in(request: HttpRequest) -> bool:
    """Visitors' sessions are not looked at, so that their answers do not vary by a cookie."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.modified
    return has_session and SESSION_KEY in request.session


def _says_how_it_is_kept(response: HttpResponse) -> bool:
    is_page = response.get("Content-Type", "").startswith("text/html")
    return "Cache-Control" in response and not is_page


class BodyLimitMiddleware:
    """Reads no more of a request than its view can use: before anything else does, the check of forms included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.method in {"GET", "HEAD"}:
            return None
        try:
            uploads.check_body(request, view)
        except TooLarge as error:
            if _wants_page(request):
                return refusals.page(request, error)
            return problem(error.status, error.code, str(error.message))
        return None


def _wants_page(request: HttpRequest) -> bool:
    return "text/html" in request.headers.get("Accept", "")


class WrongMethodMiddleware:
    """Django's answer to a method that an address does not know is empty; this says what to do. `Allow` stays."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method == "HEAD":
            return response
        error = WrongMethod(
            _("This address is only reached from a form or a link of ours. Open the page that you came from again."),
            code="method_not_allowed",
        )
        if _wants_page(request):
            told = refusals.page(request, error)
        else:
            told = problem(error.status, error.code, str(error.message))
        told["Allow"] = response["Allow"]
        return told


class SignInMiddleware:
    """A part of a page that asks to sign in makes the whole page load again: the browser then goes there itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "HX-Request" not in request.headers or response.status_code != HTTPStatus.FOUND:
            return response
        if urlsplit(response["Location"]).path != resolve_url(settings.LOGIN_URL):
            return response
        return HttpResponse(headers={"HX-Refresh": "true"})


class DomainErrorMiddleware:
    """Shows what could not be done and why. A view that wants to keep what was typed catches the error itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, DomainError):
            return None
        return problems.with_wait(refusals.page(request, exception), exception)
