"""Questions about people that apps above ask."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from accounts.models import User


def has_verified_email(user: User, email: str) -> bool:
    """Whether this person has shown that mail to `email` reaches them."""
    return bool(EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists())


def by_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email).first()
