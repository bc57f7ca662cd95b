"""What was acknowledged is on the disk: the store is asked to write through before a row says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.storage import DurableFileSystemStorage
from creators.tests.factories import creator as new_creator
from submissions import processing
from submissions.models import MediaFile, Rendition, Submission
from submissions.states import State
from submissions.tests.pictures import photo
from submissions.tests.test_processing import handed_in
from submissions.tests.test_submit_page import a_file

pytestmark = pytest.mark.django_db

saved: list[tuple[str, str]] = []


class ListeningStorage(DurableFileSystemStorage):
    """Notes what the rows say at the moment when a file has been written through."""

    def _save(self, name: str, content: Any) -> str:
        key = super()._save(name, content)
        saved.append((key.split("/")[0], _rows_say(key)))
        return key


class FailingStorage(DurableFileSystemStorage):
    """The bytes are there, but the disk does not confirm them."""

    def _save(self, name: str, content: Any) -> str:
        super()._save(name, content)
        raise OSError(5, "Input/output error")


def _rows_say(key: str) -> str:
    if key.startswith("originals/"):
        return MediaFile.objects.get(storage_key=key).state
    return f"{Submission.objects.get().state}, {Rendition.objects.count()} renditions"


def use(settings: Any, storage: type[DurableFileSystemStorage], folder: Any) -> None:
    options = {"allow_overwrite": True, "location": str(folder)}
    backend = f"{storage.__module__}.{storage.__qualname__}"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": options}}
    saved.clear()


def test_upload_is_written_through_before_its_row_says_uploaded(settings: Any, tmp_path: Any) -> None:
    use(settings, ListeningStorage, tmp_path)
    browser = Client()
    browser.force_login(new_creator().user)

    sent = browser.post(reverse("upload"), {"file": a_file()})

    assert sent.status_code == 201
    assert saved == [("originals", MediaFile.State.ARRIVING)]
    assert MediaFile.objects.get().state == MediaFile.State.UPLOADED


def test_upload_that_the_disk_does_not_confirm_is_not_acknowledged(settings: Any, tmp_path: Any) -> None:
    use(settings, FailingStorage, tmp_path)
    browser = Client()
    browser.force_login(new_creator().user)

    sent = browser.post(reverse("upload"), {"file": a_file()})

    assert (sent.status_code, sent.json()["code"]) == (503, "storage_failed")
    assert not MediaFile.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_renditions_are_written_through_before_the_check_passes(settings: Any, tmp_path: Any) -> None:
    use(settings, ListeningStorage, tmp_path)
    work = handed_in(photo(700, 500))
    saved.clear()

    processing.check(work.public_id)

    assert set(saved) == {("renditions", f"{State.PROCESSING}, 0 renditions")}
    assert len(saved) == Rendition.objects.count() == 4
    work.refresh_from_db()
    assert work.state == State.IN_REVIEW
