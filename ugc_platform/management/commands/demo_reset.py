from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from ugc_platform import supervisor


class Command(BaseCommand):
    help = "Throw the demo world away: database and files of the embedded default. The next ./run makes it anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where ./run would be running")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demo: set DEMO=1 only where all people are made up.")
        if connection.vendor != "sqlite" or settings.S3_BUCKET:
            raise CommandError("demo-reset throws away the embedded default only: SQLite and local files.")
        if not supervisor.port_is_free("127.0.0.1", options["port"]):
            raise CommandError("something runs on this port; stop ./run with Ctrl-C first")
        connection.close()
        database = Path(settings.DATABASES["default"]["NAME"])
        for path in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
            path.unlink(missing_ok=True)
        for folder in (settings.MEDIA_ROOT, settings.VAR_DIR / "broker"):
            shutil.rmtree(folder, ignore_errors=True)
        self.stdout.write("The demo is gone. ./run makes a new one.")
