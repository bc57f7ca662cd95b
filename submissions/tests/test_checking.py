"""The verdict of a check is about one file and one revision, whenever it comes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from core.errors import Conflict
from core.tests.unchanged import nothing_happens
from submissions import actions, processing, storage
from submissions.imaging import cage
from submissions.models import MediaFile, Submission
from submissions.refusals import OUR_FAULT
from submissions.states import State
from submissions.tests import factories
from submissions.tests.pictures import photo
from submissions.tests.test_processing import handed_in

pytestmark = pytest.mark.django_db


def in_its_second_check(*, with_file: bool) -> Submission:
    """A work that was sent again and is being checked, while the verdict on what it was before has not come yet."""
    work = factories.submission(State.CHANGES_REQUESTED)
    media_file = factories.upload(work.creator.user) if with_file else None
    work = actions.resubmit(
        submission=work,
        actor=work.creator.user,
        revision=1,
        details=factories.details(credit_line="Photo: Bo Lund"),
        notice=work.notice_record.notice,
        media_file=media_file,
        now=timezone.now(),
    )
    return actions.start_check(submission=work, now=timezone.now())


@pytest.mark.parametrize("verdict", [factories.passed, factories.failed])
@pytest.mark.parametrize("with_file", [True, False], ids=["another file", "other texts"])
def test_verdict_on_an_earlier_revision_changes_nothing(verdict: Any, with_file: bool) -> None:
    work = in_its_second_check(with_file=with_file)
    looked_at = work.media_files.order_by("pk").first()

    # The late worker has written its pictures; no row comes of them.
    with nothing_happens(besides="files"), pytest.raises(Conflict) as refused:
        verdict(work, media_file=looked_at, revision=1)

    assert refused.value.code == "check_outdated"


@pytest.mark.parametrize("verdict", [factories.passed, factories.failed])
def test_verdict_of_a_run_that_another_has_taken_over_changes_nothing(verdict: Any) -> None:
    work = factories.submission(State.PROCESSING)
    work = actions.start_check(submission=work, now=timezone.now())

    with nothing_happens(besides="files"), pytest.raises(Conflict) as refused:
        verdict(work, run=work.check_run - 1)

    assert refused.value.code == "check_outdated"


def test_verdict_on_an_earlier_file_in_this_revision_changes_nothing() -> None:
    work = in_its_second_check(with_file=True)
    looked_at = work.media_files.get(is_current=False)
    with nothing_happens(), pytest.raises(Conflict):
        factories.failed(work, media_file=looked_at)


def test_check_that_is_slower_than_its_creator_leaves_the_new_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker reads a broken file; before it says so, another worker has, and the creator has sent a good one."""
    work = handed_in(b"not a picture")
    inspect = cage.inspect

    def slowly(original: Any) -> Any:
        monkeypatch.setattr(cage, "inspect", inspect)
        processing.check(work.public_id)
        actions.resubmit(
            submission=work,
            actor=work.creator.user,
            revision=1,
            details=factories.details(),
            notice=work.notice_record.notice,
            media_file=factories.upload(work.creator.user, photo(400, 300)),
            now=timezone.now(),
        )
        return inspect(original)

    monkeypatch.setattr(cage, "inspect", slowly)
    processing.check(work.public_id)

    work.refresh_from_db()
    new = work.media_files.get(is_current=True)
    assert (work.state, work.revision) == (State.RECEIVED, 2)
    assert (new.state, new.refusal_code) == (MediaFile.State.UPLOADED, "")


def test_give_up_of_a_work_that_went_on_meanwhile_changes_nothing() -> None:
    work = factories.submission(State.IN_REVIEW)
    with nothing_happens():
        processing.give_up(work.public_id)


def test_give_up_owns_up_to_it() -> None:
    work = factories.submission(State.PROCESSING)
    processing.give_up(work.public_id)
    work.refresh_from_db()
    assert (work.state, work.media_files.get().refusal_code) == (State.QUARANTINED, OUR_FAULT)


def test_pass_forgets_pictures_of_a_file_that_was_replaced() -> None:
    work = in_its_second_check(with_file=True)
    old = work.media_files.get(is_current=False)
    keys = list(old.renditions.values_list("storage_key", flat=True))
    assert keys

    factories.passed(work)
    processing.clear_rowless(work)

    assert not old.renditions.exists()
    assert list(storage.rendition_keys(old)) == []
    assert work.media_files.get(is_current=True).renditions.count() == 4
    assert default_storage.exists(old.storage_key)
