"""ICC.1 color profiles, as far as to tell where one ends."""

from __future__ import annotations

_HEADER = 128


def whole(profile: bytes) -> bytes:
    """Without what stands behind its declared end; empty where this is no profile, which decoders pass over as well."""
    if len(profile) < _HEADER or profile[36:40] != b"acsp":
        return b""
    return profile[: max(_HEADER, int.from_bytes(profile[:4], "big"))]
