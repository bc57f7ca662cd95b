"""Requests that no page can read are refused before any page sees them, in one place for all."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote_plus

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.http import parse_header_parameters

NUL = "\0"
# Another one would be taken for the whole request, and Python knows some that are no text at all, such as rot13.
CHARSET = "utf-8"
STRANGE = "core.strange_charset"
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def with_one_charset(application: Application) -> Application:
    """A WSGI application around Django's, which takes any charset up while it makes a request of what has come.

    It takes a strange one away and leaves a mark, which the first middleware answers.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        _kind, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        if not _is_utf8(parameters.get("charset", CHARSET)):
            environ = environ | {"CONTENT_TYPE": "application/octet-stream", STRANGE: True}
        return application(environ, start_response)

    return answer


class UnreadableAddressMiddleware:
    """Refuses NUL in the address, which no database column can hold, and every charset but UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path or NUL in unquote_plus(request.META.get("QUERY_STRING", "")):
            raise BadRequest("NUL in the address")
        if STRANGE in request.META:
            raise BadRequest("a charset that is not UTF-8")
        return self.get_response(request)


class UnreadableValuesMiddleware:
    """Refuses NUL in what a form sends. After the check of the form's token, which reads the form anyway."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        try:
            values = request.POST.lists()
        except UnreadablePostError:
            # Whoever sent it has gone; the page finds out when it reads.
            return
        if any(NUL in text for name, sent in values for text in _texts(name, sent)):
            raise BadRequest("NUL in the form")


def _texts(name: str, sent: Iterable[object]) -> Iterable[str]:
    return (name, *(str(value) for value in sent))


def _is_utf8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name == CHARSET
    except LookupError:
        return False
