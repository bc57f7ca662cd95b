from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from consent import actions as consent
from core import jobs
from core.ids import random_token
from core.models import Job
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from submissions import actions, pictures, processing, queries, refusals, storage
from submissions.imaging import cage
from submissions.models import CHECK_JOB, MediaFile, Rendition, Submission
from submissions.states import State
from submissions.tests import factories
from submissions.tests import pictures as files
from trail.models import Entry

pytestmark = pytest.mark.django_db


def handed_in(data: bytes, *, creator: Creator | None = None, **described: Any) -> Submission:
    creator = creator or new_creator()
    return actions.submit(
        creator=creator,
        actor=creator.user,
        media_file=factories.upload(creator.user, data),
        details=factories.details(**described),
        notice=consent.current_notice("submission", "en"),
        form_key=random_token(20),
        now=timezone.now(),
    )


def checked(data: bytes, **described: Any) -> Submission:
    submission = handed_in(data, **described)
    processing.check(submission.public_id)
    submission.refresh_from_db()
    return submission


def stored(key: str) -> bytes:
    with default_storage.open(key) as file:
        content: bytes = file.read()
    return content


@pytest.mark.slow
def test_check_of_a_photo_makes_pictures_with_credit_and_without_place() -> None:
    data = files.photo(2400, 1600, place=True)
    submission = checked(data, credit_line="© Åse Bøgh", ai_use="generated")

    media_file = submission.media_files.get()
    assert submission.state == State.IN_REVIEW
    assert (media_file.state, media_file.media_type, media_file.width, media_file.height) == (
        MediaFile.State.READY,
        "image/jpeg",
        2400,
        1600,
    )
    assert media_file.placeholder.startswith("data:image/webp;base64,")
    assert media_file.color.startswith("#")
    made = {(one.format, one.width) for one in media_file.renditions.all()}
    assert made == {(kind, width) for kind in ("webp", "avif") for width in (320, 640, 1280, 2048)}
    for rendition in media_file.renditions.filter(width=640):
        content = stored(rendition.storage_key)
        image = Image.open(BytesIO(content))
        assert image.size == (rendition.width, rendition.height) == (640, 427)
        assert len(content) == rendition.byte_size
        assert not image.getexif()
        assert "© Åse Bøgh".encode() in content
        assert b"trainedAlgorithmicMedia" in content
        assert b"Tilsagn\x00" not in content
    assert stored(media_file.storage_key) == data
    entry = Entry.objects.get(kind="submission.checked", topic=submission.public_id)
    assert entry.facts["sha256"] == media_file.sha256


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (files.truncated(), "truncated"),
        (files.huge(), "too_many_pixels"),
        (files.mistyped(), "not_an_image"),
        (files.polyglot(), "polyglot"),
        (files.animated(), "animated"),
    ],
    ids=["truncated", "huge", "mistyped", "polyglot", "animated"],
)
def test_check_of_a_hostile_file_sets_the_work_aside_and_says_why(data: bytes, code: str) -> None:
    submission = checked(data)

    media_file = submission.media_files.get()
    assert (submission.state, media_file.state, media_file.refusal_code) == (State.QUARANTINED, "refused", code)
    assert refusals.message(code)
    assert not Rendition.objects.exists()
    assert pictures.of(submission).src == ""
    assert Entry.objects.get(kind="submission.quarantined").facts["code"] == code


def test_check_twice_does_nothing_more() -> None:
    submission = checked(files.photo(400, 300))
    rows = set(Rendition.objects.values_list("public_id", "storage_key"))
    entries = Entry.objects.count()

    processing.check(submission.public_id)

    assert set(Rendition.objects.values_list("public_id", "storage_key")) == rows
    assert Entry.objects.count() == entries


def test_check_of_changed_texts_writes_the_new_credit_and_clears_the_old_pictures() -> None:
    submission = checked(files.photo(400, 300))
    old = list(Rendition.objects.values_list("storage_key", flat=True))
    now = timezone.now()
    actions.request_changes(submission=submission, actor=factories.moderator(), decision_id="dec_1", now=now)
    actions.resubmit(
        submission=submission,
        actor=submission.creator.user,
        revision=1,
        details=factories.details(credit_line="Photo: Bo Lund"),
        notice=submission.notice_record.notice,
        now=now,
    )

    processing.check(submission.public_id)

    renditions = list(Rendition.objects.all())
    assert len(renditions) == len(old)
    assert all(b"Photo: Bo Lund" in stored(rendition.storage_key) for rendition in renditions)
    assert not [key for key in old if default_storage.exists(key)]


def test_check_of_a_work_taken_back_meanwhile_leaves_no_pictures() -> None:
    submission = handed_in(files.photo(400, 300))
    actions.start_check(submission=submission, now=timezone.now())
    media_file = submission.media_files.get()
    # What a worker that died after this moment leaves behind.
    leftover = storage.rendition_key(media_file, 1, "320.webp")
    storage.put(leftover, ContentFile(b"half a picture"))
    actions.withdraw(submission=submission, actor=submission.creator.user, reason="", now=timezone.now())

    processing.check(submission.public_id)

    assert not default_storage.exists(leftover)
    assert not Rendition.objects.exists()
    assert default_storage.exists(media_file.storage_key)


