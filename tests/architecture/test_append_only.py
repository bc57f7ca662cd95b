"""Tables that only grow still do after every later migration; SQLite drops triggers with the table they stand on."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython


@pytest.mark.django_db
def test_every_table_that_was_made_append_only_still_is(on_postgresql: bool) -> None:
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations.values()
    operations = [step for migration in migrations for step in migration.operations if isinstance(step, RunPython)]
    tables = {step.hints["append_only"] for step in operations if "append_only" in step.hints}
    catalog = "pg_trigger" if on_postgresql else "sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {'tgname' if on_postgresql else 'name'} FROM {catalog}")
        triggers = {name for (name,) in cursor.fetchall()}

    assert {table for table in tables if f"{table}_no_update" not in triggers} == set()
    assert len(tables) > 8
