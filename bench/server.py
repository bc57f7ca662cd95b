"""The real server in a process of its own, and a small load generator; for every bench that asks over HTTP."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
START_WITHIN = 30.0


def environment(var_dir: str | Path, **more: str) -> dict[str, str]:
    """What a server, or a command that fills its database, needs: production's settings on plain HTTP, quiet."""
    return {
        **os.environ,
        "VAR_DIR": str(var_dir),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "SECRET_KEY": "a-key-for-measurements-only-" + "x" * 40,
        "DEMO": "0",
        "DEBUG": "0",
        "SECURE_SSL_REDIRECT": "0",
        "LOG_LEVEL": "WARNING",
        **more,
    }


def command(env: Mapping[str, str], *words: str) -> str:
    """Run `python …` under `env` and give back what it printed; what went wrong is raised with its output."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=dict(env), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stderr[-4000:]}")
    return done.stdout


def prepare(env: Mapping[str, str]) -> None:
    command(env, "manage.py", "migrate", "--verbosity", "0")
    command(env, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")


class Address(str):
    """Where a server answers, and its process."""

    pid: int

    def __new__(cls, url: str, pid: int) -> Address:
        address = super().__new__(cls, url)
        address.pid = pid
        return address


@contextmanager
def serve(env: Mapping[str, str], *, urlconf: str = "bench.urls", workers: int = 1) -> Iterator[str]:
    """Start granian as `./run` does, on a free port of the loopback, and give back its address."""
    port = _free_port()
    words = ["-m", "granian", "--interface", "wsgi", "--no-ws", "--host", "127.0.0.1", "--port", str(port)]
    words += ["--workers", str(workers), "--blocking-threads", "4", "--backpressure", "64", "--log-level", "error"]
    words += ["ugc_platform.wsgi:application"]
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, env={**env, "BENCH_URLCONF": urlconf})
    try:
        _wait_for(port, process)
        yield Address(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with status {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server does not answer")


def load(url: str, *, seconds: float, connections: int = 4, headers: Mapping[str, str] | None = None) -> float:
    """Answers per second over `connections` kept-alive connections; each answer must be a whole 200."""
    address = urlsplit(url)
    path = address.path + (f"?{address.query}" if address.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {address.netloc}", *(f"{k}: {v}" for k, v in (headers or {}).items())]
    question = ("\r\n".join(lines) + "\r\n\r\n").encode()
    counts = [0] * connections
    errors: list[BaseException] = []
    begin = time.perf_counter()
    deadline = begin + seconds

    def ask(number: int) -> None:
        try:
            with socket.create_connection((address.hostname or "", address.port or 80), timeout=30) as connection:
                while time.perf_counter() < deadline:
                    connection.sendall(question)
                    _read_answer(connection, url)
                    counts[number] += 1
        except BaseException as error:  # noqa: BLE001 - told to the caller, who waits for the threads
            errors.append(error)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return sum(counts) / (time.perf_counter() - begin)


def _read_answer(connection: socket.socket, url: str) -> None:
    received = b""
    while (end := received.find(b"\r\n\r\n")) < 0:
        received += _receive(connection)
    head = received[:end].lower()
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError(f"{url} answered {received[:200]!r}")
    start = head.index(b"content-length:") + len(b"content-length:")
    length = int(head[start:].split(b"\r\n", 1)[0])
    missing = length - (len(received) - end - 4)
    while missing > 0:
        missing -= len(_receive(connection))


def _receive(connection: socket.socket) -> bytes:
    chunk = connection.recv(1 << 18)
    if not chunk:
        raise RuntimeError("the server closed the connection")
    return chunk


def in_turn(runs: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, list[float]]:
    """Each run once per round, one after the other, so that what else the machine does falls on all alike."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            found[name].append(run())
    return found


def alternate(runs: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, float]:
    """The medians of runs in turn."""
    return {name: statistics.median(values) for name, values in in_turn(runs, rounds=rounds).items()}


def ratio(found: Mapping[str, Sequence[float]], name: str, to: str) -> float:
    """The median, over the rounds, of `name` as a share of `to` in the same round."""
    return statistics.median(one / other for one, other in zip(found[name], found[to], strict=True))


def processor_time(address: str, ask: Callable[[], float], seconds: float) -> tuple[float, float]:
    """Runs `ask`; answers per second, and milliseconds of processor time of the server per answer (Linux)."""
    pid = address.pid if isinstance(address, Address) else 0
    before = _ticks(pid)
    per_second = ask()
    spent = (_ticks(pid) - before) / os.sysconf("SC_CLK_TCK")
    return per_second, 1000 * spent / max(per_second * seconds, 1)


def _ticks(pid: int) -> int:
    """User and system time of a process and all below it, in clock ticks."""
    if not Path("/proc").is_dir():
        return 0
    total, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            children = Path(f"/proc/{one}/task/{one}/children").read_text().split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
        waiting += [int(child) for child in children]
    return total
