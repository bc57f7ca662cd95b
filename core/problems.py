"""Refusals for programs: problem documents (RFC 9457)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse

from core.errors import DomainError, TooMany

PROBLEM = "application/problem+json"


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    content = {"type": "about:blank", "status": status, "code": code, "detail": detail} | more
    response = JsonResponse(content, status=status, content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def with_wait(response: HttpResponse, error: DomainError) -> HttpResponse:
    """Says when trying again makes sense, if that is known."""
    if isinstance(error, TooMany) and error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    return response
