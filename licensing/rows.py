"""One request or license in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from licensing import badges
from licensing.badges import Badge
from licensing.models import License, LicenseRequest
from licensing.terms import Terms, table
from submissions import pictures
from submissions.pictures import Picture

IN_SHORT = ("channels", "term", "compensation")


@dataclass(frozen=True)
class Row:
    url: str
    title: str
    party: str
    badge: Badge
    short: str
    when: str | Promise
    picture: Picture
    number: str = ""


def brand_request(request: LicenseRequest, at: datetime) -> Row:
    return Row(
        url=reverse("brand_request", args=[request.brand.slug, request.public_id]),
        title=request.submission.title,
        party=request.submission.creator.name,
        badge=badges.of_request(request, at),
        short=in_short(request.current_offer.parsed_terms),
        when=_when(request, at),
        picture=pictures.of(request.submission),
    )


def creator_request(request: LicenseRequest, at: datetime) -> Row:
    return Row(
        url=reverse("studio_request", args=[request.public_id]),
        title=request.submission.title,
        party=request.brand.name,
        badge=badges.of_request(request, at, for_creator=True),
        short=in_short(request.current_offer.parsed_terms),
        when=_when(request, at),
        picture=pictures.of(request.submission),
    )


def brand_license(license: License, at: datetime) -> Row:
    url = reverse("brand_license", args=[license.licensee.slug, license.public_id])
    return _license(license, at, url, license.licensor_named)


def creator_license(license: License, at: datetime) -> Row:
    return _license(license, at, reverse("studio_license", args=[license.public_id]), license.licensee_name)


def _license(license: License, at: datetime, url: str, party: str) -> Row:
    return Row(
        url=url,
        title=license.work_title,
        party=party,
        badge=badges.of_license(license, at),
        short=in_short(license.parsed_terms),
        when=period(license),
        picture=pictures.of(license.submission),
        number=license.number,
    )


def in_short(terms: Terms) -> str:
    return " · ".join(row.value for row in table.rows(terms) if row.code in IN_SHORT)


def period(license: License) -> str:
    start = date_format(license.starts_at, "DATE_FORMAT")
    if license.last_day is None:
        return _("Since %(start)s, without an end") % {"start": start}
    return _("%(start)s to %(end)s") % {"start": start, "end": date_format(license.last_day, "DATE_FORMAT")}


def _when(request: LicenseRequest, at: datetime) -> str:
    if request.is_open(at):
        return _("Answer by %(day)s") % {"day": date_format(localtime(request.answer_by), "DATE_FORMAT")}
    day = request.answered_at or request.answer_by
    return _("Closed on %(day)s") % {"day": date_format(localtime(day), "DATE_FORMAT")}
