"""What may be seen, decided in the query at each request."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

from django.db.models import Prefetch, Q, QuerySet

from accounts.models import User
from consent.states import RecordState
from core.models import Job
from submissions.models import CHECK_JOB, MediaFile, Rendition, Submission
from submissions.policies import REVIEW_PERMISSION, Viewer
from submissions.states import FINAL, State

# How many past cases "usually takes" looks at, and how many it needs to say anything.
SAMPLE = 50
ENOUGH = 3


def published() -> QuerySet[Submission]:
    """What everybody may see."""
    return Submission.objects.filter(state=State.PUBLISHED)


def visible_to(viewer: Viewer) -> QuerySet[Submission]:
    """The published, one's own in any state, and for moderators all for which its creator's consent stands."""
    if not viewer.is_authenticated:
        return published()
    visible = Q(state=State.PUBLISHED) | Q(creator__user=viewer)
    if viewer.has_perm(REVIEW_PERMISSION):
        visible |= ~Q(state=State.WITHDRAWN) & Q(notice_record__state=RecordState.GIVEN)
    return Submission.objects.filter(visible)


def owned_by(viewer: Viewer) -> QuerySet[Submission]:
    if not viewer.is_authenticated:
        return Submission.objects.none()
    return Submission.objects.filter(creator__user=viewer)


def with_pictures(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Each with its creator, its current file and that file's renditions, in two further queries for the whole list."""
    files = MediaFile.objects.filter(is_current=True).prefetch_related(
        Prefetch("renditions", queryset=Rendition.objects.order_by("width"))
    )
    return submissions.select_related("creator").prefetch_related(
        Prefetch("media_files", queryset=files, to_attr="current_files")
    )


def current_file(submission: Submission) -> MediaFile:
    """The file that is shown: a resubmission may have brought a new one."""
    loaded: list[MediaFile] | None = getattr(submission, "current_files", None)
    if loaded:
        return loaded[0]
    return submission.media_files.get(is_current=True)


def unclaimed(user: User) -> QuerySet[MediaFile]:
    """Files that `user` has sent and not handed in yet."""
    return MediaFile.objects.filter(uploaded_by=user, submission__isnull=True, state=MediaFile.State.UPLOADED)


def same_bytes(submission: Submission) -> QuerySet[Submission]:
    """Other submissions, of anybody, that are the same file byte for byte; a hint for moderators."""
    digests = submission.media_files.filter(is_current=True).values("sha256")
    return (
        Submission.objects.filter(media_files__sha256__in=digests, media_files__is_current=True)
        .exclude(pk=submission.pk)
        .distinct()
    )


def standing_twin(user: User, sha256: str, *, besides: Submission | None = None) -> Submission | None:
    """A work of `user` that is the same file and was neither refused nor taken back."""
    twins = Submission.objects.filter(creator__user=user, media_files__sha256=sha256, media_files__is_current=True)
    if besides is not None:
        twins = twins.exclude(pk=besides.pk)
    return twins.exclude(state__in=FINAL).first()


def usual_review_time() -> timedelta | None:
    """Median from handing in to publication over the last works that went through at once; None while there are few."""
    recent = published().filter(revision=1).order_by("-published_at", "-id")[:SAMPLE]
    return _median([end - start for start, end in recent.values_list("received_at", "published_at") if end])


def usual_check_time() -> timedelta | None:
    """Median time that the check in the background took lately, waiting included."""
    recent = Job.objects.filter(kind=CHECK_JOB, state=Job.State.DONE).order_by("-id")[:SAMPLE]
    return _median([end - start for start, end in recent.values_list("created_at", "done_at") if end])


def _median(times: list[timedelta]) -> timedelta | None:
    seconds = [time.total_seconds() for time in times]
    return timedelta(seconds=median(seconds)) if len(seconds) >= ENOUGH else None
