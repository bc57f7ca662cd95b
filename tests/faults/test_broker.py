"""The broker only wakes workers up: without it nothing is lost, and nobody waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from kombu import Connection

from core.tests import dead_broker

pytestmark = pytest.mark.embedded

ROOT = Path(__file__).resolve().parents[2]
DEAD_BROKER = "redis://127.0.0.1:1/0"

ACT = """
from django.db import transaction
from django.utils import timezone
from core import jobs
from trail import recording
for subject in ("a", "b", "c"):
    with transaction.atomic():
        jobs.enqueue("test.broker", subject)
        recording.record("thing.made", actor=recording.SYSTEM, at=timezone.now(), subject=subject)
"""
CATCH_UP = """
from core import jobs
from core.models import Job
from trail import sequencer
from trail.models import Entry
done = []
jobs.register("test.broker", done.append)
jobs.run_all()
sequencer.number_all()
states = set(Job.objects.values_list("state", flat=True))
print(done, states, list(Entry.objects.order_by("index").values_list("index", flat=True)))
"""


@pytest.fixture
def manage(tmp_path: Path):
    """Runs a command of manage.py in a process and database of its own."""

    def run(*arguments: str, broker: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "DEMO": "1", "CELERY_BROKER_URL": broker}
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=True
        )

    run("migrate", "--verbosity=0", broker="filesystem://localhost")
    return run


@pytest.mark.slow
@pytest.mark.parametrize("silent", [False, True], ids=["refuses", "silent"])
@pytest.mark.parametrize("kind", ["redis", "amqp"])
def test_commit_without_broker_asks_it_once_and_is_caught_up(manage, kind: str, silent: bool) -> None:
    with dead_broker.listening(silent=silent) as broker:
        act = manage("shell", "--no-imports", "-c", ACT, broker=broker.url(kind))
        attempts = broker.attempts

    # Six messages: the first one finds out, the others leave the broker alone.
    assert act.stderr.count("broker not reachable") == 1
    assert attempts == 1
    caught_up = manage("shell", "--no-imports", "-c", CATCH_UP, broker=DEAD_BROKER)
    assert caught_up.stdout.splitlines()[-1] == "['a', 'b', 'c'] {'done'} [0, 1, 2]"


@pytest.mark.slow
def test_wake_reaches_a_real_broker(manage, tmp_path: Path) -> None:
    """Through Redis where TEST_REDIS_URL names one, else through the embedded file broker."""
    url = os.environ.get("TEST_REDIS_URL", "filesystem://localhost")
    folder = str(tmp_path / "broker" / "messages")
    files = {"data_folder_in": folder, "data_folder_out": folder, "control_folder": str(tmp_path / "broker/control")}
    with Connection(url, transport_options=files if url.startswith("filesystem") else {}) as connection:
        queue = connection.SimpleQueue("celery")
        queue.clear()

        manage("shell", "--no-imports", "-c", ACT, broker=url)

        names = []
        for _ in range(6):
            message = queue.get(timeout=5)
            names.append(message.headers["task"])
            message.ack()
        queue.close()
    assert names == ["core.tasks.run_job", "trail.tasks.advance"] * 3
