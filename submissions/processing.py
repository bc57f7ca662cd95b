"""The check of a file in the background: look at it in the cage, make the pictures, hand it to the moderators.

It may be cut off at any point and started again: each run has a number and files of its own, and rows are written in
one transaction at the end. What lies in the store without a row is cleared away by the next run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.errors import Conflict
from submissions import actions, queries, storage
from submissions.actions.checking import CheckedFile, LookedAt, MadeRendition
from submissions.imaging import cage
from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import DATA_MINING_PROHIBITED_AI_TRAINING, Rights
from submissions.models import Rendition, RightsHolder, Submission
from submissions.refusals import OUR_FAULT
from submissions.states import State


def check(public_id: str, *, clock: Callable[[], datetime] = timezone.now) -> None:
    """Take one submission as far as it goes; nothing to do is fine, too. `clock` tells the time of each step.

    Raises:
        CageFailed, OSError and the like: something here is wrong; the job is tried again.
    """
    submission = _taken_up(public_id, clock)
    if submission.state == State.PROCESSING:
        # Taken back meanwhile, or another worker was faster: then there is nothing left to do.
        with suppress(Conflict):
            _examine(submission, clock)
    clear_rowless(submission)


def give_up(public_id: str) -> None:
    """The check failed again and again, by our fault: the creator is told so, and staff see the parked job."""
    submission = Submission.objects.get(public_id=public_id)
    with suppress(Conflict):
        actions.fail_check(
            submission=submission, looked_at=LookedAt.now(submission), code=OUR_FAULT, now=timezone.now()
        )


def _taken_up(public_id: str, clock: Callable[[], datetime]) -> Submission:
    submission = Submission.objects.get(public_id=public_id)
    now = clock()
    ours = queries.current_file(submission).refusal_code == OUR_FAULT
    if submission.state == State.QUARANTINED and ours:
        submission = actions.retry_check(submission=submission, now=now)
    if submission.state in {State.RECEIVED, State.PROCESSING}:
        submission = actions.start_check(submission=submission, now=now)
    return submission


def _examine(submission: Submission, clock: Callable[[], datetime]) -> None:
    looked_at = LookedAt.now(submission)
    media_file = looked_at.media_file
    changed = OSError(f"{media_file.storage_key} is not the file that came: the store has changed it")
    with _folder() as folder:
        original = folder / "original"
        storage.copy_to(media_file.storage_key, original)
        # Before a decoder sees it: what was not taken in is not ours to look at, however large it is.
        if original.stat().st_size != media_file.byte_size:
            raise changed
        try:
            seen = cage.inspect(original)
            if seen.sha256 != media_file.sha256:
                raise changed
            made = cage.render(original, folder / "made", credit=rights(submission))
        except Unreadable as refusal:
            actions.fail_check(submission=submission, looked_at=looked_at, code=refusal.code, now=clock())
            return
        checked = CheckedFile(
            media_type=seen.mime,
            width=seen.width,
            height=seen.height,
            placeholder=made.placeholder,
            color=made.color,
            renditions=[
                MadeRendition(
                    format=file.format,
                    width=file.width,
                    height=file.height,
                    byte_size=file.byte_size,
                    storage_key=storage.rendition_key(media_file, looked_at.run, file.path.name),
                )
                for file in made.files
            ],
        )
        for file, rendition in zip(made.files, checked.renditions, strict=True):
            storage.put_file(rendition.storage_key, file.path)
    actions.pass_check(submission=submission, looked_at=looked_at, checked=checked, now=clock())


@contextmanager
def _folder() -> Iterator[Path]:
    folder = settings.TEMP_DIR / "checks"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        yield Path(name)


def rights(submission: Submission) -> Rights:
    """What is written into every picture that is shown: who made it, and that handing it in allows no AI training."""
    held_by_maker = submission.rights_holder == RightsHolder.SELF
    holder = submission.creator.name if held_by_maker else submission.rights_holder_name
    return Rights(
        creator=submission.creator.name,
        credit_line=submission.credit_line,
        copyright_notice=f"© {holder}",
        web_statement=f"{settings.SITE_URL}/w/{submission.public_id}/",
        data_mining=DATA_MINING_PROHIBITED_AI_TRAINING,
        digital_source_type=submission.digital_source_type,
    )


def clear_rowless(submission: Submission) -> None:
    """Delete pictures of a work that no row names: from a run that was cut off, or an earlier revision.

    The store is asked before and after the transaction, never in it. What is deleted belongs to runs that are over when
    their keys are looked at, so that no row comes to name it later; a check that is begun meanwhile has other keys.
    """
    lying = {key for media_file in submission.media_files.all() for key in storage.rendition_keys(media_file)}
    for key in sorted(_nameless(submission, lying)):
        storage.delete(key)


@transaction.atomic
def _nameless(submission: Submission, keys: set[str]) -> set[str]:
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if submission.state in {State.RECEIVED, State.PROCESSING}:
        # The run that is due, or has begun, has no rows yet.
        return set()
    named = Rendition.objects.filter(media_file__submission=submission, storage_key__in=keys)
    return keys - set(named.values_list("storage_key", flat=True))
