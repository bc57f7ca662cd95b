"""Who may be signed in at all; asked when somebody signs in, and at each request of their session."""

from __future__ import annotations

from allauth.account import auth_backends
from django.conf import settings

from accounts.models import User


def may_be_here(user: User) -> bool:
    """The password of a demo's people is public: with real people they have no business."""
    return not (settings.PRODUCTION and user.is_made_up)


class AuthenticationBackend(auth_backends.AuthenticationBackend):  # type: ignore[misc]
    def user_can_authenticate(self, user: User) -> bool:
        return may_be_here(user) and bool(super().user_can_authenticate(user))
