"""Tokens for a brand's own programs."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brands import actions, policies, queries
from brands.forms import TokenForm


@login_required
@never_cache
def tokens(request: HttpRequest, slug: str) -> HttpResponse:
    """A new secret is in the answer to the form itself: no address, no session and no row ever holds it."""
    membership = queries.membership(request.user, slug)
    policies.check_can_manage(membership)
    form = TokenForm(request.POST or None)
    token, secret = None, ""
    if request.method == "POST" and form.is_valid():
        token, secret = actions.create_token(by=membership, now=timezone.now(), **form.cleaned_data)
        form = TokenForm()
    context = {
        "membership": membership,
        "brand": membership.brand,
        "form": form,
        "new_token": token,
        "secret": secret,
        "tokens": queries.tokens(membership.brand),
        "call": _call(),
    }
    return render(request, "brands/tokens.html", context)


def _call() -> str:
    """One question to copy. The secret is not in it: command lines are kept in histories."""
    address = settings.SITE_URL + reverse("api:rights_decision")
    return f'curl -H "Authorization: Bearer TOKEN" "{address}?submission=SUBMISSION&channel=website&territory=DK"'


@login_required
def revoke(request: HttpRequest, slug: str, token_id: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    policies.check_can_manage(membership)
    token = get_object_or_404(queries.tokens(membership.brand), public_id=token_id)
    if request.method != "POST":
        context = {"membership": membership, "brand": membership.brand, "token": token}
        return render(request, "brands/revoke_token.html", context)
    actions.revoke_token(by=membership, token=token, now=timezone.now())
    messages.success(request, _("The token %(name)s is revoked.") % {"name": token.name})
    return redirect("brand_tokens", slug)
