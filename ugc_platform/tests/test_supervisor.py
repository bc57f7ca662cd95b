from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ugc_platform import supervisor
from ugc_platform.supervisor import Child

ROOT = Path(__file__).resolve().parents[2]


def manage(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture
def signals() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.embedded
def test_data_that_something_runs_on_are_left_alone(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "DEMO": "1"}
    (tmp_path / "db.sqlite3").write_bytes(b"precious")

    with supervisor.alone(tmp_path):
        done = [manage(environment, *words) for words in (["demo_reset"], ["serve", "--port", "18432"])]

    assert [run.returncode for run in done] == [1, 1]
    assert "the demo is running" in done[0].stderr
    assert "something runs on these data already" in done[1].stderr
    assert (tmp_path / "db.sqlite3").read_bytes() == b"precious"
    with supervisor.alone(tmp_path):
        pass


def crashed(*, essential: bool) -> Child:
    child = Child("worker", [sys.executable, "-c", "raise SystemExit(3)"], essential=essential)
    child.starts = [time.monotonic()] * (supervisor.RESTARTS_PER_MINUTE + 1)
    child.process = subprocess.Popen(child.command)
    child.process.wait()
    return child


@pytest.mark.usefixtures("signals")
def test_watch_gives_up_when_what_everything_needs_does_not_stay_up() -> None:
    assert supervisor.watch([crashed(essential=True)]) == "the worker does not stay up (exit code 3)"


@pytest.mark.parametrize(("seconds_ago", "resting"), [(1, True), (supervisor.REST_SECONDS + 1, False)])
def test_worker_that_keeps_crashing_rests_and_is_tried_again(seconds_ago: float, resting: bool) -> None:
    child = crashed(essential=False)
    child.starts = [time.monotonic() - seconds_ago] * len(child.starts)

    assert child.is_resting() == resting


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interruption_that_a_callback_dropped_is_raised_again(number: signal.Signals) -> None:
    with supervisor.Interrupted() as interrupted:
        with contextlib.suppress(KeyboardInterrupt):
            signal.raise_signal(number)
        with pytest.raises(KeyboardInterrupt):
            interrupted.check()


def test_interruption_puts_the_handler_from_before_back() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with supervisor.Interrupted() as interrupted:
        interrupted.check()
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
