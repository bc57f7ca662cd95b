"""What somebody with every right over the database could do to the trail, the triggers out of the way."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from trail import canonical, merkle, tree
from trail.models import Checkpoint, Entry, Tile

TABLES = ("entry", "tile", "checkpoint", "sealedvalue", "signingkey", "signature")


@contextmanager
def without_triggers() -> Iterator[None]:
    """On SQLite triggers are dropped for good, within the transaction of the test; on PostgreSQL they are disabled."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # What waits to be checked keeps a table from being altered.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            for table in TABLES:
                cursor.execute(f"ALTER TABLE trail_{table} DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'trail_%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
    yield


def run(sql: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def any_entry(chance: random.Random) -> Entry:
    return Entry.objects.get(index=chance.randrange(Entry.objects.exclude(index=None).count()))


def change_body(chance: random.Random) -> None:
    """One fact says something else."""
    entry = any_entry(chance)
    body = canonical.decode(entry.body)
    body["facts"]["n"] = str(chance.randrange(10**6) + 10**6)
    run("UPDATE trail_entry SET body = %s WHERE id = %s", canonical.encode(body).decode(), entry.pk)


def change_body_and_leaf(chance: random.Random) -> None:
    """The leaf hash fits the new fact; the tile does not."""
    entry = any_entry(chance)
    body = canonical.decode(entry.body)
    body["facts"]["n"] = str(chance.randrange(10**6) + 10**6)
    data = canonical.encode(body)
    run(
        "UPDATE trail_entry SET body = %s, leaf_hash = %s WHERE id = %s",
        data.decode(), merkle.leaf_hash(data), entry.pk,
    )  # fmt: skip


def reformat_body(chance: random.Random) -> None:
    entry = any_entry(chance)
    data = json.dumps(canonical.decode(entry.body)).encode()
    run(
        "UPDATE trail_entry SET body = %s, leaf_hash = %s WHERE id = %s",
        data.decode(), merkle.leaf_hash(data), entry.pk,
    )  # fmt: skip


def change_column(chance: random.Random) -> None:
    column = chance.choice(["kind", "subject", "topic", "actor"])
    run(f"UPDATE trail_entry SET {column} = %s WHERE id = %s", f"x{chance.random()}", any_entry(chance).pk)


def change_time(chance: random.Random) -> None:
    run("UPDATE trail_entry SET recorded_at = '2001-01-01 00:00:00+00:00' WHERE id = %s", any_entry(chance).pk)


def flip_leaf(chance: random.Random) -> None:
    entry = any_entry(chance)
    run("UPDATE trail_entry SET leaf_hash = %s WHERE id = %s", flipped(bytes(entry.leaf_hash), chance), entry.pk)


def delete_entry(chance: random.Random) -> None:
    run("DELETE FROM trail_entry WHERE id = %s", any_entry(chance).pk)


def delete_entry_and_close_the_gap(chance: random.Random) -> None:
    entry = any_entry(chance)
    assert entry.index is not None
    run("DELETE FROM trail_entry WHERE id = %s", entry.pk)
    for later in Entry.objects.filter(index__gt=entry.index).order_by("index"):
        assert later.index is not None
        run('UPDATE trail_entry SET "index" = %s WHERE id = %s', later.index - 1, later.pk)


def swap_entries(chance: random.Random) -> None:
    one, other = chance.sample(list(Entry.objects.exclude(index=None)), 2)
    run('UPDATE trail_entry SET "index" = NULL WHERE id = %s', one.pk)
    run('UPDATE trail_entry SET "index" = %s WHERE id = %s', one.index, other.pk)
    run('UPDATE trail_entry SET "index" = %s WHERE id = %s', other.index, one.pk)


def insert_with_an_old_date(chance: random.Random) -> None:
    """Put between others, everything after it numbered anew."""
    entry = any_entry(chance)
    assert entry.index is not None
    for later in Entry.objects.filter(index__gte=entry.index).order_by("-index"):
        assert later.index is not None
        run('UPDATE trail_entry SET "index" = %s WHERE id = %s', later.index + 1, later.pk)
    body = canonical.decode(entry.body) | {"salt": secrets.token_hex(32)}
    data = canonical.encode(body)
    Entry.objects.create(
        index=entry.index, kind=entry.kind, subject=entry.subject, topic=entry.topic, actor=entry.actor,
        recorded_at=entry.recorded_at, body=data.decode(), leaf_hash=merkle.leaf_hash(data),
    )  # fmt: skip


def cut_the_tail(chance: random.Random) -> None:
    run('DELETE FROM trail_entry WHERE "index" >= %s', chance.randrange(1, Entry.objects.count()))


def flip_tile(chance: random.Random) -> None:
    tile = chance.choice(list(Tile.objects.all()))
    run("UPDATE trail_tile SET hashes = %s WHERE id = %s", flipped(bytes(tile.hashes), chance), tile.pk)


def cut_tile(chance: random.Random) -> None:
    tile = chance.choice(list(Tile.objects.all()))
    run("UPDATE trail_tile SET hashes = %s WHERE id = %s", bytes(tile.hashes)[:-32], tile.pk)


def delete_tile(chance: random.Random) -> None:
    run("DELETE FROM trail_tile WHERE id = %s", chance.choice(list(Tile.objects.all())).pk)


def add_tile(chance: random.Random) -> None:
    Tile.objects.create(level=chance.choice([0, 1, 3]), number=chance.randrange(5, 99), hashes=b"\0" * 32)


def change_root(chance: random.Random) -> None:
    row = chance.choice(list(Checkpoint.objects.all()))
    run("UPDATE trail_checkpoint SET root = %s WHERE id = %s", flipped(bytes(row.root), chance), row.pk)


def change_size(chance: random.Random) -> None:
    row = chance.choice(list(Checkpoint.objects.all()))
    run("UPDATE trail_checkpoint SET size = %s WHERE id = %s", row.size + 10**6, row.pk)


def change_note(chance: random.Random) -> None:
    row = chance.choice(list(Checkpoint.objects.all()))
    at = chance.randrange(len(row.note))
    other = chance.choice([character for character in "abcXYZ019+/" if character != row.note[at]])
    run("UPDATE trail_checkpoint SET note = %s WHERE id = %s", row.note[:at] + other + row.note[at + 1 :], row.pk)


def forge_key(chance: random.Random) -> None:
    """The published key is another one than the one that signed."""
    run(
        "UPDATE trail_signingkey SET verifier = 'localhost/trail+03d21dd8+AdoLjZOH9q7lWuODvHSrQdMfFjlmvXpiFdNDVWFeuIyx'"
    )


def change_sealed(chance: random.Random) -> None:
    name = chance.choice(["name", "place"])
    run("UPDATE trail_sealedvalue SET value = %s WHERE name = %s", f'"x{chance.random()}"', name)


def delete_sealed(chance: random.Random) -> None:
    run("DELETE FROM trail_sealedvalue WHERE name = %s", chance.choice(["name", "place"]))


ACTS: dict[str, Callable[[random.Random], None]] = {
    act.__name__: act
    for act in (
        change_body, change_body_and_leaf, reformat_body, change_column, change_time, flip_leaf, delete_entry,
        delete_entry_and_close_the_gap, swap_entries, insert_with_an_old_date, cut_the_tail, flip_tile, cut_tile,
        delete_tile, add_tile, change_root, change_size, change_note, forge_key,
        change_sealed, delete_sealed,
    )
}  # fmt: skip


def rebuild_from(index: int) -> None:
    """Change an entry, and make everything after it fit again: leaves, tiles, roots. Signatures need the key."""
    from trail import sequencer

    entry = Entry.objects.get(index=index)
    body = canonical.decode(entry.body)
    body["facts"]["n"] = "forged"
    data = canonical.encode(body)
    run(
        "UPDATE trail_entry SET body = %s, leaf_hash = %s WHERE id = %s",
        data.decode(), merkle.leaf_hash(data), entry.pk,
    )  # fmt: skip
    run("DELETE FROM trail_signature")
    run("DELETE FROM trail_checkpoint")
    run("DELETE FROM trail_tile")
    run("DELETE FROM trail_signingkey")
    sequencer.number_all()
    assert tree.size() == Entry.objects.count()
