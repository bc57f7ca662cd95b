"""The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1. Pure: bytes in, bytes out.

Hashes are SHA-256, 32 bytes. `index` counts leaves from 0, `size` is a number of leaves. A node is named by its level
above the leaves and its place in that level, so node (3, 2) covers leaves 16 to 23.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

HASH_BYTES = 32
LEAF_PREFIX, NODE_PREFIX = b"\x00", b"\x01"
EMPTY_ROOT = hashlib.sha256(b"").digest()

Node = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(LEAF_PREFIX + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(NODE_PREFIX + left + right).digest()


def folded(hashes: Sequence[bytes]) -> bytes:
    """Root over subtrees that stand side by side, from the left, each but the last as large as it can be."""
    if not hashes:
        return EMPTY_ROOT
    hash = hashes[-1]
    for left in reversed(hashes[:-1]):
        hash = node_hash(left, hash)
    return hash


class CompactRange:
    """A tree that only grows, kept as the roots of its complete subtrees, the largest first: at most 64 hashes."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        if len(self.hashes) != size.bit_count():
            raise ValueError(f"{len(self.hashes)} hashes for {size} leaves")

    def append(self, hash: bytes, completed: Callable[[int, int, bytes], None] | None = None) -> None:
        """Add one leaf; `completed(level, place, hash)` hears of each node above it that is complete by that."""
        level, place = 0, self.size
        while place & 1:
            hash = node_hash(self.hashes.pop(), hash)
            level, place = level + 1, place >> 1
            if completed:
                completed(level, place, hash)
        self.hashes.append(hash)
        self.size += 1

    def root(self) -> bytes:
        return folded(self.hashes)


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    tree = CompactRange()
    for hash in leaf_hashes:
        tree.append(hash)
    return tree.root()


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """The hashes beside the way from leaf `index` up to the root, lowest first (RFC 9162 section 2.1.3.1).

    Args:
        node: gives the hash of a complete node by level and place.
    """
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    proof: list[bytes] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _left_size(end - begin)
        if index < middle:
            proof.append(subtree_root(middle, end, node))
            end = middle
        else:
            proof.append(subtree_root(begin, middle, node))
            begin = middle
    return proof[::-1]


def consistency_proof(size1: int, size2: int, node: Node) -> list[bytes]:
    """What shows that the tree of `size1` is the beginning of that of `size2` (RFC 9162 section 2.1.4.1)."""
    if not 0 < size1 <= size2:
        raise ValueError(f"nothing to prove from {size1} to {size2} leaves")
    if size1 == size2:
        return []
    proof: list[bytes] = []
    begin, end = 0, size2
    while end != size1:
        middle = begin + _left_size(end - begin)
        if size1 <= middle:
            proof.append(subtree_root(middle, end, node))
            end = middle
        else:
            proof.append(subtree_root(begin, middle, node))
            begin = middle
    # The first root is itself one of the nodes only if nothing lies to its left.
    if begin:
        proof.append(subtree_root(begin, end, node))
    return proof[::-1]


def subtree_root(begin: int, end: int, node: Node) -> bytes:
    """Root over the leaves from `begin` up to `end`, which begins where a subtree of its size may begin."""
    size = end - begin
    if size.bit_count() == 1:
        level = size.bit_length() - 1
        return node(level, begin >> level)
    middle = begin + _left_size(size)
    return node_hash(subtree_root(begin, middle, node), subtree_root(middle, end, node))


def _left_size(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def verify_inclusion(index: int, size: int, leaf_hash: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf is number `index` of the tree of `size` with this root (RFC 9162 section 2.1.3.2).

    Whatever is handed in, the answer is True or False.
    """
    if not _are_sizes(index, size) or index >= size or not _are_hashes(leaf_hash, root, *proof):
        return False
    place, last = index, size - 1
    hash = leaf_hash
    for sibling in proof:
        if not last:
            return False
        if place & 1 or place == last:
            hash = node_hash(sibling, hash)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            hash = node_hash(hash, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and hash == root


def verify_consistency(size1: int, size2: int, root1: bytes, root2: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the first tree is the beginning of the second (RFC 9162 section 2.1.4.2).

    A proof from the empty tree says nothing and is refused. Whatever is handed in, the answer is True or False.
    """
    if not _are_sizes(size1, size2) or not 0 < size1 <= size2 or not _are_hashes(root1, root2, *proof):
        return False
    if size1 == size2:
        return not proof and root1 == root2
    path = [root1, *proof] if size1.bit_count() == 1 else list(proof)
    if not path:
        return False
    place, last = size1 - 1, size2 - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = path[0]
    for hash in path[1:]:
        if not last:
            return False
        if place & 1 or place == last:
            first, second = node_hash(hash, first), node_hash(hash, second)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, hash)
        place, last = place >> 1, last >> 1
    return last == 0 and first == root1 and second == root2


def _are_sizes(*values: object) -> bool:
    return all(isinstance(value, int) and not isinstance(value, bool) and value >= 0 for value in values)


def _are_hashes(*values: object) -> bool:
    return all(isinstance(value, bytes) and len(value) == HASH_BYTES for value in values)
