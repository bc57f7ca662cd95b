"""The store is asked outside of transactions, and a process may die between any two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from core.errors import Invalid
from core.storage import DurableFileSystemStorage
from creators.tests.factories import creator as new_creator
from submissions import actions, processing, queries, storage
from submissions.models import MediaFile, Rendition, Submission
from submissions.refusals import OUR_FAULT
from submissions.states import State
from submissions.tests import factories
from submissions.tests.pictures import photo
from submissions.tests.test_processing import handed_in
from submissions.tests.test_racing import at_once
from submissions.tests.test_submitting import resubmit, submit

pytestmark = pytest.mark.django_db(transaction=True)

asked: list[str] = []
at_delete: list[Callable[[str], None]] = []


class Killed(BaseException):
    """The process ends here."""


class WatchedStorage(DurableFileSystemStorage):
    """Notes what it is asked for in a transaction, and lets something happen at a deletion."""

    def _note(self, what: str) -> None:
        if connection.in_atomic_block:
            asked.append(what)

    def _save(self, name: str, content: Any) -> str:
        self._note("save")
        return super()._save(name, content)

    def delete(self, name: str) -> None:
        self._note("delete")
        for act in at_delete:
            act(name)
        super().delete(name)

    def listdir(self, path: str) -> Any:
        self._note("listdir")
        return super().listdir(path)


@pytest.fixture(autouse=True)
def watched(settings: Any, tmp_path: Any) -> Iterator[None]:
    backend = f"{WatchedStorage.__module__}.{WatchedStorage.__qualname__}"
    options = {"allow_overwrite": True, "location": str(tmp_path)}
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": options}}
    asked.clear()
    yield
    at_delete.clear()


def kill(name: str) -> None:
    raise Killed


def test_store_is_never_asked_in_a_transaction() -> None:
    user = new_creator().user
    mine = factories.upload(user)
    actions.discard_upload(user=user, public_id=mine.public_id)
    factories.upload(user)
    actions.sweep_uploads(now=timezone.now() + timedelta(hours=25))
    assert not MediaFile.objects.exists()
    work = handed_in(photo(400, 300))
    processing.check(work.public_id)
    actions.request_changes(submission=work, actor=factories.moderator(), decision_id="dec_1", now=timezone.now())
    resubmit(work)
    processing.check(work.public_id)

    assert asked == []
    work.refresh_from_db()
    assert work.state == State.IN_REVIEW
    assert sorted(storage.rendition_keys(work.media_files.get())) == sorted(
        Rendition.objects.values_list("storage_key", flat=True)
    )


def test_discard_that_is_killed_goes_on_at_the_next_sweep() -> None:
    creator = new_creator()
    media_file = factories.upload(creator.user)
    at_delete.append(kill)

    with pytest.raises(Killed):
        actions.discard_upload(user=creator.user, public_id=media_file.public_id)

    assert MediaFile.objects.get().state == MediaFile.State.LEAVING
    assert not queries.unclaimed(creator.user).exists()
    with pytest.raises(Invalid):
        submit(creator, media_file=media_file)
    assert not Submission.objects.exists()
    at_delete.clear()
    assert actions.sweep_uploads(now=timezone.now()) == 1
    assert not MediaFile.objects.exists()
    assert not default_storage.exists(media_file.storage_key)


def test_discard_that_is_killed_after_the_bytes_went_leaves_no_row() -> None:
    media_file = factories.upload(new_creator().user)
    MediaFile.objects.update(state=MediaFile.State.LEAVING)
    default_storage.delete(media_file.storage_key)

    assert actions.sweep_uploads(now=timezone.now()) == 1

    assert not MediaFile.objects.exists()


@pytest.mark.parametrize("attempt", range(3))
def test_file_that_is_handed_in_while_it_is_swept_is_kept_whole_or_not_at_all(attempt: int) -> None:
    creator = new_creator()
    media_file = factories.upload(creator.user)
    later = timezone.now() + timedelta(hours=25)

    results = at_once(
        lambda: submit(creator, media_file=media_file).public_id,
        lambda: actions.sweep_uploads(now=later),
    )

    if Submission.objects.exists():
        assert results[1] == 0
        assert default_storage.exists(MediaFile.objects.get().storage_key)
    else:
        assert results == ["details_invalid", 1]
        assert not MediaFile.objects.exists()


def test_pictures_of_a_check_that_begins_while_old_ones_are_cleared_stay() -> None:
    work = handed_in(photo(400, 300))
    work = actions.start_check(submission=work, now=timezone.now())
    media_file = work.media_files.get()
    leftover = storage.rendition_key(media_file, work.check_run, "320.webp")
    storage.put(leftover, ContentFile(b"half a picture"))
    factories.failed(work, code=OUR_FAULT)

    def check_again(name: str) -> None:
        at_delete.clear()
        processing.check(work.public_id)

    at_delete.append(check_again)
    processing.clear_rowless(work)

    work.refresh_from_db()
    assert work.state == State.IN_REVIEW
    assert not default_storage.exists(leftover)
    assert Rendition.objects.count() == 2
    for rendition in Rendition.objects.all():
        assert default_storage.size(rendition.storage_key) == rendition.byte_size
