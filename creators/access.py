"""Pages for creators only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from creators import queries
from creators.models import Creator

View = TypeVar("View", bound=Callable[..., HttpResponse])


def creator_required(view: View) -> View:
    """Signed-in people without a profile are sent to /welcome/ and come back; the view calls `current(request)`."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if queries.of(request.user) is None:
            return redirect(f"{reverse('welcome')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return cast("View", login_required(checked))


def current(request: HttpRequest) -> Creator:
    """The creator behind a view that is marked `creator_required`."""
    creator = queries.of(request.user)
    if creator is None:
        raise RuntimeError("current() in a view that is not marked creator_required")
    return creator
