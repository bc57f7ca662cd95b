"""Opening a brand and its settings."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import user_of
from brands import actions, policies, queries
from brands.forms import BrandForm
from core import onward, refusals
from core.errors import Invalid


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Whoever came here on the way to something, such as asking for a work, goes on to it."""
    next_url = onward.asked_for(request)
    form = BrandForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            brand = actions.open_brand(actor=user_of(request), now=timezone.now(), **form.cleaned_data)
        except Invalid as error:
            refusals.show(form, error)
        else:
            messages.success(request, _("%(brand)s is ready. You are its owner.") % {"brand": brand.name})
            return redirect(next_url or brand)
    return render(request, "brands/new.html", {"form": form, "next": next_url})


@login_required
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    policies.check_can_manage(membership)
    brand = membership.brand
    initial = {"name": brand.name, "website": brand.website, "about": brand.about}
    form = BrandForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_brand(by=membership, now=timezone.now(), **form.cleaned_data)
        except Invalid as error:
            refusals.show(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("brand_settings", slug)
    return render(request, "brands/settings.html", {"membership": membership, "brand": brand, "form": form})
