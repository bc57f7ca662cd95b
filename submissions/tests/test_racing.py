"""Two clicks, two tabs and two workers at once, on real connections: one effect, nothing lost, nothing twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import close_old_connections, connection
from django.utils import timezone

from consent import actions as consent
from consent.models import Record
from core.errors import DomainError
from core.models import Job
from creators.tests.factories import creator as new_creator
from submissions import actions, processing, storage
from submissions.actions import receiving
from submissions.models import MediaFile, Rendition, Submission
from submissions.states import State
from submissions.tests import factories
from submissions.tests.pictures import photo
from submissions.tests.test_processing import handed_in
from trail.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run them in threads that start together; what each returned, or the code of its refusal."""
    barrier = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            barrier.wait(timeout=20)
            results[place] = act()
        except DomainError as refusal:
            results[place] = refusal.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    close_old_connections()
    return results


def told(kind: str) -> int:
    return Entry.objects.filter(kind=kind).count()


def test_uploads_at_once_are_no_more_than_may_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MAX_UNCLAIMED", 2)
    user, data = new_creator().user, factories.picture()

    results = at_once(*[lambda: factories.upload(user, data).state for _ in range(5)])

    assert sorted(results) == ["too_many_unclaimed"] * 3 + [MediaFile.State.UPLOADED] * 2
    assert MediaFile.objects.count() == 2


def test_submit_the_same_form_four_times_at_once_is_one_work() -> None:
    creator, notice = new_creator(), consent.current_notice("submission", "en")
    data = factories.picture()
    files = [factories.upload(creator.user, data) for _ in range(4)]

    def submit(place: int) -> int:
        return actions.submit(
            creator=creator,
            actor=creator.user,
            media_file=files[place],
            details=factories.details(),
            notice=notice,
            form_key="k" * 20,
            now=timezone.now(),
        ).pk

    results = at_once(*[lambda place=place: submit(place) for place in range(4)])

    assert set(results) == {Submission.objects.get().pk}
    assert (told("submission.received"), Record.objects.count(), Job.objects.count()) == (1, 1, 1)


def test_submit_two_works_with_one_form_at_once_takes_one_and_refuses_the_other() -> None:
    creator, notice = new_creator(), consent.current_notice("submission", "en")
    files = [factories.upload(creator.user) for _ in range(2)]

    def submit(place: int) -> str:
        return actions.submit(
            creator=creator,
            actor=creator.user,
            media_file=files[place],
            details=factories.details(title=f"Work {place}"),
            notice=notice,
            form_key="k" * 20,
            now=timezone.now(),
        ).title

    results = at_once(lambda: submit(0), lambda: submit(1))

    assert sorted(results) == sorted([Submission.objects.get().title, "form_used"])
    assert (told("submission.received"), Record.objects.count(), Job.objects.count()) == (1, 1, 1)


def test_submit_one_file_with_two_forms_at_once_is_one_work() -> None:
    creator, notice = new_creator(), consent.current_notice("submission", "en")
    media_file = factories.upload(creator.user)

    def submit(key: str) -> int:
        return actions.submit(
            creator=creator,
            actor=creator.user,
            media_file=media_file,
            details=factories.details(),
            notice=notice,
            form_key=key,
            now=timezone.now(),
        ).pk

    results = at_once(lambda: submit("a" * 20), lambda: submit("b" * 20))

    assert set(results) == {Submission.objects.get().pk}
    assert told("submission.received") == 1


def test_publish_and_withdraw_at_once_leave_one_true_history() -> None:
    submission = factories.submission(State.IN_REVIEW)
    moderator, owner = factories.moderator(), submission.creator.user

    at_once(
        lambda: actions.publish(submission=submission, actor=moderator, decision_id="dec_1", now=timezone.now()).state,
        lambda: actions.withdraw(submission=submission, actor=owner, reason="", now=timezone.now()).state,
    )

    submission.refresh_from_db()
    # Whoever was first: taking back is possible before and after publication, publishing after it is not.
    assert submission.state == State.WITHDRAWN
    assert told("submission.withdrawn") == 1
    assert told("submission.published") == (1 if submission.published_at else 0)


def test_two_workers_on_one_work_make_its_pictures_once() -> None:
    submission = handed_in(photo(700, 500))
    submission = actions.start_check(submission=submission, now=timezone.now())

    at_once(*[lambda: processing.check(submission.public_id)] * 2)

    submission.refresh_from_db()
    media_file = submission.media_files.get()
    rows = sorted(Rendition.objects.values_list("storage_key", flat=True))
    assert (submission.state, told("submission.checked")) == (State.IN_REVIEW, 1)
    assert rows == sorted(storage.rendition_keys(media_file))
    for rendition in Rendition.objects.all():
        assert default_storage.size(rendition.storage_key) == rendition.byte_size


def test_withdraw_while_a_worker_checks_leaves_no_pictures() -> None:
    submission = handed_in(photo(700, 500))
    owner = submission.creator.user

    at_once(
        lambda: processing.check(submission.public_id),
        lambda: actions.withdraw(submission=submission, actor=owner, reason="", now=timezone.now()),
    )
    processing.check(submission.public_id)

    submission.refresh_from_db()
    assert submission.state == State.WITHDRAWN
    rows = set(Rendition.objects.values_list("storage_key", flat=True))
    assert set(storage.rendition_keys(submission.media_files.get())) == rows
