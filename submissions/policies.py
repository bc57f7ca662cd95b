"""Who may see and do what with a submission: `check_can_…` raises with a reason, `can_…` answers templates."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consent.states import RecordState
from core.errors import Conflict, NotAllowed
from submissions.models import MediaFile, Submission
from submissions.states import GONE, State

# The permission is made by the app above, whose moderators have it; here it is only asked for by name.
REVIEW_PERMISSION = "moderation.review"

Viewer = User | AnonymousUser


def owns(viewer: Viewer, submission: Submission) -> bool:
    return viewer.is_authenticated and submission.creator.user_id == viewer.pk


def can_see_picture(viewer: Viewer, media_file: MediaFile) -> bool:
    """Published: everybody. Before that: its creator and moderators. Taken back or removed: nobody, from that second.

    Only a moderator still sees what was removed, because the creator may complain, and as long as that creator's
    consent to be looked at stands. A file that was replaced before
    publication is not what was published.
    """
    submission = media_file.submission
    if submission is None:
        return False
    if submission.state == State.PUBLISHED:
        return media_file.is_current
    if submission.state not in GONE and owns(viewer, submission):
        return True
    if submission.state == State.WITHDRAWN or not viewer.has_perm(REVIEW_PERMISSION):
        return False
    return submission.notice_record.state == RecordState.GIVEN


def check_can_review(viewer: User, submission: Submission) -> None:
    if not viewer.has_perm(REVIEW_PERMISSION):
        raise NotAllowed(_("Only moderators decide about submissions."), code="not_moderator")
    if owns(viewer, submission):
        raise NotAllowed(_("Nobody decides about their own work. Leave it to another moderator."), code="own_work")


def can_review(viewer: Viewer, submission: Submission) -> bool:
    return viewer.has_perm(REVIEW_PERMISSION) and not owns(viewer, submission)


def check_consent_stands(submission: Submission) -> None:
    if submission.notice_record.state != RecordState.GIVEN:
        raise Conflict(_("The creator has withdrawn their consent to show this work."), code="consent_withdrawn")


def check_can_change(actor: User, submission: Submission) -> None:
    if not owns(actor, submission):
        raise NotAllowed(_("This is not your work."), code="not_yours")


def check_can_submit_as(actor: User, creator_user_pk: int) -> None:
    if actor.pk != creator_user_pk:
        raise NotAllowed(_("You can hand in works in your own name only."), code="not_yours")
