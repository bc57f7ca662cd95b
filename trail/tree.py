"""The Merkle tree of the log as rows of tiles: what the sequencer adds to and proofs are read from."""

from __future__ import annotations

from collections.abc import Sequence

from trail import merkle, tiles
from trail.merkle import HASH_BYTES
from trail.models import Tile


def size() -> int:
    """How many entries the tree holds. Numbered entries beyond that are taken in by the next pass of the sequencer."""
    last = Tile.objects.filter(level=0).order_by("-number").first()
    return 0 if last is None else last.number * tiles.WIDTH + len(last.hashes) // HASH_BYTES


def append(size: int, leaf_hashes: Sequence[bytes]) -> None:
    """Add leaves to the tree of that size, which nobody else may add to at the same time."""
    new = []
    for tile in tiles.grown(size, leaf_hashes, _whole):
        if tile.existed:
            Tile.objects.filter(level=tile.level, number=tile.number).update(hashes=tile.hashes)
        else:
            new.append(Tile(level=tile.level, number=tile.number, hashes=tile.hashes))
    Tile.objects.bulk_create(new, batch_size=200)


def root(size: int) -> bytes:
    return merkle.subtree_root(0, size, nodes(size)) if size else merkle.EMPTY_ROOT


def inclusion_proof(index: int, size: int) -> list[bytes]:
    """Raises:
    ValueError: the tree of that size has no such entry.
    """
    return merkle.inclusion_proof(index, size, nodes(size))


def consistency_proof(size1: int, size2: int) -> list[bytes]:
    return merkle.consistency_proof(size1, size2, nodes(size2))


def nodes(size: int) -> merkle.Node:
    return tiles.nodes(read, size)


def read(tile: tiles.Tile) -> bytes:
    """The bytes of a tile, full or partial: of one that has grown since, its beginning.

    Raises:
        LookupError: the tree does not hold it yet.
    """
    data = _whole(tile.level, tile.number)[: tile.width * HASH_BYTES]
    if len(data) != tile.width * HASH_BYTES:
        raise LookupError(f"no tile {tile}")
    return data


def _whole(level: int, number: int) -> bytes:
    found = Tile.objects.filter(level=level, number=number).values_list("hashes", flat=True).first()
    return b"" if found is None else bytes(found)
