"""Values that a notification keeps as codes, and their words in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brands.models import Role

Words = str | Promise

WAYS: dict[str, Words] = {
    "address": _("an e-mail address"),
    "recovery_codes": _("recovery codes"),
    "service": _("another service"),
    "totp": _("an authenticator app"),
    "webauthn": _("a passkey"),
}


def _day(value: str) -> str:
    return formats.date_format(timezone.localtime(datetime.fromisoformat(value)), "DATE_FORMAT")


def _role(value: str) -> str:
    return str(Role(value).label)


def _ways(value: str) -> str:
    return ", ".join(str(WAYS[kind]) for kind in value.split())


WORDED: dict[str, Callable[[str], str]] = {
    "added": _ways,
    "answer_by": _day,
    "ended_from": _day,
    "removed": _ways,
    "role": _role,
}
