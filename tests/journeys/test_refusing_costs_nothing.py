"""Refusing costs nothing: rank, queue and limits of who declines a brand are those of who grants."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.utils import timezone

from core.errors import DomainError
from creators.models import Creator
from creators.tests.factories import creator
from galleries import lists
from galleries.filters import Filters
from galleries.tests.factories import published
from licensing import actions as licensing
from licensing.models import License, LicenseRequest
from licensing.tests import factories
from moderation import queries as queue
from moderation.tests.factories import moderator
from submissions.states import State
from submissions.tests.factories import submission, upload

pytestmark = pytest.mark.django_db

ANSWERS = ("declined", "granted", "unanswered")


@dataclass(frozen=True)
class Treatment:
    """What the platform does with two creators; 0 and 1 stand for them, in the order of their first works."""

    gallery: list[int]
    search: list[int]
    tag: list[int]
    waiting: list[int]
    looked_at_next: int
    uploads_left: tuple[int, int]


def answered(asked: LicenseRequest, answer: str) -> None:
    if answer == "declined":
        licensing.decline(request=asked, reason="No", actor=asked.submission.creator.user, now=timezone.now())
    elif answer == "granted":
        factories.grant(asked)


def shown(filters: Filters, owners: dict[str, int]) -> list[int]:
    return [
        owners[found] for found in re.findall(r"sub_[a-z0-9]+", lists.gallery_page(filters).cards) if found in owners
    ]


def uploads_left(of: Creator) -> int:
    for number in itertools.count():
        try:
            upload(of.user)
        except DomainError:
            return number
    raise AssertionError


def treated(first: str, second: str) -> Treatment:
    """Two creators hand in works by turns, answer a brand as told, and hand in more."""
    both = (creator(), creator())
    works = [published(creator=both[number]) for number in (0, 1, 0, 1)]
    for work, answer in zip(works, (first, second, first, second), strict=True):
        answered(factories.request(submission=work), answer)
    later = [published(creator=both[number]) for number in (1, 0)]
    waiting = [submission(State.IN_REVIEW, creator=both[number]) for number in (1, 0, 0, 1)]
    owners = {work.public_id: both.index(work.creator) for work in [*works, *later, *waiting]}
    following = queue.next_waiting(moderator(), now=timezone.now())
    assert following is not None
    return Treatment(
        gallery=shown(Filters(), owners),
        search=shown(Filters(q="harbor"), owners),
        tag=shown(Filters(tag="boat"), owners),
        waiting=[owners[work.public_id] for work in queue.waiting()],
        looked_at_next=owners[following.public_id],
        uploads_left=(uploads_left(both[0]), uploads_left(both[1])),
    )


def apart(first: str, second: str) -> tuple[Treatment, int, int]:
    """The treatment in a world of its own, with how many licenses and refusals there were."""
    with transaction.atomic():
        found = treated(first, second)
        counts = License.objects.count(), LicenseRequest.objects.filter(state="declined").count()
        transaction.set_rollback(True)
    return found, *counts


@pytest.mark.slow
def test_two_creators_are_treated_alike_whatever_they_answer() -> None:
    equal, *none = apart("unanswered", "unanswered")
    assert none == [0, 0]
    assert sorted(equal.gallery) == sorted(equal.search) == sorted(equal.tag) == [0, 0, 0, 1, 1, 1]
    assert equal.uploads_left[0] == equal.uploads_left[1] > 0

    for first, second in itertools.permutations(ANSWERS, 2):
        found, granted, declined = apart(first, second)
        assert (granted, declined) == (2 * (first, second).count("granted"), 2 * (first, second).count("declined"))
        assert found == equal, (first, second)
