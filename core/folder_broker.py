"""Kombu's broker in a folder, made safe for two processes at once: the broker of the embedded default.

Kombu writes a message into the very file that a worker polls for, and reads whatever it finds there. A worker that
comes between opening and writing finds an empty file, and ends. Here a message appears whole or not at all, and one
that cannot be read is dropped: messages only wake workers up, the sweeper finds what was meant.
"""

from __future__ import annotations

import logging
import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

logger = logging.getLogger(__name__)

ATTEMPTS, PAUSE = 20, 0.05


class Channel(filesystem.Channel):
    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        # The file's time is in its name; the hidden name before it is one that nobody polls for.
        name = f"{time.time_ns()}_{uuid.uuid4()}"
        folder = Path(self.data_folder_out)
        hidden = folder / f".{name}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            hidden.write_text(dumps(message), encoding="utf-8")
            hidden.rename(folder / f"{name}.{queue}.msg")
        except OSError as error:
            raise ChannelError(f"Cannot add a message to {folder}") from error

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        taken = Path(self.processed_folder)
        taken.mkdir(parents=True, exist_ok=True)
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] != f"{queue}.msg":
                continue
            mine = taken / name
            try:
                Path(self.data_folder_in, name).rename(mine)
            except OSError:
                # Another worker was faster.
                continue
            text = mine.read_text(encoding="utf-8", errors="replace")
            mine.unlink(missing_ok=True)
            try:
                return loads(text)
            except ValueError:
                logger.warning("dropped a message that cannot be read: %s", name)
        raise Empty

    def get_table(self, exchange: str) -> Any:
        """Who listens to an exchange; read again while another process is just writing it."""
        return self._once_written(lambda: super(Channel, self).get_table(exchange))

    def _queue_bind(self, *binding: Any) -> None:
        self._once_written(lambda: super(Channel, self)._queue_bind(*binding))

    def _once_written(self, act: Any) -> Any:
        for _ in range(ATTEMPTS - 1):
            try:
                return act()
            except ValueError:
                time.sleep(PAUSE)
        return act()


class Transport(filesystem.Transport):
    Channel = Channel


def install() -> None:
    """Let `filesystem://` mean this one."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:Transport"
