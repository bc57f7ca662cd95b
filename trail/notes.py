"""Signed notes as C2SP signed-note has them, with Ed25519 keys, and cosignatures of C2SP tlog-cosignature. Pure.

A note is a text and lines of signatures. A key is known by its name and by four bytes that say which key and which
kind of signature it is. The name and the four bytes are no proof of anything: the public key is.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519, COSIGNATURE = 0x01, 0x04
KINDS = (ED25519, COSIGNATURE)
MOST_SIGNATURES = 64
MOST_BYTES = 1_000_000
_DASH = "— "
_TIME_BYTES, _SIGNATURE_BYTES = 8, 64


class NoteRefused(ValueError):
    """It is no signed note, or not one that a known key has signed. The message says why."""


@dataclass(frozen=True)
class Key:
    """The public half: who signs, with which kind of signature. `public`: 32 bytes."""

    name: str
    public: bytes
    kind: int = ED25519

    def __post_init__(self) -> None:
        if not self.name or "+" in self.name or any(character.isspace() for character in self.name):
            raise NoteRefused(f"{self.name!r} is no name of a key")
        if len(self.public) != 32 or self.kind not in KINDS:
            raise NoteRefused("not an Ed25519 key of a known kind")

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        """As verifiers are told of it: `name+id+base64`."""
        return f"{self.name}+{self.id.hex()}+{b64encode(bytes([self.kind]) + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> Key:
        name, _, rest = text.strip().partition("+")
        written, _, encoded = rest.partition("+")
        data = _base64(encoded)
        key = cls(name, data[1:], data[0] if data else 0)
        if key.id.hex() != written:
            raise NoteRefused(f"the key {text!r} does not have the id that it names")
        return key


@dataclass(frozen=True)
class Signature:
    """One line: who says to have signed, and what. `data` is what follows the four bytes of the key."""

    name: str
    key_id: bytes
    data: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {b64encode(self.key_id + self.data).decode()}\n"

    @property
    def time(self) -> int:
        """POSIX seconds, of a cosignature."""
        return int.from_bytes(self.data[:_TIME_BYTES])


@dataclass(frozen=True)
class Note:
    """`text` ends with a newline and is what is signed."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def and_signed(self, more: Iterable[Signature]) -> Note:
        """With further signatures; one of the same key as an earlier one is left out."""
        kept = {(signature.name, signature.key_id): signature for signature in (*more, *self.signatures)}
        first = [(signature.name, signature.key_id) for signature in self.signatures]
        return Note(self.text, tuple(kept[place] for place in dict.fromkeys([*first, *kept])))

    def verified(self, keys: Iterable[Key]) -> list[Key]:
        """The keys that have signed it. A wrong signature in the name of a known key refuses the whole note.

        Raises:
            NoteRefused: none of them has, or one of them has not although the note says so.
        """
        known = {(key.name, key.id): key for key in keys}
        found = []
        for signature in self.signatures:
            key = known.get((signature.name, signature.key_id))
            if key is None:
                continue
            if not holds(key, signature, self.text):
                raise NoteRefused(f"the signature of {key.name} does not hold")
            found.append(key)
        if not found:
            raise NoteRefused("no known key has signed this note")
        return found


def sign(text: str, name: str, private: Ed25519PrivateKey) -> Signature:
    key = Key(name, private.public_key().public_bytes_raw())
    return Signature(name, key.id, private.sign(text.encode()))


def cosign(text: str, name: str, private: Ed25519PrivateKey, *, time: int) -> Signature:
    """What a witness says: at `time`, in POSIX seconds, this was the largest consistent tree that it had seen."""
    key = Key(name, private.public_key().public_bytes_raw(), COSIGNATURE)
    return Signature(name, key.id, time.to_bytes(_TIME_BYTES) + private.sign(_cosigned(text, time)))


def holds(key: Key, signature: Signature, text: str) -> bool:
    """Whether this key has made this signature over the text."""
    message, data = text.encode(), signature.data
    if key.kind == COSIGNATURE:
        if len(data) != _TIME_BYTES + _SIGNATURE_BYTES or signature.time >= 2**63:
            return False
        message, data = _cosigned(text, signature.time), data[_TIME_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(data, message)
    except InvalidSignature:
        return False
    return True


def signed_by(key: Key, line: str, text: str) -> Signature:
    """The signature in this line, made by this key over the text.

    Raises:
        NoteRefused: it is none, or of another key, or does not hold.
    """
    signature, *more = signatures(line)
    if more or (signature.name, signature.key_id) != (key.name, key.id) or not holds(key, signature, text):
        raise NoteRefused(f"the signature of {key.name} does not hold")
    return signature


def _cosigned(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def read(data: bytes) -> Note:
    """The note that these bytes are.

    Raises:
        NoteRefused: they are none.
    """
    if len(data) > MOST_BYTES:
        raise NoteRefused("the note is too long")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NoteRefused("the note is no UTF-8") from error
    if any(character < " " and character != "\n" for character in text):
        raise NoteRefused("the note has control characters")
    body, separator, lines = text.rpartition("\n\n")
    if not separator or not body or not lines.endswith("\n"):
        raise NoteRefused("the note has no text, or no signatures after an empty line")
    return Note(f"{body}\n", tuple(signatures(lines)))


def signatures(lines: str) -> list[Signature]:
    """Lines of signatures alone, as a witness answers them.

    Raises:
        NoteRefused: one of them is none.
    """
    written = lines.split("\n")
    if written.pop() or not 0 < len(written) <= MOST_SIGNATURES:
        raise NoteRefused("these are no lines of signatures")
    return [_signature(line) for line in written]


def _signature(line: str) -> Signature:
    name, separator, encoded = line.removeprefix(_DASH).partition(" ")
    data = _base64(encoded)
    if not line.startswith(_DASH) or not separator or len(data) <= 4:
        raise NoteRefused(f"{line!r} is no signature")
    if not name or "+" in name or any(character.isspace() for character in name):
        raise NoteRefused(f"{name!r} is no name of a key")
    return Signature(name, data[:4], data[4:])


def _base64(text: str) -> bytes:
    """Only the one way to write these bytes is taken."""
    try:
        data = b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise NoteRefused(f"{text!r} is no base64") from error
    if b64encode(data).decode() != text:
        raise NoteRefused(f"{text!r} is not the base64 of its bytes")
    return data
