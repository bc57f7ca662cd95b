from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from creators.tests.factories import creator
from submissions.models import DepictedPerson, MediaFile, Submission, Tag
from submissions.states import State
from submissions.tests import factories
from submissions.verification import submissions_match_entries
from trail import recording
from trail.models import SealedValue

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
        (lambda: Submission.objects.update(received_at=timezone.now() - timedelta(days=1)), "at another time"),
        (lambda: Submission.objects.update(creator=creator()), "by somebody else"),
        (lambda: Submission.objects.update(rights_holder="employer"), "its rights_holder is not"),
        (lambda: Submission.objects.update(people="none"), "its people is not"),
        (lambda: Submission.objects.update(ai_use="generated"), "its ai_use is not"),
        (lambda: Submission.objects.update(title="Another"), "its title is not"),
        (lambda: Submission.objects.update(credit_line="© Eve"), "its credit_line is not"),
        (lambda: Submission.objects.update(alt_text="Nothing"), "its alt_text is not"),
        (lambda: Tag.objects.filter(pk=Tag.objects.order_by("pk")[0].pk).update(name="other"), "its tags is not"),
        (lambda: DepictedPerson.objects.update(name="Eve"), "its people_names is not"),
        (lambda: DepictedPerson.objects.all().delete()[0], "its people_names is not"),
    ],
)
def test_work_that_was_changed_behind_the_trail_is_named(tamper: Callable[[], int], said: str) -> None:
    submission = factories.submission(State.PUBLISHED, people="others", people_names=("Bo",), releases_stated=True)

    tamper()

    (deviation,) = submissions_match_entries()
    assert submission.public_id in deviation
    assert said in deviation


def test_words_of_an_erased_declaration_are_not_compared() -> None:
    factories.submission(State.PUBLISHED)
    SealedValue.objects.update(value=None, salt=None, erased_at=timezone.now())
    Submission.objects.update(title="", description="", credit_line="")

    assert list(submissions_match_entries()) == []


def test_entry_without_its_work_is_named() -> None:
    recording.record("submission.received", actor="usr_1", at=timezone.now(), subject="sub_gone", topic="sub_gone")
    assert list(submissions_match_entries()) == ["submission.received tells of sub_gone, which is not there"]
