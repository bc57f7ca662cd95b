"""Messages that wake workers up. They cost little: a broker that does not answer is left alone for a while.

Nothing is lost by that, because the work is rows: the sweeper and the scheduler find them. What is kept in the process
is only how long not to ask.
"""

from __future__ import annotations

import logging
import time
from typing import Any

logger = logging.getLogger(__name__)

PAUSE = 10.0


class Breaker:
    """Sends as long as somebody takes the messages; after a failure nothing at all for `pause` seconds."""

    def __init__(self, pause: float = PAUSE) -> None:
        self.pause = pause
        self._silent_until = 0.0

    def send(self, task: Any, *args: Any) -> bool:
        """True where the broker took it. That it cannot be reached is not the problem of whoever acts."""
        if time.monotonic() < self._silent_until:
            return False
        try:
            task.apply_async(args, retry=False, ignore_result=True)
        except Exception:  # noqa: BLE001 - each broker library has its own errors
            self._silent_until = time.monotonic() + self.pause
            logger.warning("broker not reachable; %s and what follows is found by the sweeper", task.name)
            return False
        return True


_breaker = Breaker()
send = _breaker.send
