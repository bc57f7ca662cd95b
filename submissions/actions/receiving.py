"""Files as they arrive, before anybody says what they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.models import User
from core import uploads
from core.errors import Conflict, Invalid, Unavailable
from core.ids import random_token
from submissions import queries, storage, text
from submissions.models import MediaFile

KEPT_UNCLAIMED = timedelta(hours=24)
MAX_UNCLAIMED = 30


def receive_upload(*, user: User, file: File[bytes], now: datetime) -> MediaFile:
    """Keep `file` as it came, under a key that the server chooses; it waits 24 hours to be handed in.

    Not one transaction, on purpose: the row is committed before the first byte, so that a process which dies in
    between leaves no bytes that nobody knows of.

    Raises:
        Invalid: the file is empty or larger than the limit.
        Conflict: this person has too many files waiting.
        Unavailable: the store did not take it; nothing is kept.
    """
    size = file.size or 0
    if size == 0:
        raise Invalid(_("This file is empty. Choose another one."), code="file_empty")
    if size > settings.UPLOAD_LIMIT_BYTES:
        raise too_large()
    if queries.unclaimed(user).count() >= MAX_UNCLAIMED:
        raise Conflict(
            _("Too many of your files wait to be handed in. Hand some in, or come back tomorrow."),
            code="too_many_unclaimed",
        )
    media_file = MediaFile.objects.create(
        uploaded_by=user,
        state=MediaFile.State.ARRIVING,
        storage_key=f"originals/{random_token(26)}",
        file_name=text.file_name(file.name or ""),
        byte_size=size,
        sha256=uploads.sha256(file),
        uploaded_at=now,
    )
    try:
        storage.put(media_file.storage_key, file)
    except storage.ERRORS as error:
        _forgotten(media_file.pk)
        raise Unavailable(
            _("We could not keep your file just now. That is our fault. Nothing is lost: try again in a minute."),
            code="storage_failed",
        ) from error
    media_file.state = MediaFile.State.UPLOADED
    media_file.save(update_fields=["state"])
    return media_file


def too_large() -> Invalid:
    limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
    return Invalid(
        _("This file is too large: at most %(limit)s. Export it smaller and try again.") % {"limit": limit},
        code="file_too_large",
    )


def discard_upload(*, user: User, public_id: str) -> bool:
    """Delete a file that `user` has sent and not handed in; False if there is none."""
    mine = MediaFile.objects.filter(uploaded_by=user, public_id=public_id)
    return any(_discard(media_file.pk) for media_file in mine)


def sweep_uploads(*, now: datetime, limit: int = 500) -> int:
    """Delete files that nobody handed in within 24 hours, and what dead processes left behind; how many files."""
    old = MediaFile.objects.filter(submission__isnull=True, uploaded_at__lt=now - KEPT_UNCLAIMED)
    swept = sum(_forgotten(pk) for pk in old.order_by("uploaded_at").values_list("pk", flat=True)[:limit])
    for folder in (settings.TEMP_DIR / "uploads", settings.TEMP_DIR / "checks"):
        swept += uploads.sweep_temporary(folder, older_than=(now - KEPT_UNCLAIMED).timestamp())
    return swept


def _discard(pk: int) -> bool:
    with transaction.atomic():
        media_file = MediaFile.objects.select_for_update().filter(pk=pk, submission__isnull=True).first()
        if media_file is None:
            return False
        # The bytes first: a crash in between leaves a row that the next sweep finds again.
        storage.delete(media_file.storage_key)
        media_file.delete()
        return True


def _forgotten(pk: int) -> bool:
    try:
        return _discard(pk)
    except storage.ERRORS:
        # The store does not answer at all: the row stays, and a later sweep deletes both.
        return False
