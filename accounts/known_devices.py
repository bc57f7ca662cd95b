"""Browsers in which somebody has signed in before: what strangers do to an account elsewhere does not keep them out."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from accounts.models import User

COOKIE = "known_device"
KEPT_FOR = timedelta(days=365)
_signer = signing.TimestampSigner(salt="accounts.known_devices")


def remember(response: HttpResponse, user: User) -> None:
    """It proves nothing and opens nothing: whoever has the cookie still needs the password."""
    response.set_cookie(
        COOKIE,
        _signer.sign(user.public_id),
        max_age=KEPT_FOR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def is_known(request: HttpRequest, user: User) -> bool:
    """`user` has signed in with this browser, or is signed in."""
    if request.user.pk == user.pk:
        return True
    try:
        return bool(_signer.unsign(request.COOKIES.get(COOKIE, ""), max_age=KEPT_FOR) == user.public_id)
    except signing.BadSignature:
        return False
