"""A time in words, with the zone that it is in: `24 November 2026, 16:39 CET`."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def in_words(at: datetime) -> str:
    """In the zone that `at` carries; `local` first where the reader's is meant."""
    name = at.tzname() or ""
    # Zones without letters of their own are named by what they are off.
    zone = f"UTC{name}" if name.startswith(("+", "-")) else name
    return f"{date_format(at, 'DATETIME_FORMAT')} {zone}"


def local(at: datetime) -> str:
    return in_words(timezone.localtime(at))
