"""Number entries without gaps. One sequencer at a time; a transaction that commits late is numbered late, not lost."""

from __future__ import annotations

from django.db import connection, transaction

BATCH = 1000
# Any number will do, as long as nothing else in this database uses it for an advisory lock.
LOCK_KEY = 0x7472_6169_6C01

_NUMBER = """
    UPDATE trail_entry SET "index" = numbered.position
    FROM (
        SELECT id, (SELECT COALESCE(MAX("index"), -1) FROM trail_entry) + ROW_NUMBER() OVER (ORDER BY id) AS position
        FROM (SELECT id FROM trail_entry WHERE "index" IS NULL ORDER BY id LIMIT %s) AS waiting
    ) AS numbered
    WHERE trail_entry.id = numbered.id
"""


def number_batch(limit: int = BATCH) -> int:
    """Number up to `limit` entries that are committed and have none; how many were numbered."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])
        cursor.execute(_NUMBER, [limit])
        return int(cursor.rowcount)


def number_all() -> int:
    """Number everything that waits; how many."""
    total = 0
    while numbered := number_batch():
        total += numbered
    return total
