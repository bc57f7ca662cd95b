"""Pages about one's own account that allauth does not have."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme


@login_required
def again(request: HttpRequest) -> HttpResponse:
    """For people who sign in with another service only: sign in there once more, or choose a password here."""
    next_url = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(next_url, allowed_hosts=None):
        next_url = settings.LOGIN_REDIRECT_URL
    return render(request, "accounts/again.html", {"next_url": next_url})
