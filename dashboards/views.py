"""Pages that mix apps."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def welcome(request: HttpRequest) -> HttpResponse:
    """What somebody can be here: a person who makes, or somebody who asks for a brand."""
    return render(request, "dashboards/welcome.html")
