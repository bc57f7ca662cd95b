"""What the link of an invitation leads to. It shows first and never accepts by being opened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts import queries as people
from accounts.models import User
from brands import actions, queries
from brands.forms import ROLE_HELP
from brands.models import Invitation, Role


@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation = queries.invitation_by_token(token)
    user = request.user if isinstance(request.user, User) else None
    if request.method == "POST" and user is not None:
        membership = actions.accept(invitation=invitation, actor=user, now=timezone.now())
        messages.success(request, _("Welcome to %(brand)s.") % {"brand": membership.brand.name})
        return redirect(membership.brand)
    context = {
        "invitation": invitation,
        "brand": invitation.brand,
        "state": _state(invitation, user),
        "role_help": ROLE_HELP[Role(invitation.role)],
    }
    return render(request, "brands/join.html", context)


def _state(invitation: Invitation, user: User | None) -> str:
    """What the person in front of the page can do about it."""
    if invitation.canceled_at is not None:
        return "canceled"
    if invitation.accepted_at is not None:
        return "accepted"
    if queries.has_run_out(invitation):
        return "run_out"
    if user is None:
        return "signed_out"
    return "open" if people.has_verified_email(user, invitation.email) else "other_address"
