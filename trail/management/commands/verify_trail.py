from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from trail import verification


class Command(BaseCommand):
    help = "Walk the whole trail and name the first thing that does not fit. Exit status 1 if there is one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        report = verification.verify()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report) | {"holds": report.holds}))
        else:
            self.stdout.write(
                f"{report.entries} entries numbered, {report.unnumbered} waiting for a number, "
                f"{report.sealed} sealed values checked, {report.erased} erased."
            )
            self.stdout.write("The trail holds." if report.holds else f"The trail does not hold: {report.deviation}")
        if not report.holds:
            raise SystemExit(1)
