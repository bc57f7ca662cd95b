"""The ways in which a person signs in, and since when each is theirs.

A way that is new signs in, but signs no license yet (docs/adr/0016): whoever gets at a mailbox, or at a computer that
somebody has left, could make one, and its owner needs a day to read the mail about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from accounts.models import User

NEW_FOR = timedelta(hours=24)
# Another service is tied to an account while it is opened: that is no new way.
OPENING_TAKES = timedelta(minutes=5)
ADDRESS, SERVICE = "address", "service"


@dataclass(frozen=True)
class Ways:
    """`address` is the main one, `confirmed` whether mail to it has reached the person; `kinds` by the row's key.

    A kind is `webauthn`, `totp`, `recovery_codes`, `service` or `address`, whose mail lets one choose a password.
    """

    address: str
    confirmed: bool
    kinds: Mapping[tuple[str, int], str]

    def beside(self, others: Ways) -> list[str]:
        """The kinds of what is here and not there, each once."""
        return sorted({kind for key, kind in self.kinds.items() if key not in others.kinds})


def of(user: User) -> Ways:
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list("pk", "email")
    keys = Authenticator.objects.filter(user=user).values_list("pk", "type")
    services = SocialAccount.objects.filter(user=user).values_list("pk", flat=True)
    kinds = {("key", pk): kind for pk, kind in keys} | {(SERVICE, pk): SERVICE for pk in services}
    kinds |= {(ADDRESS, pk): ADDRESS for pk, _email in addresses}
    return Ways(user.email, user.email.lower() in {email.lower() for _pk, email in addresses}, kinds)


def new_until(user: User, record: Mapping[str, Any]) -> datetime | None:
    """Until when that is new with which, as allauth's record says, `user` signed in; None where it never was.

    Raises:
        LookupError: the way is gone.
    """
    match record["method"]:
        case "mfa":
            return _one(Authenticator.objects.filter(user=user, pk=record["id"]), "created_at") + NEW_FOR
        case "socialaccount":
            tied = SocialAccount.objects.filter(user=user, provider=record["provider"], uid=record["uid"])
            return _service_new_until(user, _one(tied, "date_joined"))
        case _:
            return _password_new_until(user)


def all_new_until(user: User, kinds: set[str], now: datetime) -> datetime | None:
    """When the first of the person's ways of these `kinds` is no longer new; None if one is not, or there is none."""
    untils = [_password_new_until(user)] if "password" in kinds and user.has_usable_password() else []
    made = Authenticator.objects.filter(user=user, type__in=kinds).values_list("created_at", flat=True)
    untils += [created_at + NEW_FOR for created_at in made]
    if SERVICE in kinds:
        tied = SocialAccount.objects.filter(user=user).values_list("date_joined", flat=True)
        untils += [_service_new_until(user, joined) for joined in tied]
    if any(until is None or until <= now for until in untils):
        return None
    return min((until for until in untils if until is not None), default=None)


def _one(rows: Any, field: str) -> datetime:
    for moment in rows.values_list(field, flat=True):
        return moment  # type: ignore[no-any-return]
    raise LookupError


def _password_new_until(user: User) -> datetime | None:
    return user.password_since and user.password_since + NEW_FOR


def _service_new_until(user: User, joined: datetime) -> datetime | None:
    return None if joined - user.date_joined <= OPENING_TAKES else joined + NEW_FOR
