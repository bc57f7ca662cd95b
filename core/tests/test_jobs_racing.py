"""Work that is asked for while workers run, on real connections: what was changed is always seen by a run after it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import close_old_connections, connection, transaction

from core import jobs
from core.models import CapturedMail, Job

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seen() -> Iterator[list[int]]:
    """How many changes each run saw."""
    found: list[int] = []
    jobs.register("test.count", lambda subject: found.append(changes()), lease=timedelta(seconds=30))
    yield found
    jobs._handlers.pop("test.count", None)


def changes() -> int:
    return CapturedMail.objects.count()


def change() -> None:
    CapturedMail.objects.create(to="a", subject="changed", body="")


def in_thread(act: Callable[[], object], errors: list[BaseException]) -> threading.Thread:
    def run() -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - told to the test
            errors.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_waiting_job_that_an_open_change_asks_for_runs_after_it(seen: list[int]) -> None:
    job = jobs.enqueue("test.count", "a")
    errors: list[BaseException] = []

    with transaction.atomic():
        change()
        assert jobs.enqueue("test.count", "a").pk == job.pk
        worker = in_thread(lambda: jobs.run(job.pk), errors)
        worker.join(timeout=1)
        assert seen == []
    worker.join(timeout=30)

    jobs.run_all()
    assert (errors, seen) == ([], [1])
    assert Job.objects.get().state == Job.State.DONE


def test_running_job_that_an_open_change_asks_for_runs_again_after_it(seen: list[int]) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slowly(subject: str) -> None:
        seen.append(changes())
        started.set()
        go_on.wait(timeout=20)

    jobs.register("test.count", slowly, lease=timedelta(seconds=30))
    job = jobs.enqueue("test.count", "a")
    errors: list[BaseException] = []
    worker = in_thread(lambda: jobs.run(job.pk), errors)
    started.wait(timeout=20)

    with transaction.atomic():
        change()
        jobs.enqueue("test.count", "a")
        go_on.set()
        worker.join(timeout=1)
    worker.join(timeout=30)

    jobs.run_all()
    assert (errors, seen) == ([], [0, 1])


@pytest.mark.slow
def test_no_change_is_missed_while_many_ask_and_many_work(seen: list[int]) -> None:
    errors: list[BaseException] = []
    asking = threading.Event()
    asking.set()

    def ask() -> None:
        for _ in range(25):
            with transaction.atomic():
                change()
                jobs.enqueue("test.count", "a")

    def work() -> None:
        while asking.is_set():
            jobs.run_all(limit=1)

    workers = [in_thread(work, errors) for _ in range(2)]
    askers = [in_thread(ask, errors) for _ in range(4)]
    for asker in askers:
        asker.join(timeout=100)
    asking.clear()
    for worker in workers:
        worker.join(timeout=30)
    close_old_connections()

    jobs.run_all()
    assert errors == []
    assert changes() == 100
    assert max(seen) == 100
    assert not Job.objects.filter(state__in=jobs.OPEN).exists()
