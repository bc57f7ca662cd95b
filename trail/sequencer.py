"""Number entries without gaps, add them to the tree and sign what it commits to. One sequencer at a time; a transaction
that commits late is numbered late, not lost."""

from __future__ import annotations

from django.db import connection, transaction

from trail import issuing, tree
from trail.models import Entry

BATCH = 1000

_NUMBER = """
    UPDATE trail_entry SET "index" = numbered.position
    FROM (
        SELECT id, (SELECT COALESCE(MAX("index"), -1) FROM trail_entry) + ROW_NUMBER() OVER (ORDER BY id) AS position
        FROM (SELECT id FROM trail_entry WHERE "index" IS NULL ORDER BY id LIMIT %s) AS waiting
    ) AS numbered
    WHERE trail_entry.id = numbered.id
"""


def number_batch(limit: int = BATCH) -> int:
    """Number up to `limit` entries that are committed and have none, with their tiles and a checkpoint; how many.

    Where nobody can sign, numbers and tiles go on: readers must not stand still for that. The next pass signs.
    """
    if not _has_work():
        return 0
    with transaction.atomic(), connection.cursor() as cursor:
        issuing.lock()
        cursor.execute(_NUMBER, [limit])
        numbered = int(cursor.rowcount)
        size = tree.size()
        # More than the batch where a database is older than its tree.
        leaves = Entry.objects.filter(index__gte=size).order_by("index").values_list("leaf_hash", flat=True)
        added = [bytes(leaf) for leaf in leaves[: max(limit, BATCH)]]
        tree.append(size, added)
        issuing.issue(size + len(added))
        return max(numbered, len(added))


def number_all() -> int:
    """Number everything that waits; how many."""
    total = 0
    while numbered := number_batch():
        total += numbered
    return total


def _has_work() -> bool:
    if Entry.objects.filter(index__isnull=True).exists():
        return True
    size = tree.size()
    return Entry.objects.filter(index__gte=size).exists() or issuing.is_due(size)
