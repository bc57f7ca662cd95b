"""IPTC-IIM 4.2 records inside Photoshop's image resource 0x0404, for programs that read no XMP."""

from __future__ import annotations

from submissions.imaging.rights import Rights

_UTF8 = b"\x1b%G"
_BY_LINE, _CREDIT, _COPYRIGHT = (80, 32), (110, 32), (116, 128)


def resource(rights: Rights) -> bytes:
    """Empty when nothing is to be said. A text that does not fit its octets is left out: a cut credit would be a wrong
    one, and readers fall back to XMP, which holds all of it."""
    records = b""
    for (number, octets), text in (
        (_BY_LINE, rights.creator),
        (_CREDIT, rights.credit_line),
        (_COPYRIGHT, rights.copyright_notice),
    ):
        value = text.encode()
        if value and len(value) <= octets:
            records += _dataset(2, number, value)
    if not records:
        return b""
    records = _dataset(1, 90, _UTF8) + _dataset(2, 0, b"\x00\x04") + records
    return b"8BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records + b"\0" * (len(records) % 2)


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value
