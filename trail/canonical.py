"""Canonical JSON (RFC 8785), salts and commitments. Pure: no Django, no clock, no database."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import rfc8785

JSON = None | bool | int | str | Sequence["JSON"] | Mapping[str, "JSON"]

SALT_BYTES = 32


def encode(value: Any) -> bytes:
    """The one byte string for `value`. Floats and integers beyond 2^53-1 are refused: ids and money are strings."""
    return bytes(rfc8785.dumps(value))


def decode(data: bytes | str) -> Any:
    return json.loads(data)


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def commitment(value: Any, salt: bytes) -> str:
    """What an entry says of a sealed value: HMAC-SHA256 over its canonical JSON, keyed by the salt; hex."""
    return hmac.new(salt, encode(value), hashlib.sha256).hexdigest()
