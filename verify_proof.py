#!/usr/bin/env python3
"""Check a proof bundle offline: python3 verify_proof.py BUNDLE [--key …] [--witness …] [--checkpoint …]

Needs Python 3.9 or later and the package `cryptography`; no network, no account, nothing of the site that made the
bundle. Exit status: 0 where everything holds, 1 where something does not, 2 where the file cannot be read.

`--key` is the log's verifier as you know it from elsewhere: from its /.well-known/trail-keys.json at an earlier time,
from another party, from a contract. Without it the bundle is checked against the key that it brings along itself.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import re
import sys
from base64 import b64decode, b64encode, urlsafe_b64decode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

LOG, WITNESS = 1, 4
Strings = Sequence[str]


class Broken(Exception):
    """Something does not hold; the message says what, for people."""


# Signed notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature)


def exact_base64(text: str) -> bytes:
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        raise Broken(f"{text[:40]!r} is not base64") from None
    if b64encode(data).decode() != text:
        raise Broken(f"{text[:40]!r} is not the base64 of its bytes")
    return data


def read_key(verifier: str) -> tuple[str, bytes, int, ed25519.Ed25519PublicKey]:
    """Name, four bytes that stand for the key, kind and public key of `name+id+base64`."""
    name, _, rest = verifier.partition("+")
    written, _, encoded = rest.partition("+")
    data = exact_base64(encoded)
    found = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    if not name or len(data) != 33 or data[0] not in (LOG, WITNESS) or found.hex() != written:
        raise Broken(f"{verifier[:60]!r} is not a verifier key")
    return name, found, data[0], ed25519.Ed25519PublicKey.from_public_bytes(data[1:])


def read_note(note: str) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """Text and signatures, each as name, four bytes of the key, and what was signed."""
    body, separator, lines = note.rpartition("\n\n")
    if not separator or not lines.endswith("\n"):
        raise Broken("a signed note has no signatures")
    signatures = []
    for line in lines[:-1].split("\n"):
        match = re.fullmatch(r"— (\S+) (\S+)", line)
        if not match or len(exact_base64(match[2])) < 5:
            raise Broken(f"{line[:60]!r} is not a signature")
        data = exact_base64(match[2])
        signatures.append((match[1], data[:4], data[4:]))
    return body + "\n", signatures


def signers(note: str, verifiers: list[str]) -> tuple[str, list[str]]:
    """The text of a note, and which of the keys have signed it. A false signature in the name of one breaks it."""
    text, signatures = read_note(note)
    found = []
    for verifier in verifiers:
        name, key_id, kind, public = read_key(verifier)
        for signed_name, signed_id, data in signatures:
            if (signed_name, signed_id) != (name, key_id):
                continue
            message = text.encode()
            if kind == WITNESS:
                message, data = f"cosignature/v1\ntime {int.from_bytes(data[:8], 'big')}\n{text}".encode(), data[8:]
            try:
                public.verify(data, message)
            except InvalidSignature:
                raise Broken(f"a signature of {name} does not hold") from None
            found.append(verifier)
    return text, found


def read_checkpoint(text: str) -> tuple[str, int, bytes]:
    """Origin, number of entries and root of the tree."""
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1] or not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]):
        raise Broken("a checkpoint does not read as one")
    root = exact_base64(lines[2])
    if len(root) != 32:
        raise Broken("a checkpoint has no root")
    return lines[0], int(lines[1]), root


# The tree (RFC 9162 section 2.1)


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_from(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that follows from a leaf and the hashes beside its way up (RFC 9162 section 2.1.3.2)."""
    if index >= size:
        raise Broken("an entry has a number beyond the end of the log")
    place, last, found = index, size - 1, leaf
    for sibling in path:
        if not last:
            raise Broken("an inclusion proof is too long")
        if place & 1 or place == last:
            found = node(sibling, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node(found, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise Broken("an inclusion proof is too short")
    return found


def read_proof(text: str) -> tuple[int, list[bytes], str]:
    """Number, path and signed checkpoint of a C2SP tlog-proof."""
    head, separator, note = text.partition("\n\n")
    lines = head.split("\n")
    number = re.fullmatch(r"index (0|[1-9][0-9]{0,18})", lines[1]) if len(lines) > 1 else None
    if not separator or lines[0] != "c2sp.org/tlog-proof@v1" or not number or len(lines) > 66:
        raise Broken("an inclusion proof does not read as one")
    path = [exact_base64(line) for line in lines[2:]]
    if any(len(hash) != 32 for hash in path):
        raise Broken("an inclusion proof has something in it that is no hash")
    return int(number[1]), path, note


# Passkeys (WebAuthn Level 2 section 7.2)


def unpadded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def check_passkey(passkey: Any, facts: Any) -> None:
    """The assertion over exactly this statement, by the key that the entry names."""
    statement, data = passkey["statement"], unpadded(passkey["client_data"])
    seen, public = unpadded(passkey["authenticator_data"]), unpadded(passkey["public_key"])
    if hashlib.sha256(public).hexdigest() != facts.get("passkey_sha256"):
        raise Broken("the passkey is not the one that the entry names")
    client, wanted = json.loads(data), hashlib.sha256(canonical(statement)).digest()
    if client["type"] != "webauthn.get" or unpadded(client["challenge"]) != wanted:
        raise Broken("the passkey signed something else than these terms")
    for name in ("terms_hash", "evidence_hash", "file_sha256", "licensor", "licensee"):
        if statement.get(name) != facts.get(name):
            raise Broken(f"the passkey signed another {name} than the entry says")
    if seen[:32] != hashlib.sha256(passkey["site"].encode()).digest() or not seen[32] & 1 or not seen[32] & 4:
        raise Broken("the passkey was not used on this site, by a person who was known to it")
    key, signed = load_der_public_key(public), seen + hashlib.sha256(data).digest()
    signature = unpadded(passkey["signature"])
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(SHA256()))
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature, signed)
        else:
            raise Broken("the passkey is of a kind that this program does not know")
    except InvalidSignature:
        raise Broken("the signature of the passkey does not hold") from None


