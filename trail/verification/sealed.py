"""Each sealed value against its commitment, and each commitment against its row: an erased value keeps its row."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from trail import canonical
from trail.models import Entry, SealedValue
from trail.verification.report import Report

CHUNK = 2000
# As the canonical form of an entry without sealed values has it.
NOTHING_SEALED = '"sealed":{}'


def wrong_sealed(report: Report) -> str:
    silent = SealedValue.objects.filter(entry__body__contains=NOTHING_SEALED).values_list("entry__index", flat=True)
    for index in silent[:1]:
        return f"entry {index}: its sealed values are not those that it commits to"
    promising = Entry.objects.exclude(body__contains=NOTHING_SEALED).order_by("id").values_list("id", "index", "body")
    rows = promising.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        kept: dict[int, dict[str, SealedValue]] = defaultdict(dict)
        for value in SealedValue.objects.filter(entry__gte=chunk[0][0], entry__lte=chunk[-1][0]):
            kept[value.entry_id][value.name] = value
        for pk, index, body in chunk:
            if wrong := _wrong_values(report, canonical.decode(body)["sealed"], kept[pk]):
                return f"entry {index}: {wrong}"
    return ""


def _wrong_values(report: Report, promised: dict[str, str], kept: dict[str, SealedValue]) -> str:
    if kept.keys() != promised.keys():
        return "its sealed values are not those that it commits to"
    for name, value in kept.items():
        if value.value is None or value.salt is None:
            report.erased += 1
            continue
        report.sealed += 1
        if promised[name] != canonical.commitment(canonical.decode(value.value), bytes(value.salt)):
            return f"sealed value {name} is not what was committed to"
    return ""
