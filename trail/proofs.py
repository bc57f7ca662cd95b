"""Proofs of C2SP tlog-proof: that an entry is in a log, in one text that is checked offline. Pure."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import dataclass

from trail import checkpoints, merkle, notes
from trail.checkpoints import Checkpoint
from trail.notes import Key, Note, NoteRefused

HEADER = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)
MOST_HASHES = 64


@dataclass(frozen=True)
class Proof:
    """`hashes` lead from the leaf `index` up to the root of the checkpoint; `extra` is not proven by it."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes = b""

    def __str__(self) -> str:
        extra = [f"extra {b64encode(self.extra).decode()}"] if self.extra else []
        lines = [HEADER, *extra, f"index {self.index}", *(b64encode(hash).decode() for hash in self.hashes)]
        return "\n".join(lines) + f"\n\n{self.checkpoint}"

    def proven(self, leaf_hash: bytes, *, origin: str, keys: Iterable[Key]) -> Checkpoint:
        """The checkpoint that includes this leaf, signed by one of the keys.

        Raises:
            NoteRefused: it does not hold. The message says what does not.
        """
        self.checkpoint.verified(keys)
        checkpoint = checkpoints.read(self.checkpoint.text)
        if checkpoint.origin != origin:
            raise NoteRefused(f"the checkpoint is of another log: {checkpoint.origin}")
        if not merkle.verify_inclusion(self.index, checkpoint.size, leaf_hash, self.hashes, checkpoint.root):
            raise NoteRefused("the entry is not in the tree of this checkpoint")
        return checkpoint


def read(data: bytes) -> Proof:
    """The proof that these bytes are; nothing of it is checked by that.

    Raises:
        NoteRefused: they are none.
    """
    head, separator, rest = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise NoteRefused("this is no proof") from error
    if not separator or lines.pop(0) != HEADER or not lines:
        raise NoteRefused("this is no proof")
    extra = b""
    if lines[0].startswith("extra "):
        extra = _base64(lines.pop(0).removeprefix("extra "))
    index = _INDEX.fullmatch(lines.pop(0)) if lines else None
    if index is None or len(lines) > MOST_HASHES:
        raise NoteRefused("this proof has no index, or too many hashes")
    hashes = tuple(_base64(line) for line in lines)
    if any(len(hash) != merkle.HASH_BYTES for hash in hashes):
        raise NoteRefused("this proof has lines that are no hashes")
    return Proof(int(index[1]), hashes, notes.read(rest), extra)


def _base64(text: str) -> bytes:
    try:
        data = b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise NoteRefused(f"{text!r} is no base64") from error
    if b64encode(data).decode() != text:
        raise NoteRefused(f"{text!r} is not the base64 of its bytes")
    return data
