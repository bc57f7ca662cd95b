"""What runs in the background: the texts of works that were published."""

from __future__ import annotations

from core import jobs
from galleries import actions


def _draw(public_id: str) -> None:
    actions.draw(public_id=public_id)


jobs.register(actions.DRAW_JOB, _draw)
