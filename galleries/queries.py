"""Works as public pages list them. The right to be seen is asked of `submissions.queries` in each query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from core.prepared import Prepared, Row
from creators.models import Creator
from galleries import actions, cards
from galleries.filters import Filters
from galleries.models import TagCount
from galleries.searching import Works, narrowed, place_of
from licensing.models import LicenseRequest
from licensing.states import RequestState
from submissions import queries as submission_queries
from submissions.models import Submission
from submissions.policies import Viewer

PAGE_SIZE = 24
FREQUENT_TAGS = 16


@dataclass(frozen=True)
class Page:
    """One page of cards as safe text, and the public id behind which the next one begins, if there is one."""

    cards: SafeString
    count: int
    next_after: str


def gallery_page(filters: Filters, *, after: str = "", size: int = PAGE_SIZE) -> Page:
    if filters or after:
        return _page(narrowed(submission_queries.published(), filters, after=after), size)
    return _drawn(_newest(cards.language(), size).rows(), size)


def creator_page(creator: Creator, *, after: str = "", size: int = PAGE_SIZE) -> Page:
    works = Works(submission_queries.published().filter(creator=creator))
    place = place_of(after) if after else None
    return _page(works.behind(place) if place else works, size)


def more_by(work: Submission, *, size: int = 4) -> Page:
    """Other works of the same creator."""
    return _drawn(_others(cards.language(), size).rows(work.creator_id, work.pk), size)


@cache
def _newest(language: str, size: int) -> Prepared:
    return Prepared(lambda: _rows(Works(submission_queries.published()), language, size))


@cache
def _others(language: str, size: int) -> Prepared:
    def make(creator: int, work: int) -> QuerySet[Submission, Row]:
        works = submission_queries.published().filter(creator_id=creator).exclude(pk=work)
        return _rows(Works(works), language, size)

    return Prepared(make, 2_000_000_001, 2_000_000_002)


def published_work(public_id: str) -> Submission:
    """The work with its creator, picture and tags; 404 unless everybody may see it."""
    works = submission_queries.with_pictures(submission_queries.published()).prefetch_related("tags")
    return get_object_or_404(works, public_id=public_id)


def kept_page(public_id: str) -> tuple[Submission, str, str]:
    """A published work, as far as its kept page depends on it, with that page's fingerprint and text; or 404."""
    found = _kept(cards.language()).rows(public_id)
    if not found:
        raise Http404("no such published work")
    [(fingerprint, text, *values)] = found
    split = len(_WORK_COLUMNS)
    work = Submission.from_db(DEFAULT_DB_ALIAS, _WORK_COLUMNS, values[:split])
    work.creator = Creator.from_db(DEFAULT_DB_ALIAS, _CREATOR_COLUMNS, values[split:])
    return work, fingerprint or "", text or ""


def _in_order(model: type[Model], *wanted: str) -> list[str]:
    """These columns in the order of the model's fields, as `from_db` wants them."""
    return [column.attname for column in model._meta.concrete_fields if column.attname in wanted]


_WORK_COLUMNS = _in_order(Submission, "id", "public_id", "creator_id", "state", "rights_holder", "people", "revision")
_CREATOR_COLUMNS = _in_order(Creator, "id", "user_id", "handle", "name")


@cache
def _kept(language: str) -> Prepared:
    of_creator = [f"creator__{name}" for name in _CREATOR_COLUMNS]
    columns = ["page__fingerprint", f"page__html_{language}", *_WORK_COLUMNS, *of_creator]
    return Prepared(
        lambda public_id: submission_queries.published().filter(public_id=public_id).values_list(*columns), "sub_x"
    )


@dataclass(frozen=True)
class StandingOf:
    """Where one of the viewer's brands stands with a work: its last request, or the license that came of it."""

    brand: str
    label: str
    state: str
    url: str


def standings(viewer: Viewer, work: Submission, *, at: datetime) -> list[StandingOf]:
    if not viewer.is_authenticated:
        return []
    asked = LicenseRequest.objects.filter(submission=work, brand__memberships__user=viewer)
    newest: dict[int, LicenseRequest] = {}
    for request in asked.select_related("brand", "license").order_by("pk"):
        newest[request.brand_id] = request
    return [_standing(request, at) for request in newest.values()]


def _standing(request: LicenseRequest, at: datetime) -> StandingOf:
    license = getattr(request, "license", None)
    brand = request.brand
    if license is not None:
        granted = license.standing(at)
        return StandingOf(
            brand.name, str(granted.label), granted, reverse("brand_license", args=[brand.slug, license.public_id])
        )
    state = RequestState(request.standing(at))
    return StandingOf(
        brand.name, str(state.label), state, reverse("brand_request", args=[brand.slug, request.public_id])
    )


def frequent_tags() -> tuple[str, ...]:
    return tuple(name for (name,) in _FREQUENT.rows())


_FREQUENT = Prepared(lambda: TagCount.objects.order_by("-works", "name").values_list("name")[:FREQUENT_TAGS])


def _page(works: Works, size: int) -> Page:
    page = _drawn(list(_rows(works, cards.language(), size)), size)
    return page if page.next_after else replace(page, next_after=works.until)


def _rows(works: Works, language: str, size: int) -> QuerySet[Submission, Row]:
    """One work more than fit on the page, to know whether there is another page."""
    columns = ("pk", "public_id", "revision", f"card__html_{language}", "card__template_hash", "card__revision")
    return works.in_order().values_list(*columns)[: size + 1]


def _drawn(rows: list[Row], size: int) -> Page:
    """The page of these rows; cards that are missing or stale are drawn anew and kept."""
    shown = rows[:size]
    fresh = cards.digest()
    stale = {row[0] for row in shown if row[4] != fresh or row[5] != row[2]}
    anew = _drawn_anew(stale) if stale else {}
    texts = [anew.get(row[0], "") if row[0] in stale else row[3] for row in shown]
    return Page(
        cards=mark_safe("".join(texts)),  # noqa: S308 - drawn by a template, which escaped it
        count=len(shown),
        next_after=shown[-1][1] if len(rows) > size else "",
    )


def _drawn_anew(keys: Iterable[int]) -> dict[int, str]:
    submissions = list(submission_queries.published().filter(pk__in=keys))
    name = f"html_{cards.language()}"
    return {card.submission_id: getattr(card, name) for card in actions.keep_cards(submissions=submissions)}
