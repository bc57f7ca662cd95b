from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from submissions.models import MediaFile, Submission
from submissions.states import State
from submissions.tests import factories
from submissions.verification import submissions_match_entries
from trail import recording

pytestmark = pytest.mark.django_db


def test_works_in_every_state_match_their_entries() -> None:
    for state in State:
        factories.submission(state)
    assert list(submissions_match_entries()) == []


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda: Submission.objects.update(state=State.REJECTED), "its entries end in published"),
        (lambda: Submission.objects.update(revision=2), "revision"),
        (lambda: MediaFile.objects.update(sha256="0" * 64), "digest"),
        (lambda: Submission.objects.update(published_at=timezone.now() - timedelta(days=1)), "submission.published"),
    ],
)
def test_work_that_was_changed_behind_the_trail_is_named(tamper: Callable[[], int], said: str) -> None:
    submission = factories.submission(State.PUBLISHED)

    tamper()

    (deviation,) = submissions_match_entries()
    assert submission.public_id in deviation
    assert said in deviation


def test_entry_without_its_work_is_named() -> None:
    recording.record("submission.received", actor="usr_1", at=timezone.now(), subject="sub_gone", topic="sub_gone")
    assert list(submissions_match_entries()) == ["submission.received tells of sub_gone, which is not there"]
