"""The entries, piece by piece: in several processes where there are many."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.pool import Pool

from django.db import connection, connections

from trail import tiles
from trail.merkle import HASH_BYTES
from trail.models import Entry
from trail.verification.content import FIELDS, wrong_content

PIECE = 32 * tiles.WIDTH
# Below, starting processes takes longer than they spare.
MANY = 50_000


@dataclass(frozen=True)
class Piece:
    """Leaf hashes of entries one after the other, and the roots over each full tile of them."""

    leaves: bytes
    roots: list[bytes]
    wrong: str = ""


def look_at(span: tuple[int, int]) -> Piece:
    """Entries of these numbers, up to the first that does not fit. `span` begins where a tile does."""
    begin, end = span
    leaves = bytearray()
    expected = begin
    rows = Entry.objects.filter(index__gte=begin, index__lt=end).order_by("index").values_list(*FIELDS)
    for row in rows.iterator(chunk_size=2000):
        if row[0] != expected:
            return Piece(b"", [], f"entry {expected} is missing: the next one found has number {row[0]}")
        if wrong := wrong_content(row):
            return Piece(b"", [], wrong)
        leaves += row[8]
        expected += 1
    if expected != end:
        return Piece(b"", [], f"entry {expected} is missing")
    data, size = bytes(leaves), tiles.WIDTH * HASH_BYTES
    full = [data[at : at + size] for at in range(0, len(data) - size + 1, size)]
    return Piece(data, [tiles.root_of_tile(tile) for tile in full])


@contextmanager
def helpers(size: int) -> Iterator[Pool | None]:
    """Processes that look at pieces; None where there are few, or where only this one sees them."""
    if size < MANY or connection.in_atomic_block or "fork" not in multiprocessing.get_all_start_methods():
        yield None
        return
    # A connection must not be in two processes.
    for one in connections.all(initialized_only=True):
        one.close()
        if hasattr(one, "close_pool"):
            one.close_pool()
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        yield pool


def spans(size: int) -> list[tuple[int, int]]:
    return [(begin, min(begin + PIECE, size)) for begin in range(0, size, PIECE)]


def each(size: int, pool: Pool | None) -> Iterator[Piece]:
    """All pieces of a trail of that size, in order."""
    if pool is None:
        yield from map(look_at, spans(size))
    else:
        yield from pool.imap(look_at, spans(size))
