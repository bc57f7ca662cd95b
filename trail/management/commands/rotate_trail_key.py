from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trail import keys
from trail.signing import SigningFailed


class Command(BaseCommand):
    help = "Replace the key that signs checkpoints. The old one stays published with its period."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--lost", action="store_true", help="the old key is gone for good")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            key = keys.rotate(lost=options["lost"], now=timezone.now())
        except SigningFailed as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"From now on checkpoints are signed by\n  {key}")
