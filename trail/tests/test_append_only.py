"""Ways around UPDATE and DELETE are refused, too."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from trail import recording
from trail.models import Entry

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    with transaction.atomic():
        return recording.record("test.told", actor="system", at=timezone.now(), subject="sub_1")


@pytest.mark.parametrize("key", ["id", "index"])
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_insert_or_replace_is_refused(on_postgresql: bool, key: str, recursive: str) -> None:
    if on_postgresql:
        return
    kept = entry()
    Entry.objects.update(index=0)
    columns = [str(field.column) for field in Entry._meta.local_fields]
    values = {"kind": "'test.forged'", "id": "id" if key == "id" else "id + 1"}
    forged = ", ".join(values.get(column, f'"{column}"') for column in columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(f"INSERT OR REPLACE INTO trail_entry ({listed}) SELECT {forged} FROM trail_entry")
        cursor.execute("PRAGMA recursive_triggers=ON")

    assert list(Entry.objects.values_list("pk", "kind")) == [(kept.pk, "test.told")]


def test_truncate_is_refused(on_postgresql: bool) -> None:
    if not on_postgresql:
        return
    entry()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE trail_entry CASCADE")

    assert Entry.objects.count() == 1


def test_connections_ask_triggers_when_a_replace_deletes(on_postgresql: bool) -> None:
    if on_postgresql:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers")
        assert cursor.fetchone() == (1,)
