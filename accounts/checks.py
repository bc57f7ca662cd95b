"""What must not be so where real people are."""

from __future__ import annotations

from collections.abc import Sequence
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


def _is_made(alias: str) -> bool:
    """Before the first migration there is no table to look at."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        if User._meta.db_table not in connection.introspection.table_names(cursor):
            return False
        columns = connection.introspection.get_table_description(cursor, User._meta.db_table)
    return "is_made_up" in {column.name for column in columns}
