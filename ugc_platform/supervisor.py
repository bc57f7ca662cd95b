"""Start the web server and the worker as children, watch them, and take them along when this process goes."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 8.0
RESTARTS_PER_MINUTE = 5
REST_SECONDS = 15.0


@dataclass
class Child:
    """`essential`: without it nothing works. Another one that keeps crashing is tried again after a pause."""

    name: str
    command: Sequence[str]
    essential: bool = True
    process: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.starts = [*self.starts[-RESTARTS_PER_MINUTE:], time.monotonic()]
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=die_with_parent)  # noqa: S603

    @property
    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    @property
    def crashes_in_a_row(self) -> bool:
        recent = [start for start in self.starts if time.monotonic() - start < 60]
        return len(recent) > RESTARTS_PER_MINUTE

    def is_resting(self) -> bool:
        """Crashed too often, too soon before; pages keep working, and the rows that wait are caught up later."""
        return not self.essential and self.crashes_in_a_row and time.monotonic() - self.starts[-1] < REST_SECONDS


def die_with_parent(number: int = signal.SIGTERM) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def web(host: str, port: int, workers: int) -> Child:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", host, "--port", str(port)]
    # A body that comes slowly holds a thread, and a silent connection a place of the backpressure: docs/adr/0020.
    command += ["--workers", str(workers), "--blocking-threads", "24", "--backpressure", "1024"]
    command += ["--log-level", "error", "ugc_platform.wsgi:application"]
    return Child("web server", command)


def worker(concurrency: int) -> Child:
    command = [sys.executable, "-W", "ignore", "-m", "celery", "--quiet", "-A", "ugc_platform", "worker", "--beat"]
    command += ["--loglevel", "WARNING"]
    command += ["--concurrency", str(concurrency), "--without-gossip", "--without-mingle", "--without-heartbeat"]
    return Child("worker", command, essential=False)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder of the embedded default for as long as something runs in it.

    Raises:
        BlockingIOError: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int, within: float) -> bool:
    """Whether something accepts connections there before the time is over."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex((host, port)) == 0:
                return True
        time.sleep(0.05)
    return False


class Interrupted:
    """Ctrl-C, or a signal to end, while something is prepared: raised where it struck, and kept, since a callback of
    a library may drop it.

    An exception that is raised in a destructor or in a function that a C library calls goes nowhere.
    """

    def __init__(self) -> None:
        self.struck = False

    def __enter__(self) -> Interrupted:
        self._before = {number: signal.signal(number, self._strike) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _strike(self, *_: object) -> None:
        self.struck = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raises:
        KeyboardInterrupt: it was pressed, and somebody dropped it.
        """
        if self.struck:
            raise KeyboardInterrupt


def watch(children: Sequence[Child]) -> str:
    """Run until a signal comes or a child cannot be kept alive; the reason, empty after a signal."""
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    while not stopping:
        for child in children:
            if child.exit_code is None:
                continue
            if child.is_resting():
                continue
            if child.essential and child.crashes_in_a_row:
                return f"the {child.name} does not stay up (exit code {child.exit_code})"
            child.start()
        time.sleep(0.2)
    return ""


def stop(children: Sequence[Child]) -> None:
    """Ask first, then kill: nothing that was started stays behind."""
    for child in children:
        if child.exit_code is None and child.process is not None:
            child.process.terminate()
    end = time.monotonic() + GRACE_SECONDS
    for child in children:
        if child.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.1, end - time.monotonic()))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.process.pid, signal.SIGKILL)
