"""Handing in while the broker is gone: the page answers, and the sweeper finds the work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from celery import current_app
from django.test import Client
from django.urls import reverse
from kombu import pools

from core import jobs, wakeups
from core.models import Job
from core.tests import dead_broker
from core.tests.dead_broker import DeadBroker
from core.wakeups import Breaker
from creators.tests.factories import creator as new_creator
from submissions.models import Submission
from submissions.states import State
from submissions.tests.pictures import photo
from submissions.tests.test_submit_page import a_file, answers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeadBroker]:
    """The broker of this process, instead of the one in memory; connections that are open are laid aside."""
    with dead_broker.listening() as broker:
        monkeypatch.setattr(wakeups, "send", Breaker(pause=3600).send)
        monkeypatch.setitem(current_app.conf, "broker_url", broker.url("redis"))
        monkeypatch.setitem(current_app.conf, "broker_transport_options", {"max_retries": 0})
        _forget_connections()
        yield broker
    _forget_connections()


def _forget_connections() -> None:
    current_app.amqp._producer_pool = None  # type: ignore[attr-defined]
    current_app._pool = None  # type: ignore[attr-defined]
    pools.reset()


def test_submit_without_a_broker_works_and_the_sweep_catches_up(gone: DeadBroker) -> None:
    browser = Client()
    browser.force_login(new_creator().user)
    before = gone.attempts

    response = browser.post(reverse("submit"), answers(file=a_file(photo(400, 300))))

    assert response.status_code == 302
    assert gone.attempts == before == 1
    assert Job.objects.get(kind="submissions.check").state == "waiting"
    assert jobs.run_all() >= 1
    assert Submission.objects.get().state == State.IN_REVIEW
