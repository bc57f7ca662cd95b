"""Walk the whole trail and say the first thing that does not fit, or that all of it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.conf import settings
from django.utils.module_loading import import_string

from trail import canonical, merkle
from trail.models import Entry, SealedValue
from trail.recording import VERSION, format_time

CHUNK = 2000
# As the canonical form of an entry without sealed values has it.
NOTHING_SEALED = '"sealed":{}'
COLUMNS = ("kind", "actor", "subject", "topic")


@dataclass(frozen=True)
class Report:
    entries: int
    unnumbered: int
    sealed: int
    erased: int
    deviation: str = ""

    @property
    def holds(self) -> bool:
        return not self.deviation


def verify() -> Report:
    """Each entry (number, canonical form, leaf, columns), each sealed value, then the facts of the apps."""
    entries = 0
    numbered = Entry.objects.filter(index__isnull=False).order_by("index")
    for expected, entry in enumerate(numbered.iterator(chunk_size=CHUNK)):
        entries += 1
        if wrong := _wrong_number(entry, expected) or wrong_content(entry):
            return Report(entries, 0, 0, 0, wrong)
    unnumbered = 0
    for entry in Entry.objects.filter(index__isnull=True).order_by("id").iterator(chunk_size=CHUNK):
        unnumbered += 1
        if wrong := wrong_content(entry):
            return Report(entries, unnumbered, 0, 0, wrong)
    sealed, erased, wrong = _walk_sealed()
    wrong = wrong or next(_fact_deviations(), "")
    return Report(entries, unnumbered, sealed, erased, wrong)


def _wrong_number(entry: Entry, expected: int) -> str:
    if entry.index != expected:
        return f"entry {expected} is missing: the next one found has number {entry.index}"
    return ""


def wrong_content(entry: Entry) -> str:
    """What does not fit in this entry, or an empty string."""
    name = f"entry {entry.index if entry.index is not None else f'without number (row {entry.pk})'}"
    data = entry.body.encode()
    if merkle.leaf_hash(data) != bytes(entry.leaf_hash):
        return f"{name}: its content does not match its leaf hash"
    try:
        body = canonical.decode(data)
        again = canonical.encode(body)
    except ValueError as error:
        return f"{name}: not canonical JSON ({error})"
    if again != data or body.get("v") != VERSION:
        return f"{name}: not canonical JSON of a known version"
    for column in COLUMNS:
        if body.get(column) != getattr(entry, column):
            return f"{name}: column {column} says {getattr(entry, column)!r}, the entry says {body.get(column)!r}"
    if body.get("at") != format_time(entry.recorded_at):
        return f"{name}: column recorded_at does not say what the entry says"
    return ""


def _walk_sealed() -> tuple[int, int, str]:
    """Each value against its commitment, and each commitment against its row: an erased value keeps its row."""
    sealed = erased = 0
    silent = SealedValue.objects.filter(entry__body__contains=NOTHING_SEALED).values_list("entry__index", flat=True)
    for index in silent[:1]:
        return sealed, erased, f"entry {index}: its sealed values are not those that it commits to"
    promising = Entry.objects.exclude(body__contains=NOTHING_SEALED).order_by("id").values_list("id", "index", "body")
    rows = promising.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        kept: dict[int, dict[str, SealedValue]] = defaultdict(dict)
        for value in SealedValue.objects.filter(entry__gte=chunk[0][0], entry__lte=chunk[-1][0]):
            kept[value.entry_id][value.name] = value
        for pk, index, body in chunk:
            promised = canonical.decode(body)["sealed"]
            if kept[pk].keys() != promised.keys():
                return sealed, erased, f"entry {index}: its sealed values are not those that it commits to"
            for name, value in kept[pk].items():
                if value.value is None or value.salt is None:
                    erased += 1
                    continue
                sealed += 1
                if promised[name] != canonical.commitment(canonical.decode(value.value), bytes(value.salt)):
                    return sealed, erased, f"entry {index}: sealed value {name} is not what was committed to"
    return sealed, erased, ""


def _fact_deviations() -> Iterator[str]:
    for path in settings.TRAIL_FACT_CHECKS:
        check: Callable[[], Iterator[str]] = import_string(path)
        yield from check()
