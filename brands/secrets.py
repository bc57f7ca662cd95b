"""Secrets of which only the digest is kept: API tokens, and the links of invitations."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from django.utils.crypto import salted_hmac

from core.ids import random_token

TOKEN_PREFIX = "ugc_"  # noqa: S105 - lets scanners recognize a leaked token
TOKEN_LENGTH = 40
# Printed wherever a demo starts and in the README, as the password of its people: worth nothing elsewhere.
DEMO_TOKEN = "ugc_demo-demo-demo"  # noqa: S105


def new_api_token() -> str:
    """200 random bits; a plain digest of it is safe, because it cannot be guessed."""
    return TOKEN_PREFIX + random_token(TOKEN_LENGTH)


def digest(secret: str) -> str:
    """SHA-256 in hex. Looked up by a unique index: timing tells about the digest, not about the secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def invitation_token(public_id: str, expires_at: datetime) -> str:
    """The token of an invitation's link, made from its row and the site's key, so that mail can be sent again.

    A later `expires_at` gives another token: sending an invitation anew ends the old link.
    """
    moment = expires_at.astimezone(UTC).isoformat(timespec="microseconds")
    return salted_hmac("brands.invitation", f"{public_id} {moment}", algorithm="sha256").hexdigest()
