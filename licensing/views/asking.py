"""Where a brand asks for a work."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from brands import policies as brand_policies
from brands import queries as brand_queries
from brands.models import Membership
from core.errors import DomainError
from licensing import actions, policies, queries, shown
from licensing.forms import RequestForm
from licensing.places import country_choices, group_choices
from licensing.views import refusing
from licensing.views.reserving import reserve, reserved
from submissions import pictures
from submissions import queries as submission_queries
from submissions.models import Submission


@login_required
@require_safe
def ask(request: HttpRequest, submission_id: str) -> HttpResponse:
    """From a work to the form of the right brand: theirs, the one they choose, or the one they have yet to create."""
    work = _work(submission_id)
    assert isinstance(request.user, User)
    memberships = list(brand_queries.memberships_of(request.user))
    asking = [membership for membership in memberships if brand_policies.can_ask(membership)]
    if not memberships:
        return redirect(f"{reverse('welcome')}?{urlencode({'next': request.path})}")
    if len(asking) == 1:
        return redirect("brand_request_new", asking[0].brand.slug, work.public_id)
    context = {"work": work, "picture": pictures.of(work), "memberships": asking}
    return render(request, "licensing/ask.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_request(request: HttpRequest, slug: str, submission_id: str) -> HttpResponse:
    membership = brand_queries.membership(request.user, slug)
    work = _work(submission_id)
    brand_policies.check_can_ask(membership)
    if request.method != "POST":
        form = RequestForm(submission=work, initial={"reserved": reserve("req", membership.pk, work.pk)})
        return _form_page(request, membership, work, form)
    form = RequestForm(request.POST, submission=work)
    valid = form.is_valid()
    if "preview" in request.POST:
        return _form_page(request, membership, work, form, status=200 if valid else 422)
    if valid and form.terms is not None:
        try:
            sent = actions.send_request(
                submission=work,
                brand=membership.brand,
                terms=form.terms,
                message=form.cleaned_data["message"],
                answer_by=form.answer_until(),
                actor=membership.user,
                now=timezone.now(),
                reserved_id=reserved("req", form.cleaned_data["reserved"], membership.pk, work.pk),
            )
        except DomainError as refused:
            refusing.tell(form, refused)
            if refused.code == "form_used":
                form.renew(reserve("req", membership.pk, work.pk))
            return _form_page(request, membership, work, form, status=refused.status)
        if not sent.is_open(timezone.now()):
            messages.info(request, _("You had sent this before. To ask again, write a new request."))
        return redirect(f"{reverse('brand_request', args=[slug, sent.public_id])}?sent")
    return _form_page(request, membership, work, form, status=422)


@login_required
@require_POST
def preview(request: HttpRequest, slug: str, submission_id: str) -> HttpResponse:
    """What the creator would read if it were sent now. Nothing is kept."""
    membership = brand_queries.membership(request.user, slug)
    work = _work(submission_id)
    form = RequestForm(request.POST, submission=work)
    form.is_valid()
    return render(request, "licensing/_preview.html", _preview(membership, work, form) | {"oob": True})


def _work(submission_id: str) -> Submission:
    works = submission_queries.with_pictures(submission_queries.published())
    return queries.one(works, submission_id)


def _form_page(
    request: HttpRequest, membership: Membership, work: Submission, form: RequestForm, *, status: int = 200
) -> HttpResponse:
    brand = membership.brand
    countries = _options(form, country_choices())
    context = {
        "brand": brand,
        "work": work,
        "picture": pictures.of(work),
        "form": form,
        "groups": _options(form, group_choices()),
        "countries": countries,
        "picked_countries": sum(country["checked"] for country in countries),
        "can_be_licensed": policies.can_be_licensed(work),
        "open_request": queries.open_request(brand, work.pk, timezone.now()),
        "scripts": ["js/filter-list.js"],
    }
    return render(request, "licensing/request_form.html", context | _preview(membership, work, form), status=status)


def _options(form: RequestForm, choices: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """By hand: Django draws each checkbox from a template of its own, and there are 250 countries."""
    picked = set(form["territories"].value() or [])
    return [{"code": code, "name": name, "checked": code in picked} for code, name in choices]


def _preview(membership: Membership, work: Submission, form: RequestForm) -> dict[str, Any]:
    """The card and the sentence that the creator would read, or what is missing for it."""
    context: dict[str, Any] = {"work": work, "brand": membership.brand, "deed": None, "summary": "", "missing": []}
    if form.terms is None:
        return context | {"missing": form.missing() if form.is_bound else []}
    names = (membership.brand.name, work.title, get_language() or "en")
    return context | {
        "deed": shown.deed(shown.of_terms(form.terms, *names).sections),
        "summary": shown.summary(form.terms, *names),
    }
