"""A passkey without a browser: a key that answers what allauth's pages ask, as WebAuthn Level 2 says."""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from accounts.models import User
from accounts.ways import NEW_FOR

HOST = "testserver"
PAGE = "/accounts/2fa/webauthn/reauthenticate/"
_FLAG = AuthenticatorData.FLAG


class Passkey:
    """Registered with `user` as their only one, a day ago: one that is new signs no license."""

    def __init__(self, user: User) -> None:
        self.id = os.urandom(16)
        self.owner = user_pk_to_url_str(user).encode()
        self.key = ec.generate_private_key(ec.SECP256R1())
        public = ES256.from_cryptography_key(self.key.public_key())
        known = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        made = AttestationObject.create("none", self._seen(_FLAG.AT, credential_data=known), {})
        answer = {
            "clientDataJSON": _client_data("webauthn.create", "AAAA"),
            "attestationObject": websafe_encode(bytes(made)),
        }
        credential = self._credential(answer) | {"clientExtensionResults": {"credProps": {"rk": True}}}
        Authenticator.objects.create(
            user=user,
            type=Authenticator.Type.WEBAUTHN,
            data={"name": "Phone", "credential": credential},
            created_at=timezone.now() - NEW_FOR,
        )

    def prove(self, client: Client, next_url: str) -> str:
        """Answer the page that asks for the passkey; gives back where it leads."""
        page = client.get(PAGE, {"next": next_url})
        challenge = page.context["js_data"]["request_options"]["publicKey"]["challenge"]
        posted = {"credential": json.dumps(self.answer(challenge)), "next": next_url}
        return str(client.post(PAGE, posted)["Location"])

    def answer(self, challenge: str) -> dict[str, Any]:
        said = _client_data("webauthn.get", challenge)
        seen = self._seen()
        signed = bytes(seen) + hashlib.sha256(_bytes("webauthn.get", challenge)).digest()
        return self._credential(
            {
                "clientDataJSON": said,
                "authenticatorData": websafe_encode(bytes(seen)),
                "userHandle": websafe_encode(self.owner),
                "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(SHA256()))),
            }
        )

    def _seen(self, more: int = 0, **given: Any) -> AuthenticatorData:
        """Present, and known by finger or face."""
        host = hashlib.sha256(HOST.encode()).digest()
        seen: AuthenticatorData = AuthenticatorData.create(host, _FLAG.UP | _FLAG.UV | more, 1, **given)
        return seen

    def _credential(self, response: dict[str, str]) -> dict[str, Any]:
        name = websafe_encode(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}


def _client_data(kind: str, challenge: str) -> str:
    return websafe_encode(_bytes(kind, challenge))


def _bytes(kind: str, challenge: str) -> bytes:
    return json.dumps({"type": kind, "challenge": challenge, "origin": f"https://{HOST}"}).encode()
