"""Wake-ups of background jobs."""

from celery import shared_task
from django.utils import timezone

from core import jobs, limits


@shared_task(name="core.tasks.run_job")
def run_job(job_pk: int) -> None:
    jobs.run(job_pk)


@shared_task(name="core.tasks.sweep")
def sweep() -> None:
    """Run what nobody works on. One at a time: a second sweeper takes other rows, because a lease is taken first."""
    for job_pk in jobs.sweep(now=timezone.now()):
        jobs.run(job_pk)
    jobs.forget_done(now=timezone.now())
    limits.forget_old(now=timezone.now())
