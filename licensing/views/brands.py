"""A brand's requests and licenses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brands import policies as brand_policies
from brands import queries as brand_queries
from brands.models import Membership
from core import pagination
from core.errors import DomainError
from licensing import actions, badges, credits, history, queries, rows, shown
from licensing.forms import EndUseForm, UseForm
from licensing.models import License, LicenseRequest, Use
from licensing.terms import table
from licensing.terms.vocabulary import Channel
from licensing.views import again, chips, refusing
from licensing.views.reserving import reserve, reserved
from submissions import pictures


@login_required
@require_safe
def requests(request: HttpRequest, slug: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    now = timezone.now()
    found = queries.requests_for_brand(membership)
    chosen = chips.choose(request, chips.BRAND_REQUESTS)
    page = pagination.newest_first(
        queries.with_works(found.filter(chosen.meets(now))), before=request.GET.get("before", "")
    )
    context = {
        "brand": membership.brand,
        "chips": chips.counted(chips.BRAND_REQUESTS, chosen, found, now),
        "chosen": chosen.code,
        "rows": [rows.brand_request(row, now) for row in page.rows],
        "next_url": chips.next_url(chosen, page.next),
    }
    return render(request, "licensing/brand_requests.html", context)


@login_required
@require_safe
def request_detail(request: HttpRequest, slug: str, request_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    asked = queries.one(queries.with_works(queries.requests_for_brand(membership)), request_id)
    now = timezone.now()
    offer = asked.current_offer
    license = getattr(asked, "license", None)
    context = {
        "brand": membership.brand,
        "asked": asked,
        "license": license,
        "license_badge": badges.of_license(license, now) if license else None,
        "license_is_over": license is not None and _is_over(license, now),
        "badge": badges.of_request(asked, now),
        "deed": shown.deed(shown.to_sign(asked, offer, get_language() or "en").sections),
        "table": table.rows(offer.parsed_terms),
        "picture": pictures.of(asked.submission),
        "steps": history.of_request(asked, now),
        "can_withdraw": brand_policies.can_ask(membership) and asked.is_open(now),
        "can_ask_again": _can_ask_again(membership, asked, now),
        "just_sent": "sent" in request.GET and asked.is_open(now),
    }
    return render(request, "licensing/brand_request.html", context)


@login_required
@require_POST
def withdraw(request: HttpRequest, slug: str, request_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    asked = queries.one(queries.requests_for_brand(membership), request_id)
    actions.withdraw_request(request=asked, actor=membership.user, now=timezone.now())
    messages.success(request, _("The request is withdrawn. The creator cannot grant it any more."))
    return redirect("brand_request", slug, request_id)


@login_required
@require_safe
def licenses(request: HttpRequest, slug: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    now = timezone.now()
    found = queries.licenses_for_brand(membership)
    chosen = chips.choose(request, chips.BRAND_LICENSES)
    page = pagination.newest_first(
        queries.with_works(found.filter(chosen.meets(now))), before=request.GET.get("before", "")
    )
    context = {
        "brand": membership.brand,
        "chips": chips.counted(chips.BRAND_LICENSES, chosen, found, now),
        "chosen": chosen.code,
        "rows": [rows.brand_license(row, now) for row in page.rows],
        "next_url": chips.next_url(chosen, page.next),
    }
    return render(request, "licensing/brand_licenses.html", context)


@login_required
@require_safe
def license_detail(request: HttpRequest, slug: str, license_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    license = _license(membership, license_id)
    form = UseForm(license=license, initial={"reserved": reserve("use", membership.pk, license.pk)})
    return _license_page(request, membership, license, form)


@login_required
@require_POST
def note_use(request: HttpRequest, slug: str, license_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    license = _license(membership, license_id)
    form = UseForm(request.POST, license=license)
    if form.is_valid():
        try:
            actions.note_use(
                license=license,
                actor=membership.user,
                now=timezone.now(),
                reserved_id=reserved("use", form.cleaned_data["reserved"], membership.pk, license.pk),
                **form.noted(),
            )
        except DomainError as refused:
            refusing.tell(form, refused)
            if refused.code == "form_used":
                form.renew(reserve("use", membership.pk, license.pk))
            return _license_page(request, membership, license, form, status=refused.status)
        else:
            messages.success(request, _("Noted. The creator sees it too."))
            return redirect("brand_license", slug, license_id)
    return _license_page(request, membership, license, form, status=422)


@login_required
@require_POST
def end_use(request: HttpRequest, slug: str, license_id: str, use_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    license = _license(membership, license_id)
    use = queries.one(queries.uses_of(license), use_id)
    form = EndUseForm(request.POST)
    if form.is_valid():
        actions.end_use(use=use, ends_on=form.ends_on(), actor=membership.user, now=timezone.now())
        messages.success(request, _("The end of this use is noted."))
    else:
        messages.error(request, _("Give the last day as a date."))
    return redirect("brand_license", slug, license_id)


def _license(membership: Membership, license_id: str) -> License:
    return queries.one(queries.with_works(queries.licenses_for_brand(membership)), license_id)


def _license_page(
    request: HttpRequest, membership: Membership, license: License, form: UseForm, *, status: int = 200
) -> HttpResponse:
    now = timezone.now()
    context = {
        "brand": membership.brand,
        "license": license,
        "badge": badges.of_license(license, now),
        "in_force": license.in_force(now),
        "is_over": _is_over(license, now),
        "can_ask_again": again.is_worth_it(license, now) and again.is_possible(membership, license.submission, now),
        "fee": shown.fee(license.parsed_terms),
        "period": rows.period(license),
        "table": table.rows(license.parsed_terms),
        "signed_text": license.evidence.text,
        "signed_language": license.evidence.language,
        "picture": pictures.of(license.submission),
        "steps": history.of_license(license, now),
        "credits": credits.of(license),
        "uses": [use_row(use, license, now) for use in queries.uses_of(license)],
        "deliveries": queries.latest_deliveries(license),
        "form": form,
        "can_act": brand_policies.can_ask(membership),
        "today": now.date(),
    }
    return render(request, "licensing/brand_license.html", context, status=status)


def _is_over(license: License, now: datetime) -> bool:
    return license.over_from is not None and license.over_from <= now


def _can_ask_again(membership: Membership, asked: LicenseRequest, now: datetime) -> bool:
    license = getattr(asked, "license", None)
    wanted = again.is_worth_it(license, now) if license else not asked.is_open(now)
    return wanted and again.is_possible(membership, asked.submission, now)


def use_row(use: Use, license: License, now: datetime) -> dict[str, Any]:
    """A use, and whether it lies within the license."""
    return {
        "use": use,
        "channel": Channel(use.channel).label,
        "is_running": use.is_running(now.date()),
        "outside": queries.lies_outside(use, license, now),
    }
