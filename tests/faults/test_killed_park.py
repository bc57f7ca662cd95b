"""A worker that is killed while it gives a job up: the next one gives it up, and people are told once."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable

import pytest

HANDLER = """
import os, signal
from datetime import timedelta
from django.utils import timezone
from core import jobs
from core.models import CapturedMail, Job
moment = {moment!r}
def fail(subject):
    raise ValueError("broken picture")
def tell(subject, error):
    if moment == "before people are told":
        os.kill(os.getpid(), signal.SIGKILL)
    CapturedMail.objects.create(to=subject, subject="given up", body=error)
    if moment == "after people are told":
        os.kill(os.getpid(), signal.SIGKILL)
jobs.register("test.park", fail, on_park=tell)
subject = {subject!r}
"""
WORK = """
job = jobs.enqueue("test.park", subject)
Job.objects.filter(pk=job.pk).update(attempts=jobs.MAX_ATTEMPTS - 1)
jobs.run(job.pk)
"""
TAKE_UP = """
print("killed in", Job.objects.get(subject=subject).state, CapturedMail.objects.filter(to=subject).count())
Job.objects.filter(subject=subject).update(leased_until=timezone.now() - timedelta(seconds=1))
jobs.run_all()
job = Job.objects.get(subject=subject)
print("then", job.state, CapturedMail.objects.filter(to=subject).count(), "broken picture" in job.last_error)
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before people are told", "after people are told"])
def test_killed_park_is_taken_up_again(manage: Callable[..., subprocess.CompletedProcess[str]], moment: str) -> None:
    subject = moment.replace(" ", "-")

    killed = manage("shell", "--no-imports", "-c", HANDLER.format(moment=moment, subject=subject) + WORK)
    assert killed.returncode == -signal.SIGKILL
    told = manage("shell", "--no-imports", "-c", HANDLER.format(moment="", subject=subject) + TAKE_UP)

    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-2:] == ["killed in leased 0", "then parked 1 False"]
