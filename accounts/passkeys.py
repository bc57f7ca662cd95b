"""A passkey signs one statement: its challenge is the statement's hash, so the signature is over exactly that.

Source: Web Authentication Level 2, section 7.2. allauth keeps the passkeys and asks for them at sign-in.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from fido2.utils import websafe_decode
from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

from accounts import ways
from accounts.models import User
from core.errors import NotAllowed
from trail import canonical

# Names of members in a COSE key (RFC 9053).
ALGORITHM, N, X_OR_E, Y = 3, -1, -2, -3
ES256, EDDSA, RS256 = -7, -8, -257


@dataclass(frozen=True)
class Signed:
    """What a passkey signed, and what anybody needs to check it again. Bytes are base64url without padding."""

    statement: Mapping[str, str]
    site: str
    client_data: str
    authenticator_data: str
    public_key: str
    signature: str

    @property
    def public_key_sha256(self) -> str:
        return hashlib.sha256(websafe_decode(self.public_key)).hexdigest()

    def as_text(self) -> str:
        return canonical.encode(asdict(self)).decode()


def challenge(statement: Mapping[str, str]) -> bytes:
    return hashlib.sha256(canonical.encode(dict(statement))).digest()


def has_one_that_may_sign(user: User, now: datetime) -> bool:
    return _rows(user, now).exists()


def options(user: User, statement: Mapping[str, str], now: datetime) -> dict[str, Any] | None:
    """What the browser needs to ask for a passkey of this person; None where they have none that may sign at `now`."""
    known = _that_may_sign(user, now)
    if not known:
        return None
    keys = [{"type": "public-key", "id": _text(credential.credential_id)} for credential in known]
    site = auth.get_server().rp.id
    return {
        "publicKey": {
            "challenge": _text(challenge(statement)),
            "rpId": site,
            "allowCredentials": keys,
            "userVerification": "required",
        }
    }


def check(user: User, credential: str, statement: Mapping[str, str], now: datetime) -> Signed:
    """The signature of this person's passkey over the statement.

    Args:
        credential: JSON of what the browser's `navigator.credentials.get` gave, as static/js/passkey.js writes it.

    Raises:
        NotAllowed: it is none, by somebody else's passkey, by one that is new, or over something else.
    """
    state = {"challenge": _text(challenge(statement)), "user_verification": "required"}
    try:
        answer = AuthenticationResponse.from_dict(json.loads(credential))
        known = _that_may_sign(user, now)
        used = auth.get_server().authenticate_complete(state, known, answer)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotAllowed(
            _("The passkey did not sign this text. Nothing was signed. Please try again."), code="passkey_refused"
        ) from error
    return Signed(
        statement=dict(statement),
        site=str(auth.get_server().rp.id),
        client_data=_text(bytes(answer.response.client_data)),
        authenticator_data=_text(bytes(answer.response.authenticator_data)),
        public_key=_text(public_key(used)),
        signature=_text(answer.response.signature),
    )


def public_key(credential: AttestedCredentialData) -> bytes:
    """As SubjectPublicKeyInfo (RFC 5280 section 4.1), in DER.

    Raises:
        ValueError: a kind of key that browsers are not asked for.
    """
    key = credential.public_key
    made: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey | rsa.RSAPublicKey
    if key[ALGORITHM] == ES256:
        numbers = (int.from_bytes(key[X_OR_E]), int.from_bytes(key[Y]))
        made = ec.EllipticCurvePublicNumbers(*numbers, ec.SECP256R1()).public_key()
    elif key[ALGORITHM] == EDDSA:
        made = ed25519.Ed25519PublicKey.from_public_bytes(key[X_OR_E])
    elif key[ALGORITHM] == RS256:
        made = rsa.RSAPublicNumbers(int.from_bytes(key[X_OR_E]), int.from_bytes(key[N])).public_key()
    else:
        raise ValueError(f"a key with algorithm {key[ALGORITHM]}")
    return made.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def _that_may_sign(user: User, now: datetime) -> list[AttestedCredentialData]:
    """One that is new does not (docs/adr/0016)."""
    found = [row.wrap().authenticator_data.credential_data for row in _rows(user, now).order_by("pk")]
    return [credential for credential in found if credential is not None]


def _rows(user: User, now: datetime) -> QuerySet[Any]:
    passkeys = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    return passkeys.filter(created_at__lte=now - ways.NEW_FOR)  # type: ignore[no-any-return]


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
