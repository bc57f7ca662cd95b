"""A creator hands a work in, or hands it in again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from consent import actions as consent
from consent.models import Evidence, Notice, Record
from core import jobs
from core.errors import Conflict, Invalid
from core.ids import new_id
from creators.models import Creator
from submissions import details as descriptions
from submissions import policies, queries
from submissions.actions import moving
from submissions.details import Details
from submissions.models import CHECK_JOB, DepictedPerson, MediaFile, Submission, Tag
from submissions.states import RECEIVED_EVENT
from trail import recording


@transaction.atomic
def submit(
    *,
    creator: Creator,
    actor: User,
    media_file: MediaFile,
    details: Details,
    notice: Notice,
    form_key: str,
    now: datetime,
) -> Submission:
    """Hand in one work: the file, what its creator says about it, and their consent to `notice` as it was shown.

    Sending the same again returns the work that is there already. The check of the file is asked for in the same
    transaction.

    Raises:
        NotAllowed: in somebody else's name.
        Invalid: texts or declarations that cannot be taken, or a file that is not there (any more).
        Conflict: the creator has handed in the same file before, or something else under the same `form_key`: then
            a new key makes it a work of its own.
    """
    # One person's works come in one after the other; this row is the turnstile.
    creator = Creator.objects.select_for_update().get(pk=creator.pk)
    policies.check_can_submit_as(actor, creator.user_id)
    details = descriptions.checked(details)
    of_form = Submission.objects.filter(creator=creator, form_key=form_key).first()
    for there in filter(None, (of_form, _claimed(creator, media_file))):
        if there.form_digest == descriptions.digest(details, form_key=there.form_key, sha256=media_file.sha256):
            return there
    media_file = _claimable(actor, media_file)
    if of_form is not None:
        raise Conflict(
            _("You have handed in “%(title)s” with this form already. If this is another work, hand it in once more.")
            % {"title": of_form.title},
            code="form_used",
        )
    public_id = new_id("sub")
    record = consent.give(person=actor, notice=notice, subject=public_id, method=Evidence.Method.SESSION.value, now=now)
    submission = Submission.objects.create(
        public_id=public_id,
        creator=creator,
        notice_record=record,
        form_key=form_key,
        form_digest=descriptions.digest(details, form_key=form_key, sha256=media_file.sha256),
        received_at=now,
        **_columns(details),
    )
    _keep_parts(submission, details)
    media_file.submission = submission
    media_file.save(update_fields=["submission"])
    facts, sealed = _declared(actor, record, media_file, details, revision=1)
    recording.record(
        RECEIVED_EVENT,
        actor=actor.public_id,
        at=now,
        subject=public_id,
        topic=public_id,
        facts=facts,
        sealed=sealed,
    )
    jobs.enqueue(CHECK_JOB, public_id)
    return submission


@transaction.atomic
def resubmit(
    *,
    submission: Submission,
    actor: User,
    revision: int,
    details: Details,
    notice: Notice,
    now: datetime,
    media_file: MediaFile | None = None,
) -> Submission:
    """Hand a work in again with changed texts and, if `media_file` is given, another file. It is checked anew.

    `revision` is the one that the person had before them: sending the same again changes nothing.

    Raises:
        NotAllowed: somebody else's work.
        Invalid: as for `submit`.
        Conflict: something else was sent from another window, the work is not waiting for changes, or the file is one
            of the creator's other works.
    """
    submission = moving.locked(submission)
    policies.check_can_change(actor, submission)
    details = descriptions.checked(details)
    digest = descriptions.digest(
        details, form_key=submission.form_key, sha256=media_file.sha256 if media_file is not None else ""
    )
    if submission.revision == revision + 1 and submission.resent_digest == digest:
        return submission
    if submission.revision != revision:
        raise Conflict(
            _(
                "This work was sent again from another window. What you wrote here was not sent: it stands below. "
                "Compare it with the work as it is now."
            ),
            code="stale_revision",
        )
    current = queries.current_file(submission)
    if media_file is None and current.state == MediaFile.State.REFUSED:
        raise Invalid(
            _("Some answers are missing or do not fit."),
            code="details_invalid",
            fields={"file": _("This file could not be taken. Choose another one.")},
        )
    if media_file is not None:
        current = _replace(submission, actor, current, media_file)
    record = consent.give(
        person=actor, notice=notice, subject=submission.public_id, method=Evidence.Method.SESSION.value, now=now
    )
    facts, sealed = _declared(actor, record, current, details, revision=revision + 1)
    moving.move(
        submission,
        "resubmit",
        actor=actor.public_id,
        now=now,
        facts=facts,
        sealed=sealed,
        revision=revision + 1,
        resent_digest=digest,
        notice_record=record,
        **_columns(details),
    )
    _keep_parts(submission, details)
    jobs.enqueue(CHECK_JOB, submission.public_id)
    return submission


def _claimed(creator: Creator, media_file: MediaFile) -> Submission | None:
    """The work of `creator` that this file was handed in with, if any."""
    return Submission.objects.filter(creator=creator, media_files__pk=media_file.pk).first()


def _claimable(actor: User, media_file: MediaFile, *, besides: Submission | None = None) -> MediaFile:
    twin = queries.standing_twin(actor, media_file.sha256, besides=besides)
    if twin is not None:
        message = _("You have handed in this very file before, as “%(title)s”.") % {"title": twin.title}
        raise Conflict(message, code="duplicate_file", fields={"file": message})
    found = queries.unclaimed(actor).select_for_update().filter(pk=media_file.pk).first()
    if found is None:
        raise Invalid(
            _("Some answers are missing or do not fit."),
            code="details_invalid",
            fields={"file": _("This file is no longer here. Choose it again.")},
        )
    return found


def _replace(submission: Submission, actor: User, current: MediaFile, media_file: MediaFile) -> MediaFile:
    found = _claimable(actor, media_file, besides=submission)
    current.is_current = False
    current.save(update_fields=["is_current"])
    found.submission = submission
    found.save(update_fields=["submission"])
    return found


def _columns(details: Details) -> dict[str, Any]:
    names = ("title", "description", "alt_text", "credit_line", "rights_holder", "rights_holder_name")
    return {name: getattr(details, name) for name in (*names, "people", "ai_use", "ai_note")}


def _keep_parts(submission: Submission, details: Details) -> None:
    submission.tags.all().delete()
    Tag.objects.bulk_create(Tag(submission=submission, name=name) for name in details.tags)
    submission.depicted_people.all().delete()
    DepictedPerson.objects.bulk_create(
        DepictedPerson(submission=submission, name=name, release_stated=details.releases_stated)
        for name in details.people_names
    )


def _declared(
    actor: User, record: Record, media_file: MediaFile, details: Details, *, revision: int
) -> tuple[dict[str, Any], dict[str, recording.Sealed]]:
    """What the entry says openly, and what it only commits to: everything that a person wrote or is named in."""
    facts = {
        "media_file": media_file.public_id,
        "sha256": media_file.sha256,
        "revision": revision,
        "rights_holder": details.rights_holder,
        "people": details.people,
        "people_count": len(details.people_names),
        "releases_stated": details.releases_stated,
        "ai_use": details.ai_use,
        "consent": record.public_id,
        "notice": {
            "key": record.notice.key,
            "version": record.notice.version,
            "language": record.notice.language,
            "text_hash": record.notice.text_hash,
        },
    }
    written = {
        "title": details.title,
        "description": details.description,
        "alt_text": details.alt_text,
        "credit_line": details.credit_line,
        "rights_holder_name": details.rights_holder_name,
        "people_names": list(details.people_names),
        "ai_note": details.ai_note,
        "tags": list(details.tags),
        "file_name": media_file.file_name,
    }
    return facts, {"declaration": recording.Sealed(written, actor.public_id)}
