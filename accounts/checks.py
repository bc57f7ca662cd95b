"""What must not be so where real people are."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections

from accounts.models import User


@register(Tags.database)
def made_up_people(databases: Sequence[str] | None = None, **kwargs: Any) -> list[Error]:
    """The log-ins of a demo are printed in its README."""
    if not settings.PRODUCTION:
        return []
    for alias in databases or ():
        if _is_made(alias) and User.objects.using(alias).filter(is_made_up=True).exists():
            return [
                Error(
                    "The people of a demo are in this database, and anybody knows their password.",
                    hint="Name an empty database for real people in DATABASE_URL, or set DEMO=1.",
                    id="accounts.E001",
                )
            ]
    return []


@register(deploy=True)
def somebody_answers(**kwargs: Any) -> list[Error]:
    """Consent notices name the address where people turn for their rights, and what it says is kept for ever."""
    return [
        Error(
            f"{name} is {address or 'empty'}, where nobody can be written to.",
            hint=f"Set {name} to an address that somebody reads; it is shown to people and stands in consent notices.",
            id="accounts.E002",
        )
        for name, address in (
            ("DEFAULT_FROM_EMAIL", parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
            ("OPERATOR_CONTACT", parseaddr(settings.OPERATOR_CONTACT)[1]),
        )
        if not _is_reachable(address)
    ]


def _is_reachable(address: str) -> bool:
    """A mailbox at a host that the world can know: not this machine, nor a name kept for examples (RFC 2606)."""
    mailbox, _, host = address.lower().rpartition("@")
    return bool(mailbox) and "." in host and host.rpartition(".")[2] not in {"localhost", "example", "invalid", "test"}


def _is_made(alias: str) -> bool:
    """Before the first migration there is no table to look at."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        if User._meta.db_table not in connection.introspection.table_names(cursor):
            return False
        columns = connection.introspection.get_table_description(cursor, User._meta.db_table)
    return "is_made_up" in {column.name for column in columns}
