"""The person behind a request."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.models import User


def user_of(request: HttpRequest) -> User:
    """For views that are marked `login_required`."""
    if not isinstance(request.user, User):
        raise RuntimeError("user_of() in a view that is not marked login_required")
    return request.user
