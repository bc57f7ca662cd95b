from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import checks
from brands.secrets import DEMO_TOKEN
from trail import keys
from trail.signing import SigningFailed
from ugc_platform import demo, supervisor


class Command(BaseCommand):
    help = "Start everything: migrate, fill an empty demo, web server, worker and scheduler; Ctrl-C stops it all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--workers", type=int, default=2, help="processes of the web server")
        parser.add_argument("--concurrency", type=int, default=2, help="processes of the background worker")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not supervisor.port_is_free(host, port):
            raise CommandError(f"port {port} is in use. Start on another one: PORT={port + 1} ./run")
        try:
            with supervisor.alone(Path(settings.VAR_DIR)):
                self.run(host, port, options["workers"], options["concurrency"])
        except BlockingIOError:
            raise CommandError("something runs on these data already; stop it with Ctrl-C first") from None

    def run(self, host: str, port: int, workers: int, concurrency: int) -> None:
        # Browsers make passkeys for names only, not for numbers.
        name = "localhost" if host == "127.0.0.1" else host
        address = os.environ.setdefault("SITE_URL", f"http://{name}:{port}")
        # Children read it from the environment; the demo's mails are written in this process.
        settings.SITE_URL = address
        try:
            with supervisor.Interrupted() as self.interrupted:
                self.prepare()
                self.interrupted.check()
        except KeyboardInterrupt:
            raise CommandError("stopped before everything was there; the next ./run goes on", returncode=130) from None
        children = [supervisor.web(host, port, workers), supervisor.worker(concurrency)]
        problem = ""
        try:
            for child in children:
                child.start()
            if not supervisor.answers(host, port, within=30):
                raise CommandError("the web server did not start; the lines above say why")
            self.announce(address)
            problem = supervisor.watch(children)
        except KeyboardInterrupt:
            pass
        finally:
            supervisor.stop(children)
        if problem:
            raise CommandError(problem)
        self.stdout.write("Stopped.")

    def prepare(self) -> None:
        if settings.DEMO and demo.was_left_half() and demo.is_on_embedded_default():
            self.stdout.write("The last start was stopped while it filled the demo: starting over.")
            demo.throw_away()
        call_command("migrate", verbosity=0, interactive=False)
        if found := checks.made_up_people(databases=["default"]):
            raise CommandError(f"{found[0].msg} {found[0].hint}")
        try:
            keys.make_first()
        except SigningFailed as error:
            raise CommandError(str(error)) from None
        self.collect_static()
        if settings.DEMO and demo.is_empty():
            self.stdout.write("Filling the demo: people, brands, 60 works, requests and licenses …")
            self.stdout.flush()
            demo.fill(progress=self.show_progress)
            self.stdout.write("")

    def show_progress(self, done: int, total: int) -> None:
        self.interrupted.check()
        if sys.stdout.isatty():
            self.stdout.write(f"\r  {done} of {total}", ending="")
            self.stdout.flush()

    def collect_static(self) -> None:
        """Copy static files where the server finds them, if any has changed since the last time."""
        digest = hashlib.sha256()
        for finder in finders.get_finders():
            for path, storage in finder.list([]):
                file = Path(storage.path(path))
                digest.update(f"{path} {file.stat().st_size} {file.stat().st_mtime_ns}\n".encode())
        stamp = Path(settings.STATIC_ROOT) / ".stamp"
        if stamp.exists() and stamp.read_text() == digest.hexdigest():
            return
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(digest.hexdigest())

    def announce(self, address: str) -> None:
        write = self.stdout.write
        write("")
        write(f"  {settings.SITE_NAME} runs at {address}")
        if settings.DEMO:
            write("")
            write(f"  Demo log-ins (password of all: {demo.PASSWORD})")
            for role, email, place in demo.LOG_INS:
                write(f"    {role:<10} {email:<24} {address}{place}")
            write(f"    mail that would have been sent: {address}/dev/mail/")
            if question := demo.question():
                write("")
                write(f"  May the brand use this work? Its program asks with the token {DEMO_TOKEN}:")
                write(f'    curl -H "Authorization: Bearer {DEMO_TOKEN}" "{address}{question}"')
        write("")
        write("  Ctrl-C stops everything.  ./run demo-reset starts over.  ./run help lists the rest.")
        write("")
        # Into a file or a pipe, too, it is said now and not when everything has stopped.
        self.stdout.flush()
