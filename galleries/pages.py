"""Public pages for people who are not signed in: what rights do not decide is drawn once and kept.

A page's surroundings (head, navigation, footer) depend on language, theme and kind of page; its form, chips and links
on the address. These texts are kept by the process. What may be seen is decided by each request's queries, and is put
into the kept text at each request. Whoever has a session or a message waiting gets the page drawn whole, in the
ordinary way, from the same templates; so does everybody under DEBUG, where templates change.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render as render_whole
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language

from core.context_processors import site

WHOLE = "base.html"
PARTS = "galleries/_parts.html"
FRAME = "galleries/_frame.html"
# A full store is emptied: most visits ask for the same few addresses.
MOST_KEPT = 500

# Random, so that nothing that a person typed can be taken for one of them.
SEPARATOR = secrets.token_hex(16)
_TOKEN = secrets.token_hex(16)
_PATH = secrets.token_hex(16)
_PLACES: dict[str, str] = {}

_kept: dict[Hashable, Any] = {}


@dataclass(frozen=True)
class _Way:
    """Stands for the request where the frame asks for the way back."""

    def get_full_path(self) -> str:
        return _PATH


def is_plain_visit(request: HttpRequest) -> bool:
    """Nobody is signed in, no message waits, and templates stand still."""
    cookies = request.COOKIES
    return not (settings.DEBUG or settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies)


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, decided: Mapping[str, str], key: Hashable
) -> HttpResponse:
    """Draw `template`, which extends `layout` and fills title, description, head_extra, layout and scripts.

    Args:
        context: what the page shows beside that; all of it is told by `key`.
        decided: texts that this request's queries decided upon; never kept.
    """
    if not is_plain_visit(request):
        return answer(whole(request, template, {**context, **decided}))

    def draw() -> str:
        places = {name: _place(name) for name in decided}
        return weave(frame(request), parts(request, template, {**context, **places}))

    text = _keep((*_surroundings(request), template, key), draw)
    for name, found in decided.items():
        text = text.replace(_place(name), found)
    return answer(HttpResponse(personal(request, text)))


def whole(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    return render_whole(request, template, {**context, "layout": WHOLE})


def answer(response: HttpResponse) -> HttpResponse:
    """The browser asks again each time: what was public yesterday may be withdrawn today."""
    response["Cache-Control"] = "private, no-cache"
    return response


def parts(request: HttpRequest | None, template: str, context: Mapping[str, Any]) -> list[str]:
    """What `template` fills the frame with, in the order of the frame's places."""
    text = render_to_string(template, {**context, "layout": PARTS, "separator": SEPARATOR}, request)
    return text.rstrip("\n").split(SEPARATOR)


def frame(request: HttpRequest) -> list[str]:
    """The base template cut at the places that a page fills."""

    def draw() -> list[str]:
        context = {"separator": SEPARATOR, "csrf_token": _TOKEN, "request": _Way()}
        return render_to_string(FRAME, context, request).split(SEPARATOR)

    found: list[str] = _keep((*_surroundings(request), FRAME), draw)
    return found


def weave(pieces: Sequence[str], between: Sequence[str]) -> str:
    woven = [text for pair in zip(pieces, between, strict=False) for text in pair]
    return "".join([*woven, pieces[-1]])


def personal(request: HttpRequest, text: str) -> str:
    """With this visitor's form token and way back."""
    return text.replace(_TOKEN, get_token(request)).replace(_PATH, escape(request.get_full_path()))


def _surroundings(request: HttpRequest) -> tuple[str, str, str]:
    match = request.resolver_match
    return get_language() or "", site(request)["theme"], match.view_name if match else ""


def _place(name: str) -> str:
    return _PLACES.setdefault(name, secrets.token_hex(16))


def _keep(key: Hashable, draw: Callable[[], Any]) -> Any:
    found = _kept.get(key)
    if found is None:
        found = draw()
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = found
    return found
