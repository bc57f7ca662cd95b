"""Filters of a list as links; the address holds the choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from licensing import queries


@dataclass(frozen=True)
class Chip:
    code: str
    label: str | Promise
    meets: queries.Condition


BRAND_REQUESTS = (
    Chip("all", _("All"), queries.everything),
    Chip("waiting", _("Waiting"), queries.waiting),
    Chip("granted", _("Granted"), queries.granted),
    Chip("declined", _("Declined"), queries.declined),
    Chip("unanswered", _("No answer"), queries.without_answer),
)
CREATOR_REQUESTS = (
    Chip("waiting", _("Wait for you"), queries.waiting),
    Chip("answered", _("Answered or over"), queries.answered),
)
BRAND_LICENSES = (
    Chip("usable", _("May be used now"), queries.in_force),
    Chip("soon", _("End soon"), queries.ending_soon),
    Chip("later", _("Start later"), queries.starting_later),
    Chip("over", _("Over"), queries.over),
    Chip("all", _("All"), queries.everything),
)
CREATOR_LICENSES = (Chip("usable", _("In force"), queries.in_force), *BRAND_LICENSES[1:])


def choose(request: HttpRequest, chips: tuple[Chip, ...]) -> Chip:
    """The chip that the address names, or the first."""
    wanted = request.GET.get("show", "")
    return next((chip for chip in chips if chip.code == wanted), chips[0])


def counted(chips: tuple[Chip, ...], chosen: Chip, rows: QuerySet[Any], at: datetime) -> list[dict[str, Any]]:
    """For the filter bar."""
    found = queries.counts(rows, {chip.code: chip.meets for chip in chips}, at)
    return [
        {"label": chip.label, "url": f"?show={chip.code}", "active": chip is chosen, "count": found[chip.code]}
        for chip in chips
    ]


def next_url(chosen: Chip, before: str) -> str:
    return f"?{urlencode({'show': chosen.code, 'before': before})}" if before else ""
