"""Where a creator reads requests, says no, signs, and takes licenses back."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core import pagination
from core.errors import Conflict, DomainError
from creators import access
from licensing import actions, badges, exclusivity, history, policies, queries, rows, shown
from licensing.forms import DeclineForm, RevokeForm
from licensing.models import License, LicenseRequest
from licensing.states import Standing
from licensing.terms import table
from licensing.views import chips, refusing
from licensing.views.brands import use_row
from submissions import pictures


@access.creator_required
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    found = queries.requests_for_creator(request.user)
    chosen = chips.choose(request, chips.CREATOR_REQUESTS)
    page = pagination.newest_first(
        queries.with_works(found.filter(chosen.meets(now))), before=request.GET.get("before", "")
    )
    context = {
        "chips": chips.counted(chips.CREATOR_REQUESTS, chosen, found, now),
        "chosen": chosen.code,
        "rows": [rows.creator_request(row, now) for row in page.rows],
        "next_url": chips.next_url(chosen, page.next),
    }
    return render(request, "licensing/studio_requests.html", context)


@access.creator_required
@require_safe
def request_detail(request: HttpRequest, request_id: str) -> HttpResponse:
    asked = asked_of(request, request_id)
    now = timezone.now()
    asked = actions.see(request=asked, actor=access.current(request).user, now=now)
    asked = asked_of(request, request_id)
    return _request_page(request, asked, DeclineForm(), now)


def _request_page(
    request: HttpRequest, asked: LicenseRequest, form: DeclineForm, now: datetime, *, status: int = 200
) -> HttpResponse:
    offer = asked.current_offer
    is_open = asked.is_open(now)
    license = getattr(asked, "license", None)
    names = (asked.brand.name, asked.submission.title, get_language() or "en")
    context = {
        "asked": asked,
        "license": license,
        "license_badge": badges.of_license(license, now) if license else None,
        "license_counts": license is not None and license.standing(now) in (Standing.IN_FORCE, Standing.UPCOMING),
        "badge": badges.of_request(asked, now, for_creator=True),
        "deed": shown.deed(shown.to_sign(asked, offer, names[2]).sections),
        "summary": shown.summary(offer.parsed_terms, *names),
        "table": table.rows(offer.parsed_terms),
        "picture": pictures.of(asked.submission),
        "is_open": is_open,
        "obstacle": _obstacle(asked, now) if is_open else "",
        "form": form,
        "just_declined": "declined" in request.GET,
    }
    return render(request, "licensing/studio_request.html", context, status=status)


def _obstacle(asked: LicenseRequest, now: datetime) -> str:
    """Why the request could not be granted now, said before the creator has signed in for it."""
    try:
        policies.check_can_be_licensed(asked.submission)
        terms = asked.current_offer.parsed_terms
        exclusivity.check_no_overlap(asked, terms, *terms.term.period(now), now=now)
    except Conflict as conflict:
        return str(conflict.message)
    return ""


@access.creator_required
@require_POST
def decline(request: HttpRequest, request_id: str) -> HttpResponse:
    asked = asked_of(request, request_id)
    now = timezone.now()
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _request_page(request, asked, form, now, status=422)
    actions.decline(request=asked, reason=form.cleaned_data["reason"], actor=access.current(request).user, now=now)
    return redirect(f"{reverse('studio_request', args=[request_id])}?declined")


@access.creator_required
@require_safe
def licenses(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    found = queries.licenses_for_creator(request.user)
    chosen = chips.choose(request, chips.CREATOR_LICENSES)
    page = pagination.newest_first(
        queries.with_works(found.filter(chosen.meets(now))), before=request.GET.get("before", "")
    )
    context = {
        "chips": chips.counted(chips.CREATOR_LICENSES, chosen, found, now),
        "chosen": chosen.code,
        "rows": [rows.creator_license(row, now) for row in page.rows],
        "next_url": chips.next_url(chosen, page.next),
    }
    return render(request, "licensing/studio_licenses.html", context)


@access.creator_required
@require_safe
def license_detail(request: HttpRequest, license_id: str) -> HttpResponse:
    license = license_of(request, license_id)
    now = timezone.now()
    context = {
        "license": license,
        "badge": badges.of_license(license, now),
        "in_force": license.in_force(now),
        "period": rows.period(license),
        "deed": shown.signed(license.evidence),
        "fee": shown.fee(license.parsed_terms),
        "table": table.rows(license.parsed_terms),
        "signed_text": license.evidence.text,
        "signed_language": license.evidence.language,
        "evidence": license.evidence,
        "picture": pictures.of(license.submission),
        "steps": history.of_license(license, now),
        "uses": [use_row(use, license, now) for use in queries.uses_of(license)],
        "can_revoke": policies.can_revoke_now(license, access.current(request).user, now),
    }
    return render(request, "licensing/studio_license.html", context)


@access.creator_required
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, license_id: str) -> HttpResponse:
    """What follows from it, a reason, and a second look before it is done."""
    license = license_of(request, license_id)
    user = access.current(request).user
    now = timezone.now()
    policies.check_can_revoke(license, user)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke(license=license, reason=form.cleaned_data["reason"], actor=user, now=now)
        except DomainError as refused:
            refusing.tell(form, refused)
        else:
            messages.success(request, _("The license is revoked. The brand is told."))
            return redirect("studio_license", license_id)
    else:
        policies.check_not_over(license, now)
    terms = license.parsed_terms
    context = {
        "license": license,
        "terms": terms,
        "ends": terms.revocation_takes_effect(now),
        "uses": [row for use in queries.uses_of(license) if (row := use_row(use, license, now))["is_running"]],
        "picture": pictures.of(license.submission),
        "form": form,
    }
    return render(request, "licensing/studio_revoke.html", context, status=422 if form.errors else 200)


def asked_of(request: HttpRequest, request_id: str) -> LicenseRequest:
    return queries.one(queries.with_works(queries.requests_for_creator(request.user)), request_id)


def license_of(request: HttpRequest, license_id: str) -> License:
    found = queries.licenses_for_creator(request.user).select_related("evidence")
    return queries.one(queries.with_works(found), license_id)
