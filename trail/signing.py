"""Who signs the checkpoints: a key in a file or in the environment, or another process that alone knows it."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import socket
import struct
from base64 import b64decode
from binascii import Error as NotBase64
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from trail import checkpoints, notes
from trail.notes import Key, Note, NoteRefused, Signature

PATIENCE = 5.0
# What follows the origin in the first line of a signed proof bundle: no checkpoint of the log begins like that.
PROOF_CONTEXT = "/proof"
_PROOF = re.compile(r"[A-Za-z0-9+/]{43}=\n", re.ASCII)
_LENGTH = struct.Struct(">I")


class SigningFailed(Exception):
    """No signature to be had now. The message says what an administrator has to mend."""


class Signer(Protocol):
    def key(self) -> Key:
        """Raises SigningFailed."""

    def sign(self, text: str) -> Signature:
        """Raises SigningFailed."""


class LocalSigner:
    """The private key is in this process."""

    def __init__(self, name: str, private: Ed25519PrivateKey) -> None:
        self.name = name
        self._private = private

    def key(self) -> Key:
        return Key(self.name, self._private.public_key().public_bytes_raw())

    def sign(self, text: str) -> Signature:
        return notes.sign(text, self.name, self._private)


class SocketSigner:
    """The private key is in the process that listens at a Unix socket (`manage.py run_signer`).

    Both sides speak in messages of four bytes of length, the first byte first, and that many bytes. An empty question
    asks for the verifier; any other is a text to sign. The answer is the verifier, or the note with its signature, or
    `refused: ` and a reason.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._key: Key | None = None

    def key(self) -> Key:
        if self._key is None:
            try:
                self._key = Key.read(self._ask(b"").decode())
            except (NoteRefused, UnicodeDecodeError) as error:
                raise SigningFailed(f"the signer at {self.path} names no key") from error
        return self._key

    def sign(self, text: str) -> Signature:
        try:
            note = notes.read(self._ask(text.encode()))
            if note.text != text:
                raise SigningFailed(f"the signer at {self.path} signed something else")
            note.verified([self.key()])
        except NoteRefused as error:
            # It may have been started anew with another key.
            self._key = None
            raise SigningFailed(f"the signer at {self.path} did not sign: {error}") from error
        return note.signatures[0]

    def _ask(self, question: bytes) -> bytes:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(PATIENCE)
                line.connect(self.path)
                send(line, question)
                answer = receive(line)
        except OSError as error:
            raise SigningFailed(f"the signer at {self.path} does not answer: {error}") from error
        if answer.startswith(b"refused: "):
            raise SigningFailed(f"the signer at {self.path} {answer.decode(errors='replace')}")
        return answer


def send(line: socket.socket, message: bytes) -> None:
    line.sendall(_LENGTH.pack(len(message)) + message)


def receive(line: socket.socket) -> bytes:
    """Raises:
    OSError: the other side went away, or says that it has more than a note may have.
    """
    (length,) = _LENGTH.unpack(_exactly(line, _LENGTH.size))
    if length > notes.MOST_BYTES:
        raise OSError("the message is too long")
    return _exactly(line, length)


def _exactly(line: socket.socket, length: int) -> bytes:
    received = b""
    while len(received) < length:
        part = line.recv(length - len(received))
        if not part:
            raise OSError("the other side has hung up")
        received += part
    return received


def answer(signer: LocalSigner, question: bytes, *, origin: str) -> bytes:
    """What the process that holds the key says: it signs checkpoints and proof bundles of its log, and nothing else."""
    if not question:
        return str(signer.key()).encode()
    try:
        text = question.decode()
        head, _, rest = text.partition("\n")
        is_proof = head == f"{origin}{PROOF_CONTEXT}" and _PROOF.fullmatch(rest)
        if not is_proof and checkpoints.read(text).origin != origin:
            return b"refused: this is a checkpoint of another log"
    except (NoteRefused, UnicodeDecodeError) as error:
        return f"refused: this is no checkpoint ({error})".encode()
    return str(Note(text, (signer.sign(text),))).encode()


_signers: dict[tuple[str, ...], Signer] = {}


def signer() -> Signer:
    """The signer that the settings name; made once for each process and setting.

    Raises:
        SigningFailed: they name none, or one that cannot be read.
    """
    file = settings.TRAIL_SIGNING_KEY_FILE
    place = (settings.TRAIL_ORIGIN, settings.TRAIL_SIGNER, settings.TRAIL_SIGNING_KEY, file, _changed(file))
    if place not in _signers:
        _signers.clear()
        _signers[place] = _configured()
    return _signers[place]


def _changed(file: str) -> str:
    """Another text for another file: a key that was rotated is taken up without a new start."""
    try:
        found = os.stat(file)
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_ino} {found.st_mode}"


def _configured() -> Signer:
    if settings.TRAIL_SIGNER:
        return SocketSigner(settings.TRAIL_SIGNER)
    if settings.TRAIL_SIGNING_KEY:
        return LocalSigner(settings.TRAIL_ORIGIN, read_private(settings.TRAIL_SIGNING_KEY))
    if settings.TRAIL_SIGNING_KEY_FILE:
        return LocalSigner(settings.TRAIL_ORIGIN, read_file(Path(settings.TRAIL_SIGNING_KEY_FILE)))
    raise SigningFailed("nobody signs: set TRAIL_SIGNING_KEY_FILE, TRAIL_SIGNING_KEY or TRAIL_SIGNER")


def read_file(path: Path) -> Ed25519PrivateKey:
    """Raises:
    SigningFailed: it is missing, open to everybody on this machine, or no key.
    """
    try:
        mode = path.stat().st_mode
        text = path.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise SigningFailed(f"the signing key {path} cannot be read: {error}") from error
    if mode & 0o007:
        raise SigningFailed(f"everybody on this machine can read the signing key: chmod 600 {path}")
    return read_private(text)


def read_private(text: str) -> Ed25519PrivateKey:
    """A key as PEM (PKCS #8, what `openssl genpkey -algorithm ed25519` writes) or as base64 of its 32 bytes.

    Raises:
        SigningFailed: it is neither. The message does not repeat it.
    """
    try:
        if "-----BEGIN" in text:
            private = serialization.load_pem_private_key(text.encode(), password=None)
        else:
            private = Ed25519PrivateKey.from_private_bytes(b64decode(text.strip(), validate=True))
    except (ValueError, TypeError, NotBase64) as error:
        raise SigningFailed("the signing key is neither PEM nor base64 of 32 bytes") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise SigningFailed("the signing key is no Ed25519 key")
    return private


def make_file(path: Path) -> bool:
    """Write a new key there, for its owner alone. False where there is one already: it is never written over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        # A link appears whole, and not over one that another process has just made.
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()
    return True
