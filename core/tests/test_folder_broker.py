"""The broker in a folder, with several processes at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection
from kombu.simple import SimpleQueue

from core import folder_broker

ROOT = Path(__file__).resolve().parents[2]
SENDER = """
import sys
from core.tests.test_folder_broker import connection
from pathlib import Path
with connection(Path(sys.argv[1])) as link:
    for number in range(int(sys.argv[3])):
        link.SimpleQueue(sys.argv[4]).put({"from": sys.argv[2], "number": number})
"""


def connection(folder: Path) -> Connection:
    folder_broker.install()
    options = {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "control_folder": str(folder / "control"),
        "processed_folder": str(folder / "processed"),
    }
    return Connection("filesystem://localhost", transport_options=options)


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[SimpleQueue]:
    for name in ("messages", "control"):
        (tmp_path / name).mkdir()
    # Kombu knows for the whole process which queues it has bound.
    with connection(tmp_path) as link:
        yield link.SimpleQueue(tmp_path.name, no_ack=True)


def test_messages_come_in_the_order_in_which_they_were_sent(queue: SimpleQueue, tmp_path: Path) -> None:
    for number in range(3):
        queue.put({"number": number})

    assert [queue.get(timeout=5).payload["number"] for _ in range(3)] == [0, 1, 2]
    assert list((tmp_path / "messages").iterdir()) == list((tmp_path / "processed").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe"])
def test_message_that_cannot_be_read_is_dropped_and_the_next_one_comes(
    queue: SimpleQueue, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "messages" / f"0_broken.{tmp_path.name}.msg").write_bytes(content)
    queue.put({"number": 1})

    assert queue.get(timeout=5).payload == {"number": 1}
    assert list((tmp_path / "messages").iterdir()) == []


def test_half_written_message_is_left_alone(queue: SimpleQueue, tmp_path: Path) -> None:
    half = tmp_path / "messages" / ".0_half"
    half.write_bytes(b"{")
    with pytest.raises(queue.Empty):
        queue.get(block=False)
    assert half.exists()


def test_folder_that_was_removed_is_made_again(queue: SimpleQueue, tmp_path: Path) -> None:
    (tmp_path / "messages").rmdir()
    queue.put({"number": 1})
    assert queue.get(timeout=5).payload == {"number": 1}


@pytest.mark.slow
def test_senders_and_a_reader_at_once_lose_and_break_nothing(queue: SimpleQueue, tmp_path: Path) -> None:
    senders = [
        subprocess.Popen([sys.executable, "-c", SENDER, str(tmp_path), name, "300", tmp_path.name], cwd=ROOT)
        for name in ("a", "b")
    ]
    found = [tuple(queue.get(timeout=30).payload.values()) for _ in range(600)]

    assert [sender.wait(timeout=30) for sender in senders] == [0, 0]
    assert sorted(found) == [(name, number) for name in ("a", "b") for number in range(300)]
