"""Where hashes stand in C2SP tlog-tiles: files of up to 256 hashes, which never change once they are full. Pure.

A tile of level 0 holds leaves; one of level 1 the roots over full tiles of level 0, and so on: eight levels of the tree
in each. What lies between is computed from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trail.merkle import HASH_BYTES, CompactRange, Node, node_hash

HEIGHT = 8
WIDTH = 1 << HEIGHT
# As tlog-tiles has it: a tree of 2**63 leaves has no tile above.
MOST_LEVEL = 63 // HEIGHT


@dataclass(frozen=True, order=True)
class Tile:
    """`width` hashes, 256 where it is full."""

    level: int
    number: int
    width: int = WIDTH

    def __str__(self) -> str:
        """The path below `tile/`, such as `0/x001/x234/067.p/8`."""
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"{self.level}/{number_path(self.number)}{partial}"


def number_path(number: int) -> str:
    """1234067 is `x001/x234/067`."""
    groups = [f"{number % 1000:03}"]
    while number := number // 1000:
        groups.append(f"x{number % 1000:03}")
    return "/".join(reversed(groups))


def read_number(path: str) -> int:
    """The number that `number_path` writes this way.

    Raises:
        ValueError: it writes none this way.
    """
    digits = path.replace("x", "").replace("/", "")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 18 else -1
    if number < 0 or number_path(number) != path:
        raise ValueError(f"{path!r} is no number of a tile")
    return number


def is_covered(tile: Tile, size: int) -> bool:
    """Whether a tree of that size has all hashes of this tile."""
    return tile.number * WIDTH + tile.width <= size >> (HEIGHT * tile.level)


def of_tree(size: int) -> Iterator[Tile]:
    """Every tile of a tree of that size, full and partial."""
    level = 0
    while count := size >> (HEIGHT * level):
        for number in range(count >> HEIGHT):
            yield Tile(level, number)
        if width := count % WIDTH:
            yield Tile(level, count >> HEIGHT, width)
        level += 1


@dataclass(frozen=True)
class Grown:
    """A tile with its bytes after leaves were added. `existed`: there was one, which these bytes begin with."""

    level: int
    number: int
    hashes: bytes
    existed: bool


def grown(size: int, leaf_hashes: Sequence[bytes], partial: Callable[[int, int], bytes]) -> Iterator[Grown]:
    """The tiles that change when leaves are added to a tree of that size, lowest level first.

    Args:
        partial: gives the bytes that the tile of a level and number has before.
    """
    level, added = 0, list(leaf_hashes)
    while added:
        number, filled = divmod(size >> (HEIGHT * level), WIDTH)
        stream = (partial(level, number) if filled else b"") + b"".join(added)
        added = []
        for at in range(0, len(stream), WIDTH * HASH_BYTES):
            data = stream[at : at + WIDTH * HASH_BYTES]
            yield Grown(level, number, data, existed=at == 0 and filled > 0)
            if len(data) == WIDTH * HASH_BYTES:
                added.append(root_of_tile(data))
            number += 1
        level += 1


def nodes(read: Callable[[Tile], bytes], size: int) -> Node:
    """Hashes of complete nodes of a tree of that size, from its tiles; each tile is read once.

    Args:
        read: gives the bytes of a tile.
    """
    kept: dict[tuple[int, int], bytes] = {}

    def tile(level: int, number: int) -> bytes:
        found = kept.get((level, number))
        if found is None:
            count = (size >> (HEIGHT * level)) - number * WIDTH
            wanted = Tile(level, number, min(count, WIDTH))
            found = kept[level, number] = read(wanted)
            if len(found) != wanted.width * HASH_BYTES:
                raise ValueError(f"tile {wanted} has {len(found)} bytes")
        return found

    def node(level: int, place: int) -> bytes:
        above = level % HEIGHT
        first = place << above
        data = tile(level // HEIGHT, first // WIDTH)
        at = first % WIDTH * HASH_BYTES
        return _joined([data[at + i * HASH_BYTES : at + (i + 1) * HASH_BYTES] for i in range(1 << above)])

    return node


def _joined(hashes: list[bytes]) -> bytes:
    """Root over a number of hashes that is a power of two."""
    while len(hashes) > 1:
        hashes = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes), 2)]
    return hashes[0]


def root_of_tile(data: bytes) -> bytes:
    """Root over the hashes of a full tile: one hash of the tile above."""
    tree = CompactRange()
    for at in range(0, len(data), HASH_BYTES):
        tree.append(data[at : at + HASH_BYTES])
    return tree.root()
