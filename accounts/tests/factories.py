"""People for tests."""

from __future__ import annotations

from itertools import count

from allauth.account.models import EmailAddress

from accounts.models import User

PASSWORD = "a long walk by the harbor"
_numbers = count(1)


def person(email: str = "", *, name: str = "Ada", **fields: object) -> User:
    """Somebody with a verified address and PASSWORD."""
    email = email or f"person{next(_numbers)}@example.com"
    user = User.objects.create_user(email, PASSWORD, name=name, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
