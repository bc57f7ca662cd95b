"""After signing in everybody goes where they work."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.access import user_of
from dashboards import places, standing


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The studio, else the first brand, else moderation, else administration; whoever has none of them chooses."""
    found = standing.of(user_of(request))
    doors = [*places.all_of(found), *places.administration(found)]
    return redirect(doors[0]["url"] if doors else "welcome")
