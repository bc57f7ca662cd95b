"""What allauth's pages change about how a person signs in is recorded with the change, whichever page it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from accounts import actions, ways
from accounts.models import User

View = Callable[..., HttpResponse]


def watched(patterns: Iterable[Any]) -> Iterator[URLPattern | URLResolver]:
    """The same addresses, each view watched."""
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = list(watched(one.url_patterns))
            yield URLResolver(one.pattern, inner, one.default_kwargs, one.app_name, one.namespace)
        else:
            yield URLPattern(one.pattern, _watch(one.callback, one.name or ""), one.default_args, one.name)


def _watch(view: View, name: str) -> View:
    # Another service sends people back by a link, and is asked about them meanwhile: no lock waits for its answer.
    comes_back = name.endswith("_callback")

    @wraps(view)
    def noted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        person = request.user
        if not isinstance(person, User) or not (comes_back or request.method == "POST"):
            return view(request, *args, **kwargs)
        with nullcontext() if comes_back else transaction.atomic():
            people = User.objects.all() if comes_back else User.objects.select_for_update()
            before = ways.of(people.get(pk=person.pk))
            response = view(request, *args, **kwargs)
            user = User.objects.get(pk=person.pk)
            actions.note_ways(user=user, before=before, after=ways.of(user), now=timezone.now())
        return response

    return noted
