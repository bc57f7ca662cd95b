"""One public work, and what stands beside it. The right to be seen is asked of `submissions.queries` in each query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.prepared import Prepared
from creators.models import Creator
from galleries import cards
from galleries.models import TagCount
from licensing.models import LicenseRequest
from licensing.states import RequestState
from submissions import queries as submission_queries
from submissions.models import Submission
from submissions.policies import Viewer

FREQUENT_TAGS = 16


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
