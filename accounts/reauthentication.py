"""Did the person prove once more that it is them? Built on allauth's record of each authentication in the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

# What a person is offered first: what cannot be phished, then what lies at hand.
PREFERRED = ("mfa_reauthenticate_webauthn", "account_reauthenticate", "mfa_reauthenticate")
# Where somebody without password or second factor proves it: at the service that they sign in with.
ELSEWHERE = "account_again"


@dataclass(frozen=True)
class Proof:
    """`method`: password, webauthn, totp, recovery_codes, or socialaccount for people who have nothing else here."""

    method: str
    at: datetime


def proof(request: HttpRequest, *, since: datetime) -> Proof | None:
    """The latest re-authentication of this person in this session after `since`, or None: then `ask`."""
    found = [candidate for candidate in _proofs(request) if candidate.at > since]
    return found[-1] if found else None


def ask(request: HttpRequest, next_url: str) -> HttpResponse:
    """Send the person to sign in again; they come back to `next_url`, which must be a path of this site."""
    urls = {method["url"] for method in get_adapter().get_reauthentication_methods(request.user)}
    url = next((url for name in PREFERRED if (url := reverse(name)) in urls), None) or reverse(ELSEWHERE)
    return redirect(f"{url}?{urlencode({'next': next_url})}")


def _proofs(request: HttpRequest) -> Iterator[Proof]:
    if not request.user.is_authenticated:
        return
    only_elsewhere = not get_adapter().get_reauthentication_methods(request.user)
    for record in get_authentication_records(request, request.user):
        if record.get("reauthenticated") or (only_elsewhere and record["method"] == "socialaccount"):
            yield Proof(record.get("type") or record["method"], datetime.fromtimestamp(record["at"], UTC))
