"""Fixtures for every test, and what makes append-only tables compatible with emptying the database between tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations as PostgreSQLOperations
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.utils import timezone, translation
from hypothesis import HealthCheck, settings

from core.translations import compile_all

Operations = DatabaseWrapper.ops_class
_plain_flush = Operations.sql_flush
_plain_postgresql_flush = PostgreSQLOperations.sql_flush


def _flush_without_triggers(self: Any, style: Any, tables: Any, **options: Any) -> list[str]:
    """SQLite empties tables by DELETE, which the append-only triggers refuse; they are laid aside for that moment."""
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    statements = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
    statements += _plain_flush(self, style, tables, **options)
    return statements + [sql for _, sql in triggers]


def _flush_with_truncate_allowed(self: Any, style: Any, tables: Any, **options: Any) -> list[str]:
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE '%%_no_truncate'")
        guards = cursor.fetchall()
    statements = [f'ALTER TABLE {table} DISABLE TRIGGER "{name}"' for table, name in guards]
    statements += _plain_postgresql_flush(self, style, tables, **options)
    return statements + [f'ALTER TABLE {table} ENABLE TRIGGER "{name}"' for table, name in guards]


PostgreSQLOperations.sql_flush = _flush_with_truncate_allowed  # type: ignore[method-assign]
Operations.sql_flush = _flush_without_triggers  # type: ignore[method-assign]


# A busy machine is slow at making input; that says nothing about the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_configure() -> None:
    compile_all()


@pytest.fixture(autouse=True)
def _no_language_or_zone_is_left() -> Iterator[None]:
    """Requests leave their language to the thread; the next test begins as a process does."""
    yield
    translation.deactivate()
    timezone.deactivate()


@pytest.fixture
def on_postgresql() -> bool:
    return connection.vendor == "postgresql"
