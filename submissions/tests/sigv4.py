"""Checks a signature of Amazon's version 4, from its description and not with the library that makes it.

https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import Message
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlsplit

ACCESS_KEY = "key"
SECRET_KEY = "secret"
ALGORITHM = "AWS4-HMAC-SHA256"
CLOCKS_DIFFER = timedelta(minutes=15)


class _Claim(NamedTuple):
    """What a request says of its own signature, in its header or in its address."""

    credential: str
    signed_headers: str
    signature: str
    made_at: str
    payload: str
    lasts: timedelta


def is_signed(method: str, target: str, headers: Message, body: bytes, *, ahead: timedelta) -> bool:
    """Whether this request was signed with the key, for exactly this, and its time is not over."""
    where = urlsplit(target)
    question = parse_qsl(where.query, keep_blank_values=True)
    claim = _in_header(headers) if "Authorization" in headers else _in_address(dict(question))
    if claim is None or not _is_body(claim.payload, body):
        return False
    made_at = datetime.strptime(claim.made_at, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if not made_at - CLOCKS_DIFFER <= datetime.now(UTC) + ahead <= made_at + claim.lasts:
        return False
    access_key, _, scope = claim.credential.partition("/")
    day, region, service, ending = scope.split("/")
    asked = sorted((_encoded(name), _encoded(value)) for name, value in question if name != "X-Amz-Signature")
    canonical = [method, where.path, "&".join(f"{name}={value}" for name, value in asked)]
    canonical += [f"{name}:{' '.join(headers[name].split())}" for name in claim.signed_headers.split(";")]
    canonical += ["", claim.signed_headers, claim.payload]
    digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
    key = f"AWS4{SECRET_KEY}".encode()
    for part in (day, region, service, ending):
        key = _hmac(key, part)
    signature = _hmac(key, "\n".join([ALGORITHM, claim.made_at, scope, digest])).hex()
    is_ours = (access_key, service, ending) == (ACCESS_KEY, "s3", "aws4_request") and claim.made_at.startswith(day)
    return is_ours and "host" in claim.signed_headers.split(";") and hmac.compare_digest(signature, claim.signature)


def _in_header(headers: Message) -> _Claim | None:
    found = re.fullmatch(
        rf"{ALGORITHM} Credential=(\S+), SignedHeaders=(\S+), Signature=(\S+)", headers["Authorization"]
    )
    if found is None:
        return None
    credential, signed_headers, signature = found.groups()
    made_at, payload = headers["X-Amz-Date"], headers["X-Amz-Content-SHA256"]
    return _Claim(credential, signed_headers, signature, made_at, payload, CLOCKS_DIFFER)


def _in_address(question: Mapping[str, str]) -> _Claim | None:
    if question.get("X-Amz-Algorithm") != ALGORITHM:
        return None
    return _Claim(
        question["X-Amz-Credential"],
        question["X-Amz-SignedHeaders"],
        question["X-Amz-Signature"],
        question["X-Amz-Date"],
        "UNSIGNED-PAYLOAD",
        timedelta(seconds=int(question["X-Amz-Expires"])),
    )


def _is_body(payload: str, body: bytes) -> bool:
    return payload == "UNSIGNED-PAYLOAD" or payload == hashlib.sha256(body).hexdigest()


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~")


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
