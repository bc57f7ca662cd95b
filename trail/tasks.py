"""Wake-ups of the sequencer and the readers; the scheduler sends one now and then, so that a lost one loses nothing."""

from celery import shared_task

from core import wakeups
from trail import readers, sequencer


@shared_task(name="trail.tasks.advance")
def advance() -> None:
    sequencer.number_all()
    readers.follow_all()


def wake() -> None:
    wakeups.send(advance)
