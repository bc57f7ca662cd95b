"""What somebody has beside the password."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from accounts.models import User


def has_app(user: User) -> bool:
    return _has(user, Authenticator.Type.TOTP)


def is_asked_for(user: User) -> bool:
    """Does signing in with the password need something more already?"""
    return _has(user, Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def _has(user: User, *types: str) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=types).exists())
