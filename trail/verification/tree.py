"""The tree over the entries against its tiles and every checkpoint, stored or held by somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trail import checkpoints, merkle, notes, tiles
from trail.merkle import HASH_BYTES, CompactRange
from trail.models import Checkpoint, Tile
from trail.notes import Key, Note, NoteRefused
from trail.verification.pieces import Piece
from trail.verification.report import Report

TILE_BYTES = tiles.WIDTH * HASH_BYTES


@dataclass(frozen=True)
class Committed:
    """What some checkpoint says of the log at one size."""

    size: int
    root: bytes
    who: str


@dataclass
class Tree:
    """Grows by pieces of whole tiles; `wrong` is the first thing that does not fit."""

    committed: Iterator[Committed]
    size: int = 0
    wrong: str = ""
    _tiles: CompactRange = field(default_factory=CompactRange)
    _open: list[bytearray] = field(default_factory=lambda: [bytearray()])
    _counts: list[int] = field(default_factory=lambda: [0])
    _next: Committed | None = None

    def __post_init__(self) -> None:
        self._next = next(self.committed, None)

    def add(self, piece: Piece) -> str:
        stored = self._stored(0, self._counts[0], len(piece.leaves) // TILE_BYTES + 1)
        for at, root in enumerate(piece.roots):
            leaves = piece.leaves[at * TILE_BYTES : (at + 1) * TILE_BYTES]
            self._check_tile(0, leaves, stored.get(self._counts[0], b""))
            self._check_roots(leaves)
            self._complete(0, root)
            self._tiles.append(root)
            self.size += tiles.WIDTH
            if self.wrong:
                return self.wrong
        rest = piece.leaves[len(piece.roots) * TILE_BYTES :]
        self._open[0] = bytearray(rest)
        self._check_roots(rest)
        self.size += len(rest) // HASH_BYTES
        return self.wrong

    def finish(self) -> str:
        """What stands in the tiles that are not full, and what nobody's entries account for."""
        for level, data in enumerate(self._open):
            if data:
                stored = self._stored(level, self._counts[level], 1)
                self._check_tile(level, bytes(data), stored.get(self._counts[level], b""))
                self._counts[level] += 1
        for level, count in Tile.objects.order_by("level", "number").values_list("level", "number"):
            if level >= len(self._counts) or count >= self._counts[level]:
                self._say(f"tile {level}/{tiles.number_path(count)} stands for entries that are not there")
        if self._next is not None:
            self._say(f"{self._next.who} covers {self._next.size} entries, and only {self.size} are there")
        return self.wrong

    def _complete(self, level: int, root: bytes) -> None:
        self._counts[level] += 1
        if len(self._open) == level + 1:
            self._open.append(bytearray())
            self._counts.append(0)
        above = self._open[level + 1]
        above += root
        if len(above) == TILE_BYTES:
            stored = self._stored(level + 1, self._counts[level + 1], 1)
            self._check_tile(level + 1, bytes(above), stored.get(self._counts[level + 1], b""))
            self._open[level + 1] = bytearray()
            self._complete(level + 1, tiles.root_of_tile(bytes(above)))

    def _check_tile(self, level: int, hashes: bytes, stored: bytes) -> None:
        if hashes != stored:
            place = f"{level}/{tiles.number_path(self._counts[level])}"
            self._say(f"tile {place} {'does not hold its hashes' if stored else 'is missing'}")

    def _check_roots(self, leaves: bytes) -> None:
        """Every checkpoint whose size falls into these leaves of one tile."""
        inner = CompactRange()
        end = self.size + len(leaves) // HASH_BYTES
        while self._next is not None and self._next.size <= end:
            while self.size + inner.size < self._next.size:
                inner.append(leaves[inner.size * HASH_BYTES : (inner.size + 1) * HASH_BYTES])
            root = merkle.folded([*self._tiles.hashes, *inner.hashes])
            if root != self._next.root:
                self._say(f"{self._next.who} does not fit the entries before it")
            self._next = next(self.committed, None)

    def _stored(self, level: int, number: int, count: int) -> dict[int, bytes]:
        rows = Tile.objects.filter(level=level, number__gte=number, number__lt=number + count)
        return {number: bytes(hashes) for number, hashes in rows.values_list("number", "hashes")}

    def _say(self, wrong: str) -> None:
        self.wrong = self.wrong or wrong


def stored(report: Report, keys: Sequence[Key]) -> Iterator[Committed]:
    """Each stored checkpoint, after its signatures were checked.

    Raises:
        NoteRefused: one does not hold. The message names it.
    """
    origin = ""
    for row in Checkpoint.objects.order_by("size", "pk").prefetch_related("signatures").iterator(chunk_size=500):
        who = f"the checkpoint of {row.size}"
        try:
            note = notes.read(row.note.encode())
            said = checkpoints.read(note.text)
            note.verified(keys)
            for further in row.signatures.all():
                notes.signed_by(Key.read(further.verifier), further.line, note.text)
                report.signatures += 1
        except NoteRefused as error:
            raise NoteRefused(f"{who}: {error}") from error
        origin = origin or said.origin
        if (said.origin, said.size, said.root) != (origin, row.size, bytes(row.root)):
            raise NoteRefused(f"{who} does not say what its note says")
        report.checkpoints += 1
        report.signatures += len(note.signatures)
        yield Committed(row.size, bytes(row.root), who)


def held(known: Iterable[Note]) -> list[Committed]:
    """Checkpoints that somebody kept outside of this database, smallest first."""
    found = [checkpoints.read(note.text) for note in known]
    return sorted(
        (Committed(one.size, one.root, f"the checkpoint of {one.size} that somebody else holds") for one in found),
        key=lambda one: one.size,
    )
