"""One entry by itself: its leaf, its canonical form, and the columns that repeat parts of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from trail import canonical, merkle
from trail.recording import VERSION

FIELDS = ("index", "pk", "kind", "subject", "topic", "actor", "recorded_at", "body", "leaf_hash")
COLUMNS = ("kind", "subject", "topic", "actor")
Row = tuple[int | None, int, str, str, str, str, datetime, str, bytes]

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder(order="sorted").encode
_MEMBERS = {"v", "kind", "at", "actor", "subject", "topic", "facts", "sealed", "salt"}


def wrong_content(row: Row) -> str:
    """What does not fit in this entry, or an empty string."""
    index, pk, kind, subject, topic, actor, recorded_at, text, leaf_hash = row
    data = text.encode()
    if merkle.leaf_hash(data) != bytes(leaf_hash):
        return f"{_name(index, pk)}: its content does not match its leaf hash"
    try:
        body = _decode(data)
        # Sorting by characters is canonical but for keys beyond the Basic Multilingual Plane; then it is asked again.
        if _encode(body) != data and canonical.encode(canonical.decode(data)) != data:
            return f"{_name(index, pk)}: not canonical JSON"
    except ValueError as error:
        return f"{_name(index, pk)}: not canonical JSON ({error})"
    if not isinstance(body, dict) or body.keys() != _MEMBERS or body["v"] != VERSION:
        return f"{_name(index, pk)}: not an entry of a known version"
    if body["at"] != recorded_at.isoformat(timespec="microseconds").replace("+00:00", "Z"):
        return f"{_name(index, pk)}: column recorded_at does not say what the entry says"
    if (body["kind"], body["subject"], body["topic"], body["actor"]) != (kind, subject, topic, actor):
        return _wrong_column(_name(index, pk), row, body)
    return ""


def _wrong_column(name: str, row: Row, body: dict[str, Any]) -> str:
    for column, value in zip(COLUMNS, row[2:6], strict=True):
        if body[column] != value:
            return f"{name}: column {column} says {value!r}, the entry says {body[column]!r}"
    return ""


def _name(index: int | None, pk: int) -> str:
    return f"entry {index if index is not None else f'without number (row {pk})'}"
