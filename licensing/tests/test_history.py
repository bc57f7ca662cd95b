from __future__ import annotations

import pytest
from django.utils import timezone

from licensing import actions, history
from licensing.tests import factories

pytestmark = pytest.mark.django_db


def test_request_that_nobody_opened_waits_to_be_opened() -> None:
    asked = factories.request()
    steps = history.of_request(asked, timezone.now())
    assert [(step.title, step.state) for step in steps] == [
        ("Sent", "done"),
        ("Waiting to be opened", "current"),
        ("Answer", "next"),
    ]


def test_request_that_was_opened_waits_for_the_answer() -> None:
    asked = factories.request()
    seen = actions.see(request=asked, actor=asked.submission.creator.user, now=timezone.now())
    steps = history.of_request(seen, timezone.now())
    assert [(step.title, step.state) for step in steps] == [
        ("Sent", "done"),
        ("Opened by the creator", "done"),
        ("Answer", "current"),
    ]
