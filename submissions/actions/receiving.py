"""Files as they arrive, before anybody says what they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.models import User
from core import limits, text, uploads
from core.errors import Conflict, Invalid, NotAllowed, Unavailable
from core.ids import random_token
from creators.models import Creator
from submissions import storage
from submissions.models import MediaFile

KEPT_UNCLAIMED = timedelta(hours=24)
MAX_UNCLAIMED = 30
# Of each the bytes travel and are kept for a while, also of those that are taken back at once.
UPLOADS = limits.Limit("submissions.upload", 300, timedelta(days=1))


def receive_upload(*, user: User, file: File[bytes], now: datetime) -> MediaFile:
    """Keep `file` as it came, under a key that the server chooses; it waits 24 hours to be handed in.

    Not one transaction, on purpose: the row is committed before the first byte, so that a process which dies in
    between leaves no bytes that nobody knows of.

    Raises:
        NotAllowed: `user` is no creator, so that nothing can come of the file.
        Invalid: the file is empty or larger than the limit.
        Conflict: this person has too many files waiting.
        TooMany: they have sent very many today, whatever became of them.
        Unavailable: the store did not take it; nothing is kept.
    """
    size = file.size or 0
    if size == 0:
        raise Invalid(_("This file is empty. Choose another one."), code="file_empty")
    if size > settings.UPLOAD_LIMIT_BYTES:
        raise too_large()
    media_file = _expected(user, file, size, now)
    try:
        storage.put(media_file.storage_key, file)
    except storage.ERRORS as error:
        _forget(MediaFile.objects.filter(pk=media_file.pk))
        raise Unavailable(
            _("We could not keep your file just now. That is our fault. Nothing is lost: try again in a minute."),
            code="storage_failed",
        ) from error
    media_file.state = MediaFile.State.UPLOADED
    media_file.save(update_fields=["state"])
    return media_file


@transaction.atomic
def _expected(user: User, file: File[bytes], size: int, now: datetime) -> MediaFile:
    """The row of a file that is about to be stored. One person's files are counted one after the other."""
    if not Creator.objects.select_for_update().filter(user=user).exists():
        raise NotAllowed(_("Only creators hand in works. Open your profile first."), code="not_creator")
    waiting = MediaFile.objects.filter(uploaded_by=user, submission__isnull=True)
    if waiting.exclude(state=MediaFile.State.LEAVING).count() >= MAX_UNCLAIMED:
        raise Conflict(
            _("Too many of your files wait to be handed in. Hand some in, or come back tomorrow."),
            code="too_many_unclaimed",
        )
    limits.take(UPLOADS, key=user.public_id, now=now)
    return MediaFile.objects.create(
        uploaded_by=user,
        state=MediaFile.State.ARRIVING,
        storage_key=f"originals/{random_token(26)}",
        file_name=text.file_name(file.name or ""),
        byte_size=size,
        sha256=uploads.sha256(file),
        uploaded_at=now,
    )


def too_large() -> Invalid:
    limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
    return Invalid(
        _("This file is too large: at most %(limit)s. Export it smaller and try again.") % {"limit": limit},
        code="file_too_large",
    )


def discard_upload(*, user: User, public_id: str) -> bool:
    """Delete a file that `user` has sent and not handed in; False if there is none."""
    return _forget(MediaFile.objects.filter(uploaded_by=user, public_id=public_id)) > 0


def sweep_uploads(*, now: datetime, limit: int = 500) -> int:
    """Delete files that nobody handed in within 24 hours, and what dead processes left behind; how many files."""
    old = Q(uploaded_at__lt=now - KEPT_UNCLAIMED) | Q(state=MediaFile.State.LEAVING)
    due = MediaFile.objects.filter(old, submission__isnull=True).order_by("uploaded_at").values("pk")[:limit]
    swept = _forget(MediaFile.objects.filter(pk__in=[row["pk"] for row in due]))
    for folder in (settings.TEMP_DIR / "uploads", settings.TEMP_DIR / "checks"):
        swept += uploads.sweep_temporary(folder, older_than=(now - KEPT_UNCLAIMED).timestamp())
    return swept


def _forget(files: QuerySet[MediaFile]) -> int:
    """Delete those of `files` that nobody has handed in, bytes and rows; how many.

    Each step is committed by itself, and the store is asked in between: from the first one on nobody can hand the file
    in, and after a crash the next sweep finds the row again and goes on.
    """
    leaving = MediaFile.State.LEAVING
    files.filter(submission__isnull=True).update(state=leaving)
    gone = [pk for pk, key in files.filter(state=leaving).values_list("pk", "storage_key") if _deleted(key)]
    MediaFile.objects.filter(pk__in=gone, state=leaving).delete()
    return len(gone)


def _deleted(key: str) -> bool:
    try:
        storage.delete(key)
    except storage.ERRORS:
        # The store does not answer: the row stays, and a later sweep deletes both.
        return False
    return True
