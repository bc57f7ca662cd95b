"""Finding one's place: a person who makes, or somebody who asks for a brand."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import user_of
from brands import queries as brands
from core import onward, refusals
from core.errors import DomainError
from creators import actions, handles
from creators import queries as creators
from creators.forms import OpenProfileForm


@login_required
def welcome(request: HttpRequest) -> HttpResponse:
    """What somebody can be here: a person who makes, or somebody who asks for a brand. One can be both."""
    user = user_of(request)
    context = {
        "next": onward.asked_for(request),
        "creator": creators.of(user),
        "memberships": brands.memberships_of(user),
    }
    return render(request, "dashboards/welcome.html", context)


@login_required
def become_creator(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    next_url = onward.asked_for(request)
    if creators.of(user) is not None:
        return redirect(next_url or settings.LOGIN_REDIRECT_URL)
    suggested = {
        "name": user.name,
        "handle": handles.suggest(user.name),
        "default_credit_line": f"© {user.name}" if user.name else "",
    }
    form = OpenProfileForm(request.POST or None, initial=suggested)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.open_profile(
                user=user,
                name=typed["name"],
                handle=typed["handle"],
                credit_line=typed["default_credit_line"],
                now=timezone.now(),
            )
        except DomainError as error:
            refusals.show(form, error)
        else:
            messages.success(request, _("Your page is open. You can hand in your first work."))
            return redirect(next_url or settings.LOGIN_REDIRECT_URL)
    return render(request, "dashboards/become_creator.html", {"form": form, "next": next_url})
