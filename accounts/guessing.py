"""How often a password may be guessed, and how much mail a stranger can have sent.

Wrong passwords count for the account and the address that they come from together, and for the address (by allauth).
For the account alone they count only against browsers in which its owner never signed in, so that nobody locks out an
owner by guessing. Passkeys are never counted for an account: there is nothing to guess.
"""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from accounts import known_devices, queries
from core import limits

# From anywhere: many machines that take turns.
WRONG_PASSWORDS = limits.Limit("accounts.wrong_password", 100, timedelta(days=1))
MAILS_TO = (
    limits.Limit("accounts.mails_to_in_an_hour", 6, timedelta(hours=1)),
    limits.Limit("accounts.mails_to_in_a_day", 20, timedelta(days=1)),
)
# A class or an office that signs up together has one address.
MAILS_FROM = limits.Limit("accounts.mails_asked_from", 200, timedelta(days=1))


def place(request: HttpRequest, email: str) -> str:
    """Where a password is tried: the owner's own browsers, wherever they are, or an address."""
    return "known" if _is_known(request, email) else limits.address(request)


def _is_known(request: HttpRequest, email: str) -> bool:
    user = queries.by_email(email)
    return user is not None and known_devices.is_known(request, user)


def is_held_off(request: HttpRequest, email: str) -> bool:
    """Too many wrong passwords for this account, and this browser is a stranger to it. The same without an account."""
    used_up = limits.is_used_up(WRONG_PASSWORDS, key=email.lower(), now=timezone.now())
    return used_up and not _is_known(request, email)


def count_wrong_password(email: str) -> None:
    """Those of the owner's own browsers count as well; they are not held off by it."""
    if not limits.is_used_up(WRONG_PASSWORDS, key=email.lower(), now=timezone.now()):
        limits.take(WRONG_PASSWORDS, key=email.lower(), now=timezone.now())


def forgive(email: str) -> None:
    """Somebody with a link out of the owner's mail has set a new password."""
    limits.start_over(WRONG_PASSWORDS, key=email.lower())


def count_mail(request: HttpRequest | None, email: str) -> None:
    """Before a mail that anybody can ask for, by an address that they type. Known and unknown ones count alike.

    Raises:
        TooMany: to this address, or at the wish of the address that asks.
    """
    now = timezone.now()
    for limit in MAILS_TO:
        limits.take(limit, key=email.lower(), now=now)
    if request is not None:
        limits.take(MAILS_FROM, key=limits.address(request), now=now)
