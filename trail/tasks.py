"""Wake-ups of the sequencer and the readers; the scheduler sends one now and then, so that a lost one loses nothing."""

import logging

from celery import shared_task

from trail import readers, sequencer

logger = logging.getLogger(__name__)


@shared_task(name="trail.tasks.advance")
def advance() -> None:
    sequencer.number_all()
    readers.follow_all()


def wake() -> None:
    try:
        advance.apply_async(retry=False, ignore_result=True)
    except Exception:  # noqa: BLE001 - each broker library has its own errors
        logger.warning("broker not reachable; the trail is advanced by the scheduler")
