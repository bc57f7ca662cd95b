from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ugc_platform import demo, supervisor


class Command(BaseCommand):
    help = "Throw the demo world away: database and files of the embedded default. The next ./run makes it anew."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demo: set DEMO=1 only where all people are made up.")
        if not demo.is_on_embedded_default():
            raise CommandError("demo-reset throws away the embedded default only: SQLite and local files.")
        try:
            with supervisor.alone(Path(settings.VAR_DIR)):
                demo.throw_away()
        except BlockingIOError:
            raise CommandError("the demo is running; stop it with Ctrl-C first") from None
        self.stdout.write("The demo is gone. ./run makes a new one.")
