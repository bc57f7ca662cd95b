"""Work in the background: a row with a lease. A Celery message carries the row's id and only wakes a worker up.

At least once, never lost: a handler must be idempotent. A job that fails is tried again with growing pauses and is
parked with its error after MAX_ATTEMPTS, where staff see it in admin.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from core import wakeups
from core.models import Job

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
BACK_OFF = (timedelta(seconds=2), timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5))
DONE_IS_KEPT = timedelta(days=14)
OPEN = (Job.State.WAITING, Job.State.LEASED)


@dataclass(frozen=True)
class Handler:
    """`run(subject)` does the work; `lease` is longer than it ever takes; `on_park(subject, error)` tells people.

    What `on_park` does is committed together with the parking: it changes rows only, and asks for no work itself.
    """

    run: Callable[[str], None]
    lease: timedelta
    on_park: Callable[[str, str], None] | None = None


_handlers: dict[str, Handler] = {}


def register(
    kind: str,
    run: Callable[[str], None],
    *,
    lease: timedelta = timedelta(seconds=60),
    on_park: Callable[[str, str], None] | None = None,
) -> None:
    """Tie a kind to its handler; called from an app's `tasks.py`, which workers and web processes import."""
    _handlers[kind] = Handler(run, lease, on_park)


@transaction.atomic(savepoint=False)
def enqueue(kind: str, subject: str, *, due_at: datetime | None = None) -> Job:
    """Ask for work on `subject` in the running transaction. Asking twice while the first waits gives the same job.

    The row stays locked until that transaction ends: whoever works on it then sees what was changed.
    """
    job = None
    while job is None:
        job = _locked(kind, subject) or _new(kind, subject, due_at or timezone.now())
    pk = job.pk
    if due_at is None:
        transaction.on_commit(lambda: wake(pk))
    return job


def _locked(kind: str, subject: str) -> Job | None:
    """The open job, held until the transaction ends; a worker cannot claim it or finish it before."""
    job = Job.objects.select_for_update().filter(kind=kind, subject=subject, state__in=OPEN).first()
    if job is not None and job.state == Job.State.LEASED:
        # It runs once more afterwards, so that a change during the run is not missed.
        job.again = True
        job.save(update_fields=["again"])
    return job


def _new(kind: str, subject: str, due_at: datetime) -> Job | None:
    """None if somebody else was faster: their job is open now, or has been done already."""
    try:
        with transaction.atomic():
            return Job.objects.create(kind=kind, subject=subject, due_at=due_at)
    except IntegrityError:
        return None


def wake(job_pk: int) -> None:
    from core.tasks import run_job

    wakeups.send(run_job, job_pk)


def claim(job_pk: int, *, now: datetime) -> Job | None:
    """Take the lease, or None when it is not to be had: done, not due, or leased by somebody who is still in time."""
    job = Job.objects.filter(pk=job_pk).first()
    if job is None or job.kind not in _handlers:
        return None
    free = models.Q(state=Job.State.WAITING, due_at__lte=now) | models.Q(state=Job.State.LEASED, leased_until__lt=now)
    taken = Job.objects.filter(free, pk=job_pk, fence=job.fence).update(
        state=Job.State.LEASED,
        leased_until=now + _handlers[job.kind].lease,
        fence=job.fence + 1,
        again=False,
        attempts=models.F("attempts") + 1,
    )
    if not taken:
        return None
    job.refresh_from_db()
    return job


def run(job_pk: int) -> bool:
    """Claim and do one job; True if it was done. An error is recorded in the row, never raised."""
    job = claim(job_pk, now=timezone.now())
    if job is None:
        return False
    if job.attempts > MAX_ATTEMPTS:
        _give_up(job, job.last_error or "given up: the worker died each time")
        return False
    try:
        _handlers[job.kind].run(job.subject)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is kept in the row
        _fail(job, error)
        return False
    return _finish(job)


def _finish(job: Job) -> bool:
    now = timezone.now()
    done = _mine(job).filter(again=False).update(state=Job.State.DONE, leased_until=None, done_at=now, last_error="")
    if not done:
        _begin_again(job)
    return done == 1


def _mine(job: Job) -> models.QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, fence=job.fence, state=Job.State.LEASED)


def _fail(job: Job, error: Exception) -> None:
    text = "".join(traceback.format_exception(error))[-4000:]
    logger.warning("job %s %s failed (attempt %s): %s", job.kind, job.subject, job.attempts, error)
    if job.attempts >= MAX_ATTEMPTS:
        _give_up(job, text)
        return
    pause = BACK_OFF[min(job.attempts - 1, len(BACK_OFF) - 1)]
    _mine(job).update(state=Job.State.WAITING, leased_until=None, due_at=timezone.now() + pause, last_error=text)


class _NotParked(Exception):
    """Another worker has taken the job over, or the same work was asked for anew while it ran."""


def _give_up(job: Job, error: str) -> None:
    try:
        _park(job, error)
    except _NotParked:
        _begin_again(job)
    except Exception:
        # The lease stands: when it ends, the sweeper takes the job up again, to park it.
        logger.exception("job %s %s could not be parked", job.kind, job.subject)
        _mine(job).update(last_error=error)


@transaction.atomic
def _park(job: Job, error: str) -> None:
    on_park, still_wanted = _handlers[job.kind].on_park, _mine(job).filter(again=False)
    # The row of the job last, as by whoever asks for work: they have locked the rows that the work is about before.
    if on_park is not None and still_wanted.exists():
        on_park(job.subject, error)
    if not still_wanted.update(state=Job.State.PARKED, leased_until=None, last_error=error):
        raise _NotParked


def _begin_again(job: Job) -> None:
    _mine(job).filter(again=True).update(
        state=Job.State.WAITING, leased_until=None, again=False, attempts=0, due_at=timezone.now()
    )


def release(job: Job) -> bool:
    """Let a parked job try again from the start; for staff. False where there is nothing to release: somebody else has
    pressed as well, or the same work was asked for anew meanwhile."""
    try:
        with transaction.atomic():
            released = Job.objects.filter(pk=job.pk, state=Job.State.PARKED).update(
                state=Job.State.WAITING, attempts=0, due_at=timezone.now()
            )
    except IntegrityError:
        # One job of a kind is open for a subject, and another one is.
        return False
    if released:
        pk = job.pk
        transaction.on_commit(lambda: wake(pk))
    return released == 1


def sweep(*, now: datetime, limit: int = 100) -> list[int]:
    """Ids of jobs that are due and that nobody works on: lost messages, dead workers, dates that have come."""
    waiting = Job.objects.filter(state=Job.State.WAITING, due_at__lte=now).order_by("due_at")
    expired = Job.objects.filter(state=Job.State.LEASED, leased_until__lt=now).order_by("leased_until")
    return [*expired.values_list("pk", flat=True)[:limit], *waiting.values_list("pk", flat=True)[:limit]]


def forget_done(*, now: datetime) -> int:
    """Delete finished jobs after two weeks; what they did stands elsewhere."""
    deleted, _ = Job.objects.filter(state=Job.State.DONE, done_at__lt=now - DONE_IS_KEPT).delete()
    return deleted


def run_all(*, limit: int = 1000) -> int:
    """Run everything that is due, here and now; for the demo, commands and tests."""
    done = 0
    for _ in range(limit):
        due = sweep(now=timezone.now(), limit=1)
        if not due:
            break
        done += run(due[0])
    return done
