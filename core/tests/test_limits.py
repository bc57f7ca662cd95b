from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from core import limits
from core.errors import TooMany
from core.models import Tally

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOURLY = limits.Limit("test.hourly", 3, timedelta(hours=1))


def times(limit: limits.Limit, key: str, now: datetime, tries: int = 5) -> int:
    """How often it was let happen."""
    done = 0
    for _ in range(tries):
        try:
            limits.take(limit, key=key, now=now)
            done += 1
        except TooMany:
            pass
    return done


@pytest.mark.django_db
def test_take_refuses_more_than_the_limit_and_says_how_long() -> None:
    assert times(HOURLY, "a", NOW) == 3

    with pytest.raises(TooMany) as refused:
        limits.take(HOURLY, key="a", now=NOW + timedelta(minutes=50))

    assert (refused.value.status, refused.value.retry_after) == (429, 600)
    assert Tally.objects.get().used == 3


@pytest.mark.django_db
def test_take_counts_each_key_and_each_limit_by_itself() -> None:
    other = limits.Limit("test.other", 3, timedelta(hours=1))
    assert [times(HOURLY, "a", NOW), times(HOURLY, "b", NOW), times(other, "a", NOW)] == [3, 3, 3]


@pytest.mark.django_db
def test_take_begins_anew_when_the_period_is_over() -> None:
    times(HOURLY, "a", NOW)
    assert times(HOURLY, "a", NOW + timedelta(minutes=59)) == 0
    assert times(HOURLY, "a", NOW + timedelta(hours=1)) == 3


@pytest.mark.django_db
def test_take_of_an_act_that_is_undone_does_not_count() -> None:
    with transaction.atomic():
        limits.take(HOURLY, key="a", now=NOW)
        transaction.set_rollback(True)
    assert times(HOURLY, "a", NOW) == 3


@pytest.mark.django_db
def test_tally_does_not_tell_whose_it_is() -> None:
    limits.take(HOURLY, key="203.0.113.7", now=NOW)
    assert "203.0.113.7" not in str(Tally.objects.values().get())


@pytest.mark.django_db
def test_forget_old_keeps_what_still_counts() -> None:
    limits.take(HOURLY, key="old", now=NOW)
    limits.take(HOURLY, key="new", now=NOW + timedelta(minutes=30))

    limits.forget_old(now=NOW + timedelta(minutes=61))

    assert Tally.objects.count() == 1
    assert times(HOURLY, "new", NOW + timedelta(minutes=61)) == 2


@pytest.mark.django_db(transaction=True)
def test_take_from_many_at_once_lets_no_more_through() -> None:
    """As two processes would: each thread has a connection of its own."""
    done: list[int] = []
    barrier = threading.Barrier(4)

    def in_thread() -> None:
        barrier.wait(timeout=20)
        done.append(times(HOURLY, "a", NOW, tries=3))
        connection.close()

    _run_all(4, in_thread)

    assert (len(done), sum(done)) == (4, 3)


def _run_all(count: int, act: Callable[[], None]) -> None:
    threads = [threading.Thread(target=act) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
