"""From the first entry to the last, then what the apps make of them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.pool import Pool

from django.conf import settings
from django.utils.module_loading import import_string

from trail import issuing, readers
from trail.models import Entry
from trail.notes import Note, NoteRefused
from trail.verification import pieces, tree
from trail.verification.content import FIELDS, wrong_content
from trail.verification.report import Progress, Report
from trail.verification.sealed import wrong_sealed
from trail.verification.snapshot import snapshot


def verify(known: Iterable[Note] = (), progress: Progress | None = None) -> Report:
    """Every leaf, number, tile and root, each checkpoint with its signatures, sealed values, then the facts.

    Reads only, and beside a live system.

    Args:
        known: checkpoints that were kept outside of this database. Who may change all of it can make a log that agrees
            with itself; with one of these they cannot.
    """
    report = Report()
    with pieces.helpers(readers.size()) as pool, snapshot():
        report.deviation = (
            _wrong_entries(report, list(known), pool, progress or (lambda done, total: None))
            or _wrong_unnumbered(report)
            or wrong_sealed(report)
            or next(_wrong_facts(), "")
        )
    return report


def _wrong_entries(report: Report, known: list[Note], pool: Pool | None, progress: Progress) -> str:
    size = readers.size()
    try:
        committed = heapq.merge(
            tree.stored(report, issuing.verifiers()), tree.held(known), key=lambda checkpoint: checkpoint.size
        )
        grown = tree.Tree(committed)
        for piece in pieces.each(size, pool):
            if wrong := piece.wrong or grown.add(piece):
                return wrong
            report.entries = grown.size
            progress(grown.size, size)
        last = issuing.latest()
        report.unsigned = size - (last.size if last else 0)
        return grown.finish()
    except NoteRefused as error:
        return str(error)


def _wrong_unnumbered(report: Report) -> str:
    rows = Entry.objects.filter(index__isnull=True).order_by("pk").values_list(*FIELDS)
    for row in rows.iterator(chunk_size=2000):
        report.unnumbered += 1
        if wrong := wrong_content(row):
            return wrong
    return ""


def _wrong_facts() -> Iterator[str]:
    for path in settings.TRAIL_FACT_CHECKS:
        check: Callable[[], Iterator[str]] = import_string(path)
        yield from check()
