"""Checkpoints of C2SP tlog-checkpoint: what a log commits to at one size. Pure."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from trail.merkle import HASH_BYTES
from trail.notes import NoteRefused

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


@dataclass(frozen=True)
class Checkpoint:
    """The log `origin` has `size` entries, and this root over them. Extension lines are kept, and say nothing to us."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The text of the note that is signed."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read(text: str) -> Checkpoint:
    """The checkpoint that this text of a note is. Nothing of it is true before a signature was checked.

    Raises:
        NoteRefused: it is none.
    """
    lines = text.split("\n")
    if lines.pop() or len(lines) < 3 or not all(lines):
        raise NoteRefused("a checkpoint has three lines: origin, size and root")
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise NoteRefused(f"{size!r} is no size of a tree")
    try:
        hash = b64decode(root, validate=True)
    except (NotBase64, ValueError) as error:
        raise NoteRefused(f"{root!r} is no root of a tree") from error
    if len(hash) != HASH_BYTES or b64encode(hash).decode() != root:
        raise NoteRefused(f"{root!r} is no root of a tree")
    return Checkpoint(origin, int(size), hash, tuple(extensions))
