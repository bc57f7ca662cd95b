"""Kept texts are drawn outside of transactions, and nothing of a withdrawn work comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.signals import template_rendered
from django.utils import timezone

from core import jobs
from core.models import Job
from creators import actions as creators
from creators.tests.factories import creator as new_creator
from galleries import actions
from galleries.models import Card, Keyword, WorkPage
from galleries.tests.factories import follow_trail, published
from submissions import actions as submissions
from submissions import queries
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories
from submissions.tests.test_racing import at_once
from trail import readers, sequencer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def drawn_in_transaction() -> Iterator[list[bool]]:
    """For each template that is drawn, whether a transaction was open."""
    found: list[bool] = []

    def listen(sender: Any, **drawing: Any) -> None:
        found.append(connection.in_atomic_block)

    template_rendered.connect(listen)
    yield found
    template_rendered.disconnect(listen)


def withdraw(work: Submission) -> None:
    submissions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())
    sequencer.number_all()
    readers.follow("galleries.cards")


def kept() -> tuple[int, int, bool]:
    return Card.objects.count(), WorkPage.objects.count(), Keyword.objects.exists()


def loaded(work: Submission) -> Submission:
    return queries.with_pictures(queries.published()).prefetch_related("tags").get(pk=work.pk)


def test_reader_draws_nothing_and_its_job_draws_outside_of_transactions(drawn_in_transaction: list[bool]) -> None:
    factories.submission(State.PUBLISHED)
    sequencer.number_all()
    drawn_in_transaction.clear()

    readers.follow("galleries.cards")
    assert (kept(), drawn_in_transaction) == ((0, 0, True), [])

    assert jobs.run(Job.objects.get(kind=actions.DRAW_JOB).pk) is True
    assert kept() == (1, 1, True)
    assert len(drawn_in_transaction) > 3
    assert not any(drawn_in_transaction)


def test_texts_drawn_before_a_withdrawal_are_not_kept_after_it() -> None:
    work = published()
    seen_before = loaded(work)
    withdraw(work)

    actions.keep_cards(submissions=[seen_before])
    actions.keep_page(work=seen_before)
    actions.draw(public_id=work.public_id)
    actions.show(public_id=work.public_id)

    assert kept() == (0, 0, False)


def test_texts_of_another_revision_are_not_kept() -> None:
    work = published()
    seen_before = loaded(work)
    Card.objects.all().delete()
    WorkPage.objects.all().delete()
    Submission.objects.update(revision=2)

    actions.keep_cards(submissions=[seen_before])
    actions.keep_page(work=seen_before)

    assert kept()[:2] == (0, 0)


@pytest.mark.parametrize("attempt", range(3))
def test_texts_drawn_while_a_work_is_withdrawn_are_gone_in_the_end(attempt: int) -> None:
    work = published()
    seen_before = loaded(work)
    Card.objects.all().delete()
    WorkPage.objects.all().delete()

    at_once(
        lambda: withdraw(work),
        lambda: actions.keep_page(work=seen_before),
        lambda: actions.keep_cards(submissions=[seen_before]),
    )
    follow_trail()

    assert kept() == (0, 0, False)


def found_by(word: str) -> int:
    return Client().get("/gallery/", {"q": word}).content.decode().count('href="/w/')


def kept_texts() -> str:
    cards = [text for card in Card.objects.all() for text in (card.html_en, card.html_da)]
    pages = [text for page in WorkPage.objects.all() for text in (page.html_en, page.html_da)]
    words = Keyword.objects.values_list("word", flat=True)
    return " ".join([*cards, *pages, *words]).lower()


def test_old_name_of_a_creator_is_forgotten_by_search_and_kept_texts() -> None:
    creator = new_creator(name="Oldenborg")
    for number in range(3):
        published(creator=creator, title=f"Harbor {number}", credit_line="Photo: the harbor master")
    other = published(creator=new_creator(name="Oldenborg"), title="Another Oldenborg")
    assert (found_by("oldenborg"), "oldenborg" in kept_texts()) == (4, True)

    creators.edit_profile(
        creator=creator, actor=creator.user, name="Newenborg", bio="", default_credit_line="", now=timezone.now()
    )
    follow_trail()
    for job in Job.objects.filter(kind=actions.RENAME_JOB, state=Job.State.WAITING):
        jobs.run(job.pk)
    of_others = Keyword.objects.filter(submission=other, word="oldenborg")
    assert (found_by("oldenborg"), found_by("newenborg"), of_others.count()) == (1, 3, 1)

    follow_trail()
    assert WorkPage.objects.count() == 4
    assert "newenborg" in kept_texts()
    Keyword.objects.filter(submission=other).delete()
    WorkPage.objects.filter(submission=other).delete()
    Card.objects.filter(submission=other).delete()
    assert "oldenborg" not in kept_texts()


def test_other_changes_of_a_profile_leave_kept_texts_alone() -> None:
    work = published()
    before = kept_texts()
    creator = work.creator
    creators.edit_profile(
        creator=creator, actor=creator.user, name=creator.name, bio="Hi", default_credit_line="", now=timezone.now()
    )
    follow_trail()
    assert (kept_texts(), Job.objects.filter(kind=actions.RENAME_JOB).exists()) == (before, False)
