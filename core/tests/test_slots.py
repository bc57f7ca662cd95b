from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core import slots
from core.models import Slot

LEASE = timedelta(minutes=1)


@pytest.mark.django_db
def test_held_gives_as_many_places_as_there_are() -> None:
    with ExitStack() as taken:
        names = ["paint", "paint", "paint", "draw"]
        got = [taken.enter_context(slots.held(name, limit=2, lease=LEASE)) for name in names]
        assert got == [True, True, False, True]
    with slots.held("paint", limit=2, lease=LEASE) as again:
        assert again
    assert Slot.objects.filter(name="paint").count() == 2


@pytest.mark.django_db
def test_held_gives_its_place_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), slots.held("paint", limit=1, lease=LEASE):
        raise ZeroDivisionError

    assert Slot.objects.get().held_until is None


@pytest.mark.django_db
def test_place_of_one_that_died_is_taken_when_its_lease_has_run_out_and_stays_with_the_new_one() -> None:
    with slots.held("paint", limit=1, lease=LEASE):
        Slot.objects.update(held_until=timezone.now() - timedelta(seconds=1))
        with slots.held("paint", limit=1, lease=LEASE) as taken_over:
            assert taken_over
            held_until = Slot.objects.get().held_until
    # Only the second gave it back: while both ran, the first could not have.
    assert held_until is not None
    assert Slot.objects.get().fence == 2


@pytest.mark.django_db
def test_late_holder_does_not_give_back_what_another_one_has_taken_over() -> None:
    first = slots.held("paint", limit=1, lease=LEASE)
    first.__enter__()
    Slot.objects.update(held_until=timezone.now() - timedelta(seconds=1))

    with slots.held("paint", limit=1, lease=LEASE):
        first.__exit__(None, None, None)

        assert Slot.objects.get().held_until is not None


@pytest.mark.django_db(transaction=True)
def test_held_by_thirty_at_once_is_never_more_than_its_limit() -> None:
    lock, barrier = threading.Lock(), threading.Barrier(30)
    inside: list[int] = [0, 0, 0]

    def work() -> None:
        try:
            barrier.wait(timeout=20)
            with slots.held("paint", limit=3, lease=LEASE, wait=timedelta(seconds=0.5)) as got:
                if got:
                    with lock:
                        inside[0] += 1
                        inside[1] = max(inside[1], inside[0])
                        inside[2] += 1
                    time.sleep(0.05)
                    with lock:
                        inside[0] -= 1
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    now, most, served = inside
    assert now == 0
    assert 1 <= most <= 3
    assert served >= 3
    assert not Slot.objects.exclude(held_until=None).exists()
