"""The time zone in which times are shown: chosen in the account, else the browser's, else the site's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.models import User
from core.middleware import is_signed_in

# Set by static/js/zone.js.
COOKIE = "time_zone"
_REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


@cache
def known() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Places by region, as a select groups them."""
    names = sorted(name for name in known() if name.partition("/")[0] in _REGIONS)
    regions = groupby(names, key=lambda name: name.partition("/")[0])
    return [(region, [(name, name.replace("_", " ")) for name in group]) for region, group in regions]


def in_browser(request: HttpRequest) -> str:
    """The name of the browser's zone, or nothing: anybody can write a cookie."""
    name = request.COOKIES.get(COOKIE, "")
    return name if name in known() else ""


def of_person(user: User) -> ZoneInfo:
    """For mails, where no browser says anything."""
    return ZoneInfo(user.time_zone or settings.TIME_ZONE)


class TimeZoneMiddleware:
    """Shows times in the reader's zone for the length of one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(_of_request(request)):
            return self.get_response(request)


def _of_request(request: HttpRequest) -> ZoneInfo:
    # Visitors' sessions are not looked at, so that their answers do not vary by a cookie.
    chosen = request.user.time_zone if is_signed_in(request) and isinstance(request.user, User) else ""
    return ZoneInfo(chosen or in_browser(request) or settings.TIME_ZONE)
