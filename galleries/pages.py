"""Public pages for people who are not signed in: what rights do not decide is drawn once and kept.

A page's surroundings (head, navigation, footer) depend on language, theme and kind of page; its form, chips and links
on the address. These texts are kept by the process. What may be seen is decided by each request's queries, and is put
into the kept text at each request. Whoever has a session or a message waiting gets the page drawn whole, in the
ordinary way, from the same templates; so does everybody under DEBUG, where templates change.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as render_whole
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.context_processors import site

WHOLE = "base.html"
PARTS = "galleries/_parts.html"
FRAME = "galleries/_frame.html"
# A full store is emptied: most visits ask for the same few addresses.
MOST_KEPT = 500

# Random, so that nothing that a person typed can be taken for one of them.
SEPARATOR = secrets.token_hex(16)
_MARK = secrets.token_hex(16)
_PLACES = re.compile(rf"{_MARK}<(\w+)>")
_WAY = "way_back"


@dataclass(frozen=True)
class Sheet:
    """A text with named places, encoded: `texts` has one item more than `names`, and each place lies between two."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Sheet:
        found = _PLACES.split(text)
        return cls(tuple(piece.encode() for piece in found[::2]), tuple(found[1::2]))

    def filled(self, values: Mapping[str, bytes]) -> bytes:
        pieces = [piece for text, name in zip(self.texts, self.names, strict=False) for piece in (text, values[name])]
        return b"".join([*pieces, self.texts[-1]])


_kept: dict[Hashable, Sheet] = {}


def place(name: str) -> SafeString:
    return mark_safe(f"{_MARK}<{name}>")  # noqa: S308 - our own name


class _Way:
    """Stands for the request where the frame asks for the way back."""

    def get_full_path(self) -> str:
        return place(_WAY)


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
        return whole(request, template, {**context, **decided})

    def draw() -> Sheet:
        places = {name: place(name) for name in decided}
        return Sheet.of(weave(_frame(request), parts(request, template, {**context, **places})))

    return _answer(request, _keep((*_surroundings(request), template, key), draw), decided)


def render_kept(request: HttpRequest, fillings: Sequence[str]) -> HttpResponse:
    """The frame, filled with texts that were kept elsewhere: title, description, head_extra, layout and scripts."""
    if not is_plain_visit(request):
        frame = render_to_string(FRAME, {"separator": SEPARATOR}, request)
        return _fresh(HttpResponse(weave(frame.split(SEPARATOR), fillings)))

    def draw() -> Sheet:
        return Sheet.of(weave(_frame(request), [place(f"filling_{number}") for number in range(len(fillings))]))

    sheet = _keep((*_surroundings(request), FRAME), draw)
    return _answer(request, sheet, {f"filling_{number}": text for number, text in enumerate(fillings)})


def whole(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    return _fresh(render_whole(request, template, {**context, "layout": WHOLE}))


def parts(request: HttpRequest | None, template: str, context: Mapping[str, Any]) -> list[str]:
    """What `template` fills the frame with, in the order of the frame's places."""
    text = render_to_string(template, {**context, "layout": PARTS, "separator": SEPARATOR}, request)
    return text.rstrip("\n").split(SEPARATOR)


def _frame(request: HttpRequest) -> list[str]:
    """The base template, cut at the places that a page fills. Its forms ask visitors for no token."""
    context = {"separator": SEPARATOR, "csrf_token": "", "request": _Way()}
    return render_to_string(FRAME, context, request).split(SEPARATOR)


def weave(pieces: Sequence[str], between: Sequence[str]) -> str:
    woven = [text for pair in zip(pieces, between, strict=False) for text in pair]
    return "".join([*woven, pieces[-1]])


def _answer(request: HttpRequest, sheet: Sheet, decided: Mapping[str, str]) -> HttpResponse:
    """With what was decided, and this visitor's way back."""
    values = {name: text.encode() for name, text in decided.items()}
    values[_WAY] = escape(request.get_full_path()).encode()
    return _fresh(HttpResponse(sheet.filled(values)))


def _fresh(response: HttpResponse) -> HttpResponse:
    """The browser asks again each time: what was public yesterday may be withdrawn today."""
    response["Cache-Control"] = "private, no-cache"
    return response


def _surroundings(request: HttpRequest) -> tuple[str, str, str]:
    match = request.resolver_match
    return get_language() or "", site(request)["theme"], match.view_name if match else ""


def _keep(key: Hashable, draw: Callable[[], Sheet]) -> Sheet:
    found = _kept.get(key)
    if found is None:
        found = draw()
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = found
    return found
