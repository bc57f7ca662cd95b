"""A site whose files lie in an S3-compatible store, set up by environment variables alone."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import User
from consent import actions as consent
from core import jobs
from creators.tests.factories import creator as new_creator
from galleries.tests.factories import follow_trail
from licensing.models import Delivery
from licensing.tests import factories as licensing
from moderation.tests.factories import moderator
from submissions.models import Rendition, Submission
from submissions.states import RECEIVED_EVENT, State
from submissions.tests import pictures, s3
from trail.models import Entry

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def use(read: dict[str, Any], settings: Any) -> None:
    settings.STORAGES = {**settings.STORAGES, "default": read.pop("STORAGES")["default"]}
    for name, value in read.items():
        setattr(settings, name, value)


@pytest.fixture
def store(settings: Any, tmp_path: Path) -> Iterator[s3.Store]:
    """The local disk is another folder, in which nothing may come to lie."""
    settings.MEDIA_ROOT = tmp_path / "media"
    with s3.running() as store:
        use(store.settings(tmp_path), settings)
        yield store
    assert not (tmp_path / "media").exists()


def hand_in(content: bytes) -> tuple[Client, Any]:
    browser = signed_in(new_creator().user)
    answers = {
        "title": "Harbor at dawn",
        "alt_text": "A red boat in a gray harbor.",
        "credit_line": "Photo: Maja Holm",
        "rights_holder": "self",
        "people": "none",
        "ai_use": "none",
        "form_key": "k" * 20,
        "notice_hash": consent.current_notice("submission", "en").text_hash,
        "agreed": "on",
        "file": SimpleUploadedFile("harbor.jpg", content, content_type="image/jpeg"),
    }
    return browser, browser.post("/studio/submit/", answers)


@pytest.mark.slow
def test_work_lives_in_the_store_from_upload_to_withdrawal(store: s3.Store) -> None:
    photo = pictures.photo(1200, 800, place=True)

    creator, answer = hand_in(photo)
    submission = Submission.objects.get()
    original = submission.media_files.get().storage_key
    assert (answer.status_code, store.objects) == (302, {original: photo})

    jobs.run_all()
    submission.refresh_from_db()
    renditions = set(Rendition.objects.values_list("storage_key", flat=True))
    assert submission.state == State.IN_REVIEW
    assert len(renditions) > 2
    assert set(store.objects) == renditions | {original}

    reviewing = signed_in(moderator())
    verdict = {"kind": "publish", "revision": submission.revision}
    assert reviewing.post(f"/moderation/{submission.public_id}/", verdict).status_code == 302
    follow_trail()
    page = Client().get("/gallery/").content.decode()
    address = re.findall(r"/media/[^\s\"']+", page)[0]
    link = Client().get(address)["Location"]
    assert f"{urlsplit(link).scheme}://{urlsplit(link).netloc}" == store.address
    status, content = s3.fetch(link)
    assert status == 200
    assert content in [store.objects[key] for key in renditions]
    assert s3.fetch(link.replace("X-Amz-Expires=5", "X-Amz-Expires=500"))[0] == 403
    assert s3.fetch(f"{store.address}/{s3.BUCKET}/{original}")[0] == 403

    license = licensing.license(submission=Submission.objects.get())
    brand = signed_in(licensing.owner(license.licensee))
    handed_over: Any = brand.post(f"/licenses/{license.public_id}/file/")
    stamped = b"".join(handed_over.streaming_content)
    assert license.number.encode() in stamped
    assert Image.open(io.BytesIO(stamped)).size == (1200, 800)
    assert Delivery.objects.get().sha256 == hashlib.sha256(stamped).hexdigest()
    assert store.objects[original] == photo

    creator.post(f"/studio/submissions/{submission.public_id}/withdraw/", {"reason": ""})
    assert Client().get(address).status_code == 404
    assert brand.post(f"/licenses/{license.public_id}/file/").status_code == 409
    store.ahead = timedelta(seconds=6)
    assert s3.fetch(link) == (403, b"")


def test_upload_that_the_store_refuses_is_told_and_leaves_nothing(
    store: s3.Store, settings: Any, tmp_path: Path
) -> None:
    use(store.settings(tmp_path, S3_SECRET_KEY="another"), settings)

    _, answer = hand_in(pictures.photo(64, 48))

    assert answer.status_code == 422
    assert "We could not keep your file just now." in answer.content.decode()
    assert [status for _, _, status in store.asked if status != 403] == []
    assert ("PUT", 403) in [(method, status) for method, _, status in store.asked]
    assert (store.objects, Submission.objects.count()) == ({}, 0)
    assert not Entry.objects.filter(kind=RECEIVED_EVENT).exists()


@pytest.mark.parametrize("region", ["", "us-east-1", "eu-north-1"])
def test_link_is_taken_by_the_store_in_any_region(region: str, store: s3.Store, settings: Any, tmp_path: Path) -> None:
    if region:
        use(store.settings(tmp_path, S3_REGION=region), settings)
    store.objects["a/b c+d.webp"] = b"picture"

    assert s3.fetch(default_storage.url("a/b c+d.webp")) == (200, b"picture")
