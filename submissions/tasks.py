"""What runs in the background: the check of a work, and the sweep of files that nobody handed in."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core import jobs
from submissions import actions, processing
from submissions.models import CHECK_JOB


def _give_up(public_id: str, error: str) -> None:
    processing.give_up(public_id)


# Two runs in the cage of at most 90 seconds each, and the way to the store and back.
jobs.register(CHECK_JOB, processing.check, lease=timedelta(minutes=5), on_park=_give_up)


@shared_task(name="submissions.tasks.sweep_uploads")
def sweep_uploads() -> None:
    actions.sweep_uploads(now=timezone.now())
