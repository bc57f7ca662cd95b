"""What the check of a file in the background does to a submission. Called by the worker only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Conflict
from submissions import queries
from submissions.actions import moving
from submissions.models import MediaFile, Rendition, Submission
from submissions.refusals import OUR_FAULT
from trail import recording


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """What a check is about: one file, the revision that it came with, and which run of the check this is."""

    media_file: MediaFile
    revision: int
    run: int

    @classmethod
    def now(cls, submission: Submission) -> LookedAt:
        media_file = queries.current_file(submission)
        return cls(media_file=media_file, revision=submission.revision, run=submission.check_run)


@dataclass(frozen=True, kw_only=True)
class MadeRendition:
    """One picture that lies in the store under `storage_key` and has no row yet."""

    format: str
    width: int
    height: int
    byte_size: int
    storage_key: str


@dataclass(frozen=True, kw_only=True)
class CheckedFile:
    """What the cage found out about a file, and what was made from it."""

    media_type: str
    width: int
    height: int
    placeholder: str
    color: str
    renditions: Sequence[MadeRendition]


@transaction.atomic
def start_check(*, submission: Submission, now: datetime) -> Submission:
    """A worker begins to look at the work, for the first time or where another one was cut off."""
    submission = moving.locked(submission)
    moving.move(submission, "start_check", actor=recording.SYSTEM, now=now, check_run=submission.check_run + 1)
    return submission


@transaction.atomic
def pass_check(*, submission: Submission, looked_at: LookedAt, checked: CheckedFile, now: datetime) -> Submission:
    """The file is what it says and safe to show: rows for its renditions, and on to the moderators.

    Pictures of an earlier revision go: the credit that is written into them may have changed, and so may the file.

    Raises:
        Conflict: the submission has moved on: taken back, handed in again, or another worker has begun anew.
    """
    submission = moving.locked(submission)
    _check_same(submission, looked_at)
    media_file = looked_at.media_file
    moving.move(
        submission,
        "pass_check",
        actor=recording.SYSTEM,
        now=now,
        facts={
            "media_file": media_file.public_id,
            "sha256": media_file.sha256,
            "media_type": checked.media_type,
            "width": checked.width,
            "height": checked.height,
            "revision": looked_at.revision,
        },
    )
    _keep(media_file, checked)
    return submission


def _keep(media_file: MediaFile, checked: CheckedFile) -> None:
    media_file.state = MediaFile.State.READY
    media_file.refusal_code = ""
    media_file.media_type = checked.media_type
    media_file.width = checked.width
    media_file.height = checked.height
    media_file.placeholder = checked.placeholder
    media_file.color = checked.color
    media_file.save(update_fields=["state", "refusal_code", "media_type", "width", "height", "placeholder", "color"])
    Rendition.objects.filter(media_file__submission=media_file.submission_id).delete()
    Rendition.objects.bulk_create(
        Rendition(
            media_file=media_file,
            format=made.format,
            width=made.width,
            height=made.height,
            byte_size=made.byte_size,
            storage_key=made.storage_key,
        )
        for made in checked.renditions
    )


def _check_same(submission: Submission, looked_at: LookedAt) -> None:
    """A verdict is about one file and the texts that came with it, and says nothing about what was handed in later.

    Nor does it count when another run has begun: the pictures of the earlier one may be cleared away already.
    """
    if looked_at != LookedAt.now(submission):
        raise Conflict(_("This work was handed in again while it was checked."), code="check_outdated")


@transaction.atomic
def fail_check(*, submission: Submission, looked_at: LookedAt, code: str, now: datetime) -> Submission:
    """The file cannot be shown: the creator reads why (`refusals.message(code)`) and can replace it.

    With `refusals.OUR_FAULT` nothing is wrong with the file; staff see the parked job, and the creator can send it
    again as it is.

    Raises: as `pass_check`.
    """
    submission = moving.locked(submission)
    _check_same(submission, looked_at)
    media_file = looked_at.media_file
    media_file.refusal_code = code
    if code != OUR_FAULT:
        media_file.state = MediaFile.State.REFUSED
    media_file.save(update_fields=["state", "refusal_code"])
    moving.move(
        submission,
        "fail_check",
        actor=recording.SYSTEM,
        now=now,
        facts={"media_file": media_file.public_id, "code": code, "revision": looked_at.revision},
    )
    return submission


@transaction.atomic
def retry_check(*, submission: Submission, now: datetime) -> Submission:
    """Take up again what was set aside by our fault; what its creator has to mend stays where it is.

    Raises:
        Conflict: it was not our fault, or the submission has moved on.
    """
    submission = moving.locked(submission)
    if queries.current_file(submission).refusal_code != OUR_FAULT:
        raise Conflict(_("Only a check that broke by our fault can be tried again."), code="not_our_fault")
    moving.move(submission, "retry_check", actor=recording.SYSTEM, now=now, facts={"revision": submission.revision})
    return submission
