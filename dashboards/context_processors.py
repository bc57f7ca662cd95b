"""The navigation of the person who looks at the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.models import User
from dashboards import places, standing
from dashboards.addresses import page


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Asked of the database only when a template draws it: a part of a page for htmx costs nothing."""
    drawn = SimpleLazyObject(lambda: _drawn(request))
    return {name: _part(drawn, name) for name in ("nav", "workspaces", "workspace", "notifications")}


def _part(drawn: Any, name: str) -> Any:
    return SimpleLazyObject(lambda: drawn[name])


def _drawn(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    nav = places.site()
    if not isinstance(user, User):
        places.mark(request.path, nav)
        return {"nav": nav, "workspaces": [], "workspace": None, "notifications": None}
    found = standing.of(user)
    workspaces = places.all_of(found)
    nav += places.administration(found)
    places.mark(request.path, [*nav, *workspaces])
    workspace = next((place for place in workspaces if place["current"]), None)
    if workspace is not None:
        places.mark_within(request.path, workspace)
    return {
        "nav": nav,
        "workspaces": workspaces,
        "workspace": workspace,
        "notifications": {"url": page("notifications"), "count": found.unread},
    }
