"""Public pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from core import ids
from creators import queries as creator_queries
from galleries import actions, cards, lists, pages, queries, structured, work_pages
from galleries import filters as filtering
from galleries.filters import Filters
from submissions.policies import owns

ON_LANDING = 8


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What this is, for whom, with a few published works."""
    newest = lists.gallery_page(Filters(), size=ON_LANDING)
    has_works = newest.count > 0
    context = {"has_works": has_works, "example": _example_deed()}
    return pages.render(request, "galleries/landing.html", context, decided={"works": newest.cards}, key=has_works)


def _example_deed() -> dict[str, Any]:
    """A made-up answer to a made-up question, for the landing page."""
    return {
        "may": [gettext("Post it on Instagram and on their website")],
        "must": [gettext("Write “Photo: Ida Holm” beside it")],
        "may_not": [gettext("Put it in paid ads"), gettext("Change it"), gettext("Feed it to an AI")],
        "until": gettext("31 December"),
        "where": gettext("Denmark and Sweden"),
        "reward": gettext("1,500 kr."),
    }


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Published works, newest first; what narrows them down stands in the address."""
    filters = filtering.read(request.GET)
    after = _after(request)
    page = lists.gallery_page(filters, after=after)
    tags = queries.frequent_tags()
    context = {
        "filters": filters,
        "has_works": page.count > 0,
        "is_first": not after,
        "next_url": filters.query_string(after=page.next_after) if page.next_after else "",
        "first_url": filters.query_string(),
        "canonical_url": structured.absolute(request.path + filters.query_string()),
    }
    key = (*context.values(), tags)
    context |= {
        "tag_chips": SimpleLazyObject(lambda: _tag_chips(filters, tags)),
        "shapes": filtering.SHAPES.items(),
        "ai_uses": filtering.AI_USES.items(),
    }
    return pages.render(request, "galleries/gallery.html", context, decided={"works": page.cards}, key=key)


def _after(request: HttpRequest) -> str:
    """The work behind which the page begins; what is no id of a work is left out."""
    typed = request.GET.get("after", "")
    return typed if ids.PATTERN.match(typed) else ""


def _tag_chips(filters: Filters, frequent: Iterable[str]) -> list[dict[str, Any]]:
    """Each a link that turns its tag on, or off where it is on; the chosen one is there even if it is rare."""
    tags = dict.fromkeys([*([filters.tag] if filters.tag else []), *frequent])
    return [
        {
            "label": tag,
            "active": tag == filters.tag,
            "url": filters.query_string(tag="" if tag == filters.tag else tag),
        }
        for tag in tags
    ]


@require_safe
def creator(request: HttpRequest, handle: str) -> HttpResponse:
    """One creator and what they have published."""
    found = creator_queries.by_handle(handle)
    after = _after(request)
    page = lists.creator_page(found, after=after)
    context = {
        "name": found.name,
        "handle": found.handle,
        "bio": found.bio,
        "has_works": page.count > 0,
        "is_first": not after,
        "next_url": f"?{urlencode({'after': page.next_after})}" if page.next_after else "",
        "first_url": "?",
        "canonical_url": structured.absolute(request.path),
    }
    return pages.render(
        request, "galleries/creator.html", context, decided={"works": page.cards}, key=tuple(context.values())
    )


@require_safe
def work(request: HttpRequest, public_id: str) -> HttpResponse:
    """One published work; 404 from the second in which it is no longer public."""
    found, fingerprint, text = queries.kept_page(public_id)
    if fingerprint != work_pages.fingerprint(found):
        kept_anew = actions.keep_page(work=queries.published_work(public_id))
        text = getattr(kept_anew, f"html_{cards.language()}")
    kept = work_pages.read(text)
    ask, use = kept.ask, kept.use
    if not pages.is_plain_visit(request) and request.user.is_authenticated:
        standings = queries.standings(request.user, found, at=timezone.now())
        ask, use = work_pages.own_parts(request, found, standings, is_own=owns(request.user, found))
    return pages.render_kept(request, kept.filled(lists.more_by(found).cards, ask=ask, use=use))
