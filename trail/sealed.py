"""What entries committed to last, for rows that keep the same values in the clear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from trail import canonical
from trail.models import Entry, SealedValue

# A value that was erased: its commitment stays, and it can no longer be compared.
ERASED = object()


def latest(subjects: Collection[str]) -> dict[str, dict[str, Any]]:
    """Of each subject the value that was sealed last under each name, or `ERASED`."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    rows = SealedValue.objects.filter(entry__subject__in=subjects).order_by("entry_id", "pk")
    for subject, name, value in rows.values_list("entry__subject", "name", "value"):
        found[subject][name] = ERASED if value is None else canonical.decode(value)
    return found


def differing(sealed: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """The first name under which the row says something else than what was sealed, or an empty string."""
    for name, value in row.items():
        if sealed.get(name, "") is not ERASED and sealed.get(name, "") != value:
            return name
    return ""


def of(entry: Entry) -> dict[str, Any]:
    """The values that one entry sealed, without those that were erased."""
    kept = SealedValue.objects.filter(entry=entry).values_list("name", "value")
    return {name: canonical.decode(value) for name, value in kept if value is not None}
