"""Who sends slowly keeps nobody else waiting: the server as it is started, on a port of its own, with a small app."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.request import urlopen

import pytest

from ugc_platform import supervisor

HOST = "127.0.0.1"
SENDERS = 20
HALF_A_BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nlogin=a"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Reads what is sent, as every form does."""
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"here"]


@pytest.fixture
def port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        free: int = probe.getsockname()[1]
    *command, _app = supervisor.web(HOST, free, workers=1).command
    server = subprocess.Popen([*command, f"{__name__}:application"])
    assert supervisor.answers(HOST, free, within=20)
    yield free
    server.terminate()
    server.wait(timeout=20)


def ask(port: int) -> bytes:
    with urlopen(f"http://{HOST}:{port}/", timeout=10) as answer:
        return bytes(answer.read())


@pytest.mark.parametrize(("senders", "said"), [(SENDERS, HALF_A_BODY), (SENDERS * 4, b"")])
def test_get_is_answered_while_many_others_send_slowly(port: int, senders: int, said: bytes) -> None:
    assert ask(port) == b"here"
    with ExitStack() as open_ones:
        for _ in range(senders):
            sender = open_ones.enter_context(socket.create_connection((HOST, port)))
            sender.sendall(said)
        assert [ask(port) for _ in range(3)] == [b"here"] * 3