# The bundle


def canonical(value: Any) -> bytes:
    """RFC 8785, for the strings, whole numbers and objects that bundles are made of."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise Broken("the file says something twice")
    return dict(pairs)


def check_entry(entry: Any, origin: str, keys: list[str]) -> tuple[int, Any, int, bytes, str]:
    """What an entry says, after its place in the log was checked; with the size and root of that log."""
    number, path, note = read_proof(entry["proof"])
    text, signed_by = signers(note, keys)
    if not signed_by:
        raise Broken("no key that is trusted has signed the checkpoint")
    name, size, root = read_checkpoint(text)
    if name != origin:
        raise Broken(f"the checkpoint is of another log: {name}")
    if root_from(hashlib.sha256(b"\x00" + entry["body"].encode()).digest(), number, size, path) != root:
        raise Broken(f"entry {number} is not in the log")
    said = json.loads(entry["body"], object_pairs_hook=once)
    for value_name, value in entry["sealed"].items():
        body = canonical(json.loads(value["value"]))
        promised = hmac.new(bytes.fromhex(value["salt"]), body, hashlib.sha256).hexdigest()
        if said["sealed"].get(value_name) != promised:
            raise Broken(f"entry {number} committed to another {value_name}")
    return number, said, size, root, note


def check(data: bytes, keys: Strings = (), witnesses: Strings = (), held: Strings = ()) -> list[str]:
    """Lines for people about what holds. Raises Broken at the first thing that does not."""
    try:
        return list(_check(data, list(keys), list(witnesses), list(held)))
    except Broken:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        raise Broken(f"this is not a proof bundle, or it has been changed ({type(error).__name__})") from None


def _check(data: bytes, trusted: list[str], witnesses: list[str], held: list[str]) -> Iterator[str]:
    whole = json.loads(data.decode(), object_pairs_hook=once)
    if canonical(whole) != data or whole.keys() != {"bundle", "signed"}:
        raise Broken("the file has been changed since it was made")
    bundle = whole["bundle"]
    if bundle["format"] != "proof-bundle/1":
        raise Broken(f"{str(bundle['format'])[:40]!r} is a format that this program does not know")
    origin, keys = bundle["log"]["origin"], trusted or bundle["log"]["keys"]
    text, signed_by = signers(whole["signed"], keys)
    if text != f"{origin}/proof\n{b64encode(hashlib.sha256(canonical(bundle)).digest()).decode()}\n" or not signed_by:
        raise Broken("no key that is trusted has signed this bundle, or it has been changed since")
    yield f"The bundle is as {signed_by[0]} signed it" + ("." if trusted else ", a key that it names itself.")

    entries = [check_entry(entry, origin, keys) for entry in bundle["entries"]]
    if not entries:
        raise Broken("the bundle has no entry of the log")
    for number, said, size, _, _ in entries:
        yield f"Entry {number} of {size}: {said['kind']} at {said['at']}, about {said['subject']} by {said['actor']}."
    note = entries[0][4]
    if any(entry[4] != note for entry in entries) or bundle["status"]["entries"] != entries[0][2]:
        raise Broken("the entries are proven by different checkpoints")
    for witness in witnesses:
        if not signers(note, [witness])[1]:
            raise Broken(f"the witness {read_key(witness)[0]} has not signed the checkpoint")
        yield f"{read_key(witness)[0]} has seen this log as well, and that it only grew."
    for other in held:
        name, size, root = read_checkpoint(read_note(other)[0])
        if (name, size) == (origin, entries[0][2]) and root != entries[0][3]:
            raise Broken(f"the checkpoint that you hold says something else about the first {size} entries")

    for document in bundle["documents"]:
        digest = hashlib.sha256(document["text"].encode()).hexdigest()
        naming = [said["facts"] for _, said, *_ in entries if said["kind"] == document["kind"]]
        if digest not in [facts.get(document["fact"]) for facts in naming]:
            raise Broken(f"the {document['role']} is not what was recorded")
        yield f"The {document['role']} is the one that was recorded (SHA-256 {digest[:16]}…)."

    evidence, facts = bundle["evidence"], entries[0][1]["facts"]
    if facts.get("method") == "passkey_signature":
        check_passkey(evidence["passkey"], facts)
        yield "Signed by a passkey, on a device of the person who granted it."
    elif facts.get("method"):
        yield f"Proven by: {facts['method']} {facts.get('method_detail', '')}".rstrip() + ", as the site says."
    status = bundle["status"]
    yield f"As the site says: {status['state']} at {status['at']}, when the log had {status['entries']} entries."


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check a proof bundle offline.")
    parser.add_argument("bundle")
    parser.add_argument("--key", action="append", default=[], help="the log's verifier, as you know it from elsewhere")
    parser.add_argument("--witness", action="append", default=[], help="verifier of a witness that must have signed")
    parser.add_argument("--checkpoint", action="append", default=[], help="file of a checkpoint that you kept")
    chosen = parser.parse_args(words)
    try:
        data = Path(chosen.bundle).read_bytes()
        held = [Path(path).read_text(encoding="utf-8") for path in chosen.checkpoint]
    except (OSError, UnicodeDecodeError) as error:
        print(f"Cannot be read: {error}", file=sys.stderr)
        return 2
    try:
        lines = check(data, chosen.key, chosen.witness, held)
    except Broken as error:
        print(f"DOES NOT HOLD: {error}.")
        return 1
    print("\n".join(lines))
    print("HOLDS." if chosen.key else "HOLDS, if the key above is the log's: compare it with one that you know.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
