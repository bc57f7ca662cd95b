"""Refusals for programs: problem documents (RFC 9457)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse

PROBLEM = "application/problem+json"


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    content = {"type": "about:blank", "status": status, "code": code, "detail": detail} | more
    response = JsonResponse(content, status=status, content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response
