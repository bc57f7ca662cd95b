from __future__ import annotations

import logging
from typing import Any

import pytest
from celery import Celery

from core.tests import dead_broker
from core.wakeups import Breaker


def task_of(url: str) -> Any:
    app = Celery("gone", broker=url, set_as_current=False)
    # Queues in memory are those of the whole process.
    app.conf.update(task_default_queue="test.gone")
    app.conf.update(broker_transport_options={"max_retries": 0}, broker_connection_timeout=1.0)
    return app.task(name="test.gone")(nothing)


def nothing() -> None:
    pass


def test_send_to_a_broker_that_is_gone_is_tried_once_and_warned_of_once(caplog: pytest.LogCaptureFixture) -> None:
    breaker = Breaker(pause=3600)
    with dead_broker.listening() as broker, caplog.at_level(logging.WARNING, "core.wakeups"):
        task = task_of(broker.url("redis"))
        assert [breaker.send(task) for _ in range(20)] == [False] * 20
        assert broker.attempts == 1

    assert [record.getMessage() for record in caplog.records] == [
        "broker not reachable; test.gone and what follows is found by the sweeper"
    ]


def test_send_after_the_pause_tries_again() -> None:
    breaker = Breaker(pause=0)
    with dead_broker.listening() as broker:
        task = task_of(broker.url("redis"))
        assert [breaker.send(task) for _ in range(3)] == [False] * 3
        assert broker.attempts == 3


def test_send_to_a_broker_that_is_there_goes_on() -> None:
    breaker = Breaker(pause=3600)
    task = task_of("memory://")

    assert [breaker.send(task) for _ in range(3)] == [True] * 3
    with task.app.connection_for_read() as connection:
        assert connection.SimpleQueue("test.gone").qsize() == 3
