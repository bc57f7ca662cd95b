"""Did the person prove once more that it is them? Built on allauth's record of each authentication in the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts import ways
from accounts.models import User

# Where somebody without password or second factor proves it: at the service that they sign in with.
ELSEWHERE = "account_again"
ASKED = "accounts.asked_again"
# What a person is offered first: what cannot be phished, then what lies at hand. Each page with the ways that it takes.
PAGES = {
    "mfa_reauthenticate_webauthn": {"webauthn"},
    "account_reauthenticate": {"password"},
    "mfa_reauthenticate": {"totp", "recovery_codes"},
    ELSEWHERE: {ways.SERVICE},
}


@dataclass(frozen=True)
class Proof:
    """`method`: password, webauthn, totp, recovery_codes, or socialaccount for people who have nothing else here.

    `new_until`: where this way of signing in is new, the moment from which on it signs licenses.
    """

    method: str
    at: datetime
    new_until: datetime | None = None

    def is_new(self, now: datetime) -> bool:
        return self.new_until is not None and now < self.new_until


def proof(request: HttpRequest, *, purpose: str, since: datetime, now: datetime) -> Proof | None:
    """The latest re-authentication after `since` that was asked for this `purpose`, or None: then `ask`.

    One by a way that is new at `now` is given only where there is none by another.
    """
    asked = request.session.get(ASKED)
    if asked is None or asked["purpose"] != purpose:
        return None
    # allauth keeps its moments as floats, which are a little less exact than ours.
    since = max(since, datetime.fromisoformat(asked["at"])) - timedelta(milliseconds=1)
    return _latest(request, since=since, now=now)


def use_up(request: HttpRequest) -> None:
    """What was proven has served its purpose: it proves nothing else."""
    request.session.pop(ASKED, None)


def lay_aside(request: HttpRequest) -> None:
    """Before a session ends: who signs in at another service is signed out first, and back in within this request."""
    request.META[ASKED] = (request.user.pk, request.session.get(ASKED))


def take_up(request: HttpRequest) -> None:
    """What was laid aside in this request, if it was the same person's."""
    pk, asked = request.META.pop(ASKED, (None, None))
    if asked is not None and pk == request.user.pk:
        request.session[ASKED] = asked


def _latest(request: HttpRequest, *, since: datetime, now: datetime) -> Proof | None:
    found = [candidate for candidate in _proofs(request) if candidate.at > since]
    return max(found, key=lambda candidate: (not candidate.is_new(now), candidate.at), default=None)


def is_recent(request: HttpRequest, *, now: datetime) -> bool:
    """Whether the person has proven it within the time that changes to an account ask for."""
    since = now - timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)
    return _latest(request, since=since, now=now) is not None


def ask(request: HttpRequest, next_url: str, *, purpose: str = "", now: datetime) -> HttpResponse:
    """Send the person to sign in again, by a way that is not new where they have one.

    They come back to `next_url`, which must be a path of this site. What was asked for another `purpose` before, and
    is not used up, is no longer of use: one sign-in serves one purpose.
    """
    request.session[ASKED] = {"purpose": purpose, "at": now.isoformat()}
    pages = _pages(request)
    page = next((name for name in pages if not ways.all_new_until(_person(request), PAGES[name], now)), pages[0])
    return redirect(f"{reverse(page)}?{urlencode({'next': next_url})}")


def all_new_until(request: HttpRequest, *, now: datetime) -> datetime | None:
    """Where every way of this person is new: the moment at which the first of them is no more."""
    kinds = {kind for name in _pages(request) for kind in PAGES[name]}
    return ways.all_new_until(_person(request), kinds, now)


def _pages(request: HttpRequest) -> list[str]:
    offered = {method["url"] for method in get_adapter().get_reauthentication_methods(request.user)}
    return [name for name in PAGES if reverse(name) in offered]


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise RuntimeError("nobody is signed in")
    return request.user


def _proofs(request: HttpRequest) -> Iterator[Proof]:
    if not isinstance(request.user, User):
        return
    only_elsewhere = _pages(request) == [ELSEWHERE]
    for record in get_authentication_records(request, request.user):
        if not record.get("reauthenticated") and not (only_elsewhere and record["method"] == "socialaccount"):
            continue
        try:
            until = ways.new_until(request.user, record)
        except LookupError:
            continue
        yield Proof(record.get("type") or record["method"], datetime.fromtimestamp(record["at"], UTC), until)
