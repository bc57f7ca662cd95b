"""How often something may be done, counted for all processes together: rows, since a cache may forget or not be shared.

Counted in the transaction of the act: what is refused or changes nothing does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.core.internal import ratelimit
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from core.errors import TooMany
from core.models import Tally

KEY_LENGTH = 32
# A sweep has a transaction of its own, and does not take long.
MOST_FORGOTTEN = 1000


@dataclass(frozen=True)
class Limit:
    """`most` times within `period`, which begins with the first time."""

    name: str
    most: int
    period: timedelta


def take(limit: Limit, *, key: str, now: datetime) -> None:
    """Count one act of `key`: the public id of a person or brand, an address, or several of them.

    Raises:
        TooMany: `key` has done it as often as it may; it has to wait for `retry_after` seconds.
    """
    digest = _digest(limit, key)
    if not _counted(limit, digest, now):
        raise TooMany(
            _("This was done very often in a short time. Wait a while, then try again."),
            code="too_often",
            retry_after=_seconds_left(limit, digest, now),
        )


def is_used_up(limit: Limit, *, key: str, now: datetime) -> bool:
    """Whether `take` would refuse."""
    used = Tally.objects.filter(name=limit.name, key=_digest(limit, key), ends_at__gt=now, used__gte=limit.most)
    return used.exists()


def start_over(limit: Limit, *, key: str) -> None:
    Tally.objects.filter(name=limit.name, key=_digest(limit, key)).delete()


def _counted(limit: Limit, digest: str, now: datetime) -> bool:
    ends_at = now + limit.period
    tally, made = Tally.objects.get_or_create(name=limit.name, key=digest, defaults={"used": 1, "ends_at": ends_at})
    if made:
        return True
    # Each is one statement with its condition: of two at once the second sees what the first has counted.
    over = Tally.objects.filter(pk=tally.pk, ends_at__lte=now)
    under = Tally.objects.filter(pk=tally.pk, ends_at__gt=now, used__lt=limit.most)
    return bool(over.update(used=1, ends_at=ends_at) or under.update(used=F("used") + 1))


def _seconds_left(limit: Limit, digest: str, now: datetime) -> int:
    tally = Tally.objects.filter(name=limit.name, key=digest).first()
    return max(1, round((tally.ends_at - now).total_seconds())) if tally else 1


def _digest(limit: Limit, key: str) -> str:
    """Addresses are personal: the table tells them only to whoever knows the secret key."""
    return salted_hmac(f"core.limits.{limit.name}", key, algorithm="sha256").hexdigest()[:KEY_LENGTH]


def address(request: HttpRequest) -> str:
    """Where the request comes from; of IPv6 the network, since one house has very many addresses."""
    return str(ratelimit.get_ip(request))


def forget_old(*, now: datetime) -> None:
    old = Tally.objects.filter(ends_at__lt=now).values("pk")[:MOST_FORGOTTEN]
    Tally.objects.filter(pk__in=[row["pk"] for row in old], ends_at__lt=now).delete()
