"""What runs in the background: the texts of works that were published, and their words under a new name."""

from __future__ import annotations

from core import jobs
from galleries import actions


def _draw(public_id: str) -> None:
    actions.draw(public_id=public_id)


def _rename(public_id: str) -> None:
    actions.show_all_by(creator_id=public_id)


jobs.register(actions.DRAW_JOB, _draw)
jobs.register(actions.RENAME_JOB, _rename)
