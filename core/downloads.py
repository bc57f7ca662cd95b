"""Files that are made for one person at this moment."""

from __future__ import annotations

from django.http import HttpResponse


def attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """`name` is one of ours, not one that somebody typed."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
