"""What every page knows about the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("system", "light", "dark")
MODULES = ("theme", "copy", "menu", "dialog", "focus", "counter", "once", "picture", "reveal", "zone")


def site(request: HttpRequest) -> dict[str, Any]:
    theme = request.COOKIES.get("theme", "system")
    return {
        "SITE_NAME": settings.SITE_NAME,
        "DEMO": settings.DEMO,
        "theme": theme if theme in THEMES else "system",
        "site_modules": [f"js/{name}.js" for name in MODULES],
    }