def test_check_clears_what_a_dead_worker_left() -> None:
    submission = handed_in(files.photo(400, 300))
    actions.start_check(submission=submission, now=timezone.now())
    media_file = submission.media_files.get()
    storage.put(storage.rendition_key(media_file, 1, "320.webp"), ContentFile(b"half a picture"))

    processing.check(submission.public_id)

    rendition = Rendition.objects.get(format="webp", width=320)
    assert len(stored(rendition.storage_key)) == rendition.byte_size
    assert sorted(storage.rendition_keys(media_file)) == sorted(Rendition.objects.values_list("storage_key", flat=True))


@pytest.fixture
def blocked_store(settings: Any, tmp_path: Path) -> Path:
    """A store that cannot take pictures: a file stands where their folder has to be."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "renditions").write_text("")
    return tmp_path / "renditions"


def test_check_while_the_store_fails_is_tried_again_and_then_passes(blocked_store: Path) -> None:
    submission = handed_in(files.photo(400, 300))
    job = Job.objects.get(kind=CHECK_JOB)

    assert jobs.run(job.pk) is False

    job.refresh_from_db()
    submission.refresh_from_db()
    assert (job.state, submission.state) == (Job.State.WAITING, State.PROCESSING)
    assert "NotADirectoryError" in job.last_error or "FileExistsError" in job.last_error
    assert not Rendition.objects.exists()

    blocked_store.unlink()
    Job.objects.update(due_at=timezone.now())
    assert jobs.run(job.pk) is True
    submission.refresh_from_db()
    assert submission.state == State.IN_REVIEW


def test_check_that_keeps_failing_is_parked_and_owned_up_to_then_released(blocked_store: Path) -> None:
    submission = handed_in(files.photo(400, 300))
    job = Job.objects.get(kind=CHECK_JOB)
    for _ in range(jobs.MAX_ATTEMPTS):
        Job.objects.update(due_at=timezone.now())
        jobs.run(job.pk)

    job.refresh_from_db()
    submission.refresh_from_db()
    media_file = submission.media_files.get()
    assert (job.state, submission.state) == (Job.State.PARKED, State.QUARANTINED)
    assert (media_file.state, media_file.refusal_code) == (MediaFile.State.UPLOADED, refusals.OUR_FAULT)
    assert "our fault" in refusals.message(refusals.OUR_FAULT)

    blocked_store.unlink()
    jobs.release(job)
    assert jobs.run(job.pk) is True
    submission.refresh_from_db()
    assert submission.state == State.IN_REVIEW
    assert queries.current_file(submission).refusal_code == ""


def test_check_of_a_file_that_the_store_has_changed_is_our_fault() -> None:
    submission = handed_in(files.photo(400, 300))
    storage.put(submission.media_files.get().storage_key, ContentFile(files.photo(400, 300, seed=9)))

    with pytest.raises(OSError, match="not the file that came"):
        processing.check(submission.public_id)

    submission.refresh_from_db()
    assert submission.state == State.PROCESSING


def test_check_of_a_file_that_the_store_has_made_longer_shows_it_to_no_decoder() -> None:
    data = files.photo(400, 300)
    submission = handed_in(data)
    storage.put(submission.media_files.get().storage_key, ContentFile(data + b"\0" * 1000))

    with pytest.raises(OSError, match="not the file that came"):
        processing.check(submission.public_id)


@pytest.mark.slow
def test_limit_that_was_raised_holds_from_the_upload_to_the_delivery(settings: Any, tmp_path: Path) -> None:
    settings.UPLOAD_LIMIT_BYTES = 60 * 1024 * 1024
    data = files.photo(400, 300)
    comment = b"\xff\xfe" + (65_002).to_bytes(2, "big") + b"long words " * 5909 + b"!"
    long = data[:2] + comment * 850 + data[2:]
    assert 52 * 1024 * 1024 < len(long) < settings.UPLOAD_LIMIT_BYTES

    submission = checked(long)

    assert submission.state == State.IN_REVIEW
    original = tmp_path / "original"
    storage.copy_to(submission.media_files.get().storage_key, original)
    assert cage.stamp(original, tmp_path / "stamped", processing.rights(submission)) == "image/jpeg"


def test_check_leaves_no_temporary_files() -> None:
    checked(files.photo(400, 300))
    checked(files.truncated())
    assert not list((settings.TEMP_DIR / "checks").iterdir())


def test_sweep_deletes_what_nobody_handed_in_for_a_day() -> None:
    kept = factories.submission(State.RECEIVED).media_files.get()
    young = factories.upload(new_creator().user)
    old = factories.upload(new_creator().user)
    MediaFile.objects.exclude(pk=young.pk).update(uploaded_at=timezone.now() - timedelta(hours=25))

    assert actions.sweep_uploads(now=timezone.now()) == 1

    assert {media_file.pk for media_file in MediaFile.objects.all()} == {kept.pk, young.pk}
    assert default_storage.exists(kept.storage_key)
    assert default_storage.exists(young.storage_key)
    assert not default_storage.exists(old.storage_key)


def test_sweep_deletes_what_dead_processes_left() -> None:
    arriving = factories.upload(new_creator().user)
    MediaFile.objects.update(state="arriving", uploaded_at=timezone.now() - timedelta(hours=25))
    leftover = settings.TEMP_DIR / "uploads" / "tmp1.upload"
    leftover.write_bytes(b"half a file")

    assert actions.sweep_uploads(now=timezone.now()) == 1
    assert leftover.exists()
    assert actions.sweep_uploads(now=timezone.now() + timedelta(hours=25)) == 1

    assert not default_storage.exists(arriving.storage_key)
    assert not leftover.exists()
