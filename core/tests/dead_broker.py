"""A broker that is gone: whoever connects is counted, and then refused or never answered."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class DeadBroker:
    """Listens until it is closed."""

    def __init__(self, *, silent: bool = False) -> None:
        self.silent = silent
        self.attempts = 0
        self._held: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        threading.Thread(target=self._answer, daemon=True).start()

    def url(self, kind: str) -> str:
        port = self._listener.getsockname()[1]
        return {"redis": f"redis://127.0.0.1:{port}/0", "amqp": f"amqp://127.0.0.1:{port}//"}[kind]

    def close(self) -> None:
        self._listener.close()
        for connection in self._held:
            connection.close()

    def _answer(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.attempts += 1
            if self.silent:
                self._held.append(connection)
            else:
                connection.close()


@contextmanager
def listening(*, silent: bool = False) -> Iterator[DeadBroker]:
    broker = DeadBroker(silent=silent)
    try:
        yield broker
    finally:
        broker.close()
