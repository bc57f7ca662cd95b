"""What `manage.py serve`, and so `./run`, leaves behind: no process, no port, and the data."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ugc_platform import supervisor

pytestmark = pytest.mark.embedded

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = Path("/proc")
needs_list_of_processes = pytest.mark.skipif(not PROCESSES.exists(), reason="asks /proc who is left")


class Started:
    """A server on data of its own. `said` is all that it has printed."""

    def __init__(self, var_dir: Path, output_file: Path, port: int, **variables: str) -> None:
        self.output = output_file
        unwanted = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "TESTING", "DEMO")
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(port)],
                cwd=ROOT,
                env=kept | {"VAR_DIR": str(var_dir), "SECRET_KEY": "x" * 50, **variables},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self.output.read_text()

    def wait_for(self, condition: Callable[[], bool], seconds: float = 200) -> None:
        until = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.1)

    def wait_until_told(self, words: str) -> None:
        self.wait_for(lambda: words in self.said)

    def stop(self, number: signal.Signals) -> int:
        """The signal reaches this one process, as `kill` sends it, and not its children."""
        self.process.send_signal(number)
        return self.process.wait(60)

    def family(self) -> set[tuple[int, str]]:
        """Every process that came of it, while it runs: number and time of its start, since numbers come again."""
        members = {self.process.pid}
        every = _processes()
        while more := {pid for pid, (parent, _) in every.items() if parent in members} - members:
            members |= more
        return {(pid, every[pid][1]) for pid in members}


def left(family: set[tuple[int, str]]) -> list[str]:
    """What still runs of those, after some time to end in."""
    until = time.monotonic() + 20
    while still := [pid for pid, (_, start) in _processes().items() if (pid, start) in family]:
        if time.monotonic() > until:
            break
        time.sleep(0.1)
    return [(PROCESSES / str(pid) / "cmdline").read_text().replace("\0", " ") for pid in still]


def _processes() -> dict[int, tuple[int, str]]:
    """Parent and start of each that has not ended; see proc_pid_stat(5)."""
    found = {}
    for file in PROCESSES.glob("[0-9]*/stat"):
        try:
            state, parent, *rest = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if state != "Z":
            found[int(file.parent.name)] = (int(parent), rest[17])
    return found


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Started]]:
    """Starts servers on the data of one folder, and ends them where a test could not."""
    all_started: list[Started] = []

    def start(port: int, **variables: str) -> Started:
        all_started.append(Started(tmp_path / "var", tmp_path / f"{len(all_started)}.txt", port, **variables))
        return all_started[-1]

    yield start
    for started in all_started:
        if started.process.poll() is None:
            for pid, _ in started.family():
                os.kill(pid, signal.SIGKILL)
            started.process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_port_that_is_in_use_is_one_clear_line(serve: Callable[..., Started], tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        started = serve(port, DEMO="1")
        status = started.process.wait(60)

    assert status == 1
    assert started.said == f"CommandError: port {port} is in use. Start on another one: PORT={port + 1} ./run\n"
    assert not (tmp_path / "var" / "db.sqlite3").exists()


@needs_list_of_processes
@pytest.mark.slow
@pytest.mark.timeout(400)
def test_signal_stops_everything_and_the_next_start_finds_its_data(
    serve: Callable[..., Started], tmp_path: Path
) -> None:
    port = free_port()
    for number in (signal.SIGINT, signal.SIGTERM):
        started = serve(port, DEBUG="1")
        started.wait_until_told("Ctrl-C stops everything")
        family = started.family()
        assert len(family) > 3
        assert not supervisor.port_is_free("127.0.0.1", port)

        status = started.stop(number)

        assert (status, started.said.splitlines()[-1], left(family)) == (0, "Stopped.", [])
        assert supervisor.port_is_free("127.0.0.1", port)
        with closing(sqlite3.connect(tmp_path / "var" / "db.sqlite3")) as database, database:
            database.execute("CREATE TABLE IF NOT EXISTS kept (signal)")
            database.execute("INSERT INTO kept VALUES (?)", [number.name])
            kept = database.execute("SELECT signal FROM kept").fetchall()
    assert kept == [("SIGINT",), ("SIGTERM",)]


@needs_list_of_processes
@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize(("number", "ends_with"), [(signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_signal_while_the_demo_is_filled_leaves_no_process(
    number: signal.Signals, ends_with: int, serve: Callable[..., Started], tmp_path: Path
) -> None:
    """Not the one either that draws: it would wait for ever for the next picture to draw."""
    started = serve(free_port(), DEMO="1")
    started.wait_for(lambda: any((tmp_path / "var" / "media").rglob("*.*")))
    family = started.family()
    assert len(family) > 1

    status = started.stop(number)

    assert (status, "Traceback" in started.said, left(family)) == (ends_with, False, [])
    told = "stopped before everything was there; the next ./run goes on" in started.said
    assert told == (number != signal.SIGKILL)
