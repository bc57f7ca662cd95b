from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trail import checkpoints, notes, verification
from trail.notes import Note, NoteRefused
from trail.verification import Report

BAR = 40


class Command(BaseCommand):
    help = (
        "Walk the whole trail and name the first thing that does not fit. "
        "Exit status 0 where all holds, 1 where something does not fit, 2 where it could not be looked at."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the report as JSON")
        parser.add_argument(
            "--checkpoint",
            action="append",
            default=[],
            metavar="FILE",
            help="a checkpoint that was kept elsewhere, as /trail/checkpoint gave it; may be said several times",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        known = [read_checkpoint(Path(path)) for path in options["checkpoint"]]
        report = verification.verify(known, None if options["json"] else self.show_progress)
        self.stdout.write(as_json(report) if options["json"] else as_text(report))
        if not report.holds:
            raise SystemExit(1)

    def show_progress(self, done: int, total: int) -> None:
        if self.stderr.isatty():
            filled = BAR * done // max(total, 1)
            self.stderr.write(f"\r  {'█' * filled}{'·' * (BAR - filled)} {done:,} of {total:,}", ending="")
            if done == total:
                self.stderr.write("\r" + " " * (BAR + 40) + "\r", ending="")
            sys.stderr.flush()


def read_checkpoint(path: Path) -> Note:
    try:
        note = notes.read(path.read_bytes())
        checkpoints.read(note.text)
    except (OSError, NoteRefused) as error:
        raise CommandError(f"{path}: {error}", returncode=2) from None
    return note


def as_json(report: Report) -> str:
    return json.dumps(asdict(report) | {"holds": report.holds})


def as_text(report: Report) -> str:
    found = (
        f"{report.entries:,} entries numbered, {report.unnumbered:,} waiting for a number, {report.unsigned:,} for a "
        f"signature; {report.checkpoints:,} checkpoints with {report.signatures:,} signatures; "
        f"{report.sealed:,} sealed values checked, {report.erased:,} erased."
    )
    return f"{found}\n" + ("The trail holds." if report.holds else f"The trail does not hold: {report.deviation}")
