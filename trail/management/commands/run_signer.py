from __future__ import annotations

import contextlib
import os
import socket
import threading
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from trail import signing
from trail.signing import LocalSigner, SigningFailed


class Command(BaseCommand):
    help = "Sign checkpoints for the processes that are pointed here by TRAIL_SIGNER, which then need no key."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("socket", help="path of the Unix socket to listen at")
        parser.add_argument("--key-file", help="Ed25519 key; the default is TRAIL_SIGNING_KEY_FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["socket"])
        try:
            private = signing.read_file(Path(options["key_file"] or settings.TRAIL_SIGNING_KEY_FILE))
        except SigningFailed as error:
            raise CommandError(str(error)) from None
        signer = LocalSigner(settings.TRAIL_ORIGIN, private)
        with socket.socket(socket.AF_UNIX) as door:
            path.unlink(missing_ok=True)
            before = os.umask(0o117)
            try:
                door.bind(str(path))
            finally:
                os.umask(before)
            door.listen()
            self.stdout.write(f"signing for {settings.TRAIL_ORIGIN} as\n  {signer.key()}")
            self.stdout.flush()
            with contextlib.suppress(KeyboardInterrupt):
                while True:
                    line, _ = door.accept()
                    threading.Thread(target=serve, args=(line, signer), daemon=True).start()


def serve(line: socket.socket, signer: LocalSigner) -> None:
    """One question, one answer."""
    with line, contextlib.suppress(OSError):
        line.settimeout(signing.PATIENCE)
        signing.send(line, signing.answer(signer, signing.receive(line), origin=settings.TRAIL_ORIGIN))
