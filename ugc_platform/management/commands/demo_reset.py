from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ugc_platform import demo, supervisor


class Command(BaseCommand):
    help = "Throw the demo world away: database and files of the embedded default. The next ./run makes it anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where ./run would be running")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demo: set DEMO=1 only where all people are made up.")
        if not demo.is_on_embedded_default():
            raise CommandError("demo-reset throws away the embedded default only: SQLite and local files.")
        if not supervisor.port_is_free("127.0.0.1", options["port"]):
            raise CommandError("something runs on this port; stop ./run with Ctrl-C first")
        demo.throw_away()
        self.stdout.write("The demo is gone. ./run makes a new one.")
