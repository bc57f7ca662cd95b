"""The navigation of the person who looks at the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, Any]:
    return {"nav": [], "workspaces": [], "workspace": None, "notifications": None}
