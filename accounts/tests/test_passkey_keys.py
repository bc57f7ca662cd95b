"""The public key of a passkey as everybody reads keys, of each kind that browsers make."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fido2.cose import ES256, ES384, RS256, CoseKey, EdDSA
from fido2.webauthn import Aaguid, AttestedCredentialData

from accounts import passkeys


def credential(key: CoseKey) -> AttestedCredentialData:
    return AttestedCredentialData.create(Aaguid.NONE, os.urandom(16), key)


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        (ES256, lambda: ec.generate_private_key(ec.SECP256R1())),
        (EdDSA, ed25519.Ed25519PrivateKey.generate),
        (RS256, lambda: rsa.generate_private_key(65537, 2048)),
    ],
)
def test_key_is_the_one_that_was_registered(kind: Any, make: Callable[[], Any]) -> None:
    public = make().public_key()
    expected = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert passkeys.public_key(credential(kind.from_cryptography_key(public))) == expected


def test_key_of_another_kind_is_refused() -> None:
    public = ec.generate_private_key(ec.SECP384R1()).public_key()
    with pytest.raises(ValueError, match="algorithm -35"):
        passkeys.public_key(credential(ES384.from_cryptography_key(public)))
