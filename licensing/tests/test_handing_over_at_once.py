"""Many downloads at once start few makers of files, counted from outside as processes."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from core.models import Slot
from licensing import stamping
from licensing.models import Delivery, License
from licensing.tests import factories
from licensing.tests.test_handing_over import body, owner, photo, signed_in
from licensing.tests.test_racing import at_once
from trail.models import Entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def downloadable() -> License:
    license = factories.license(now=timezone.now() - timedelta(days=1))
    default_storage.delete(license.media_file.storage_key)
    default_storage.save(license.media_file.storage_key, ContentFile(photo()))
    return license


def makers() -> int:
    """Worker processes of the cage that are children of this process."""
    mine = f"PPid:\t{os.getpid()}\n"
    count = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mine in (process / "status").read_text():
                count += b"imaging.worker" in (process / "cmdline").read_bytes()
        except OSError:
            continue
    return count


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="counts processes in /proc")
def test_thirty_downloads_at_once_start_two_makers_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamping, "WAIT", timedelta(seconds=1))
    licenses = [downloadable() for _ in range(5)]
    clients = [(signed_in(owner(license)), f"/licenses/{license.public_id}/file/") for license in licenses]
    over, seen = threading.Event(), []

    def watch() -> None:
        while not over.wait(0.01):
            seen.append(makers())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        responses = at_once(*[lambda client=client, at=at: client.post(at) for client, at in clients * 6])
    finally:
        over.set()
        watcher.join()

    statuses = [response.status_code for response in responses]
    assert set(statuses) <= {200, 503}
    assert 1 <= max(seen) <= stamping.AT_ONCE
    assert all(body(response) for response in responses if response.status_code == 200)
    assert 1 <= statuses.count(200) == Delivery.objects.count()
    assert Entry.objects.filter(kind="license.delivered").count() == Delivery.objects.count()
    assert not Slot.objects.exclude(held_until=None).exists()
