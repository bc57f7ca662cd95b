from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core import jobs
from core.models import CapturedMail, Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def handler() -> Iterator[Callable[[Callable[[str], None]], None]]:
    parked.clear()

    def use(run: Callable[[str], None]) -> None:
        jobs.register("test.work", run, lease=timedelta(seconds=30), on_park=lambda s, e: parked.append(s))

    yield use
    jobs._handlers.pop("test.work", None)


parked: list[str] = []


def exhausted(subject: str = "a") -> Job:
    """A job whose next run is its last."""
    job = jobs.enqueue("test.work", subject)
    Job.objects.filter(pk=job.pk).update(attempts=jobs.MAX_ATTEMPTS - 1)
    return job


def fail(subject: str) -> None:
    raise ValueError("broken picture")


def test_run_does_the_work_once(handler) -> None:
    seen: list[str] = []
    handler(seen.append)
    job = jobs.enqueue("test.work", "a")

    assert jobs.run(job.pk) is True
    assert jobs.run(job.pk) is False

    job.refresh_from_db()
    assert (seen, job.state, job.leased_until) == (["a"], Job.State.DONE, None)


def test_enqueue_twice_while_waiting_gives_one_job(handler) -> None:
    handler(lambda subject: None)
    first = jobs.enqueue("test.work", "a")
    assert jobs.enqueue("test.work", "a").pk == first.pk
    assert Job.objects.count() == 1


def test_enqueue_while_running_runs_once_more(handler) -> None:
    seen: list[str] = []

    def work(subject: str) -> None:
        seen.append(subject)
        if len(seen) == 1:
            jobs.enqueue("test.work", "a")

    handler(work)
    job = jobs.enqueue("test.work", "a")

    assert jobs.run_all() == 1
    job.refresh_from_db()
    assert (seen, job.state, job.again) == (["a", "a"], Job.State.DONE, False)


def test_claim_of_a_leased_job_is_refused_until_the_lease_ends(handler) -> None:
    handler(lambda subject: None)
    job = jobs.enqueue("test.work", "a")
    now = timezone.now()

    assert jobs.claim(job.pk, now=now) is not None
    assert jobs.claim(job.pk, now=now + timedelta(seconds=29)) is None
    assert jobs.sweep(now=now + timedelta(seconds=29)) == []
    assert jobs.sweep(now=now + timedelta(seconds=31)) == [job.pk]
    again = jobs.claim(job.pk, now=now + timedelta(seconds=31))
    assert again is not None
    assert (again.fence, again.attempts) == (2, 2)


def test_finish_after_losing_the_lease_changes_nothing(handler) -> None:
    later = timezone.now() + timedelta(seconds=31)

    def work(subject: str) -> None:
        assert jobs.claim(job.pk, now=later) is not None

    handler(work)
    job = jobs.enqueue("test.work", "a")

    assert jobs.run(job.pk) is False
    job.refresh_from_db()
    assert (job.state, job.fence) == (Job.State.LEASED, 2)


def test_run_failing_job_waits_longer_each_time_and_is_parked(handler) -> None:
    def work(subject: str) -> None:
        raise ValueError("broken picture")

    handler(work)
    job = jobs.enqueue("test.work", "a")
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        Job.objects.update(due_at=timezone.now())
        assert jobs.run(job.pk) is False
        job.refresh_from_db()
        assert job.attempts == attempt
        assert "broken picture" in job.last_error

    assert job.state == Job.State.PARKED
    assert parked == ["a"]
    jobs.release(job)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (Job.State.WAITING, 0)


def test_park_whose_consequence_fails_is_tried_again_when_the_lease_ends(handler) -> None:
    failing = [True]

    def tell(subject: str, error: str) -> None:
        CapturedMail.objects.create(to=subject, subject="given up", body=error)
        if failing.pop():
            raise RuntimeError("nobody can be told just now")

    jobs.register("test.work", fail, lease=timedelta(seconds=30), on_park=tell)
    job = exhausted()

    assert jobs.run(job.pk) is False
    job.refresh_from_db()
    assert job.state == Job.State.LEASED
    assert "broken picture" in job.last_error
    assert not CapturedMail.objects.exists()

    failing.append(False)
    Job.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert jobs.sweep(now=timezone.now()) == [job.pk]
    assert jobs.run(job.pk) is False
    job.refresh_from_db()
    assert job.state == Job.State.PARKED
    assert CapturedMail.objects.filter(to="a").count() == 1


def test_last_failing_run_during_which_work_was_asked_for_anew_is_not_the_last(handler) -> None:
    def work(subject: str) -> None:
        jobs.enqueue("test.work", subject)
        raise ValueError("broken picture")

    handler(work)
    job = exhausted()

    assert jobs.run(job.pk) is False

    job.refresh_from_db()
    assert (job.state, job.attempts, job.again, parked) == (Job.State.WAITING, 0, False, [])


def test_park_after_losing_the_lease_changes_nothing(handler) -> None:
    later = timezone.now() + timedelta(seconds=31)

    def work(subject: str) -> None:
        assert jobs.claim(job.pk, now=later) is not None
        raise ValueError("broken picture")

    handler(work)
    job = exhausted()

    assert jobs.run(job.pk) is False
    job.refresh_from_db()
    assert (job.state, job.fence, parked) == (Job.State.LEASED, 2, [])


def test_enqueue_in_a_rolled_back_change_leaves_nothing(handler) -> None:
    handler(lambda subject: None)
    with transaction.atomic():
        jobs.enqueue("test.work", "a")
        transaction.set_rollback(True)
    assert Job.objects.count() == 0


def test_sweep_leaves_out_what_is_not_due(handler) -> None:
    handler(lambda subject: None)
    jobs.enqueue("test.work", "a", due_at=timezone.now() + timedelta(hours=1))
    assert jobs.sweep(now=timezone.now()) == []


def test_forget_done_keeps_what_is_young(handler) -> None:
    handler(lambda subject: None)
    job = jobs.enqueue("test.work", "a")
    jobs.run(job.pk)
    assert jobs.forget_done(now=timezone.now()) == 0
    assert jobs.forget_done(now=timezone.now() + timedelta(days=15)) == 1


def test_release_pressed_twice_counts_once(handler) -> None:
    handler(lambda subject: None)
    parked = Job.objects.create(kind="test.work", subject="a", state=Job.State.PARKED)

    assert [jobs.release(parked), jobs.release(parked)] == [True, False]

    assert Job.objects.get().state == Job.State.WAITING


def test_release_of_two_that_were_parked_for_one_subject_lets_one_go(handler) -> None:
    handler(lambda subject: None)
    parked = [Job.objects.create(kind="test.work", subject="a", state=Job.State.PARKED) for _ in range(2)]

    assert [jobs.release(job) for job in parked] == [True, False]

    assert sorted(Job.objects.values_list("state", flat=True)) == ["parked", "waiting"]


def test_release_of_a_job_asked_for_anew_meanwhile_changes_nothing(handler) -> None:
    handler(lambda subject: None)
    parked = Job.objects.create(kind="test.work", subject="a", state=Job.State.PARKED)
    jobs.enqueue("test.work", "a")

    assert jobs.release(parked) is False

    parked.refresh_from_db()
    assert parked.state == Job.State.PARKED
    assert jobs.run_all() == 1
