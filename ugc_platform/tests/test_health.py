from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from core.models import Job
from submissions.tests.factories import submission
from trail import readers, recording, sequencer
from trail.models import Cursor

pytestmark = pytest.mark.django_db


@contextmanager
def database_gone() -> Iterator[None]:
    def refuse(*_: Any) -> Any:
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        yield


def test_health_of_a_working_site(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    submission("received")
    sequencer.number_all()
    readers.follow_all()
    with django_assert_num_queries(7):
        response = client.get("/health/")
    found = response.json()
    assert (response.status_code, found["status"], found["parked_jobs"]) == (200, "ok", 0)
    assert {"notifications"} <= {reader["name"] for reader in found["readers"]}
    assert {reader["lag"] for reader in found["readers"]} == {0}
    assert "no-store" in response["Cache-Control"]


def test_health_without_a_database_is_down(client: Client) -> None:
    with database_gone():
        response = client.get("/health/")
    assert response.status_code == 503
    assert response.json() == {"status": "down", "database": "unreachable"}


def test_health_with_a_parked_job_is_degraded_and_fails_for_monitoring(client: Client) -> None:
    Job.objects.create(kind="x", subject="y", state=Job.State.PARKED, last_error="boom")
    response = client.get("/health/")
    assert (response.status_code, response.json()["status"], response.json()["parked_jobs"]) == (200, "degraded", 1)
    assert client.get("/health/?strict").status_code == 503


@pytest.mark.parametrize(
    "late",
    ["a job that nobody runs", "an entry without a number", "an entry that nobody signs", "a reader that stands still"],
)
def test_health_when_nobody_works_is_degraded_and_fails_for_monitoring(
    client: Client, settings: Any, late: str
) -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    if late == "a job that nobody runs":
        Job.objects.create(kind="x", subject="y", due_at=long_ago)
    else:
        with transaction.atomic():
            recording.record("test.told", actor="system", at=long_ago, subject="sub_1")
        if late == "an entry that nobody signs":
            settings.TRAIL_SIGNING_KEY = "none"
        if late != "an entry without a number":
            sequencer.number_all()
        if late != "a reader that stands still":
            readers.follow_all()

    response = client.get("/health/")

    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert client.get("/health/?strict").status_code == 503


def test_health_with_work_that_has_just_come_is_ok(client: Client) -> None:
    Job.objects.create(kind="x", subject="y")
    with transaction.atomic():
        recording.record("test.told", actor="system", at=timezone.now(), subject="sub_1")

    found = client.get("/health/?strict").json()

    assert (found["status"], found["unnumbered_entries"]["count"], found["overdue_jobs"]) == ("ok", 1, 0)


def test_health_tells_lag_and_kind_of_error_but_not_its_message(client: Client) -> None:
    submission("received")
    sequencer.number_all()
    error = 'Traceback (most recent call last):\n  File "x.py", line 1\nValueError: ada@example.com\n'
    Cursor.objects.create(reader="notifications", error=error)
    response = client.get("/health/")
    reader = next(row for row in response.json()["readers"] if row["name"] == "notifications")
    assert reader["lag"] > 0
    assert reader["error"] == "ValueError"
    assert "ada@example.com" not in response.content.decode()
    assert response.json()["status"] == "degraded"
