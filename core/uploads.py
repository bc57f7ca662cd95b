"""Files that arrive: hashed on the way to a temporary file, and dropped as soon as they are larger than allowed.

Only a view that is marked `takes_files` gets any, from people who are signed in: elsewhere nothing of a file reaches
the disk.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.base import File
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from core.errors import TooLarge

# A file that is a little too large is read to its end and dropped, so that the answer reaches the person, with what
# they typed. One that is far too large is not worth the line: nothing of the request is read.
PATIENCE = 4

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(view: View) -> View:
    """Mark a view whose form brings one file. Stands below the decorators that wrap the view."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def check_body(request: HttpRequest, view: Callable[..., Any]) -> None:
    """Read the form that came with `request`, as far as `view` can use it.

    Raises:
        TooLarge: more bytes, fields or files than any form of ours sends.
    """
    marked = getattr(view, "takes_files", False)
    limit = settings.UPLOAD_LIMIT_BYTES if marked else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    refusal = TooLarge(
        _("This is more than we can take at once: at most %(limit)s.") % {"limit": filesizeformat(limit)},
        code="request_too_large",
    )
    if _body_length(request) > limit * (PATIENCE if marked else 1):
        raise refusal
    try:
        # A connection that breaks off is found again by whoever needs the form.
        with suppress(UnreadablePostError):
            request.POST  # noqa: B018 - to read it is the point
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent) as error:
        raise refusal from error


def _body_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


class HashingUploadHandler(FileUploadHandler):
    """An uploaded file goes to disk, whatever its size, and comes out with a `sha256` attribute.

    A file over `UPLOAD_LIMIT_BYTES` is missing from `request.FILES`; `was_too_large` tells so. Missing as well are a
    second file, and every file that nobody asked for.
    """

    too_large = False
    is_expected = True

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not self.is_expected or not _expects_file(self.request):
            raise SkipFile
        self.is_expected = False
        self.digest = hashlib.sha256()
        self.received = 0
        # The temporary file's own name takes nothing from the sender: an ending can be too long for the disk.
        self.file = TemporaryUploadedFile("upload", self.content_type, 0, self.charset, self.content_type_extra)
        self.file.name = self.file_name

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_LIMIT_BYTES:
            self.too_large = True
            self.file.close()
            raise SkipFile
        self.digest.update(raw_data)
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> TemporaryUploadedFile:
        arrived = self.file
        # What is dropped from now on must not take this one with it.
        del self.file
        arrived.seek(0)
        arrived.size = file_size
        arrived.sha256 = self.digest.hexdigest()  # type: ignore[attr-defined]
        return arrived

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()


def _expects_file(request: HttpRequest | None) -> bool:
    match = getattr(request, "resolver_match", None)
    user = getattr(request, "user", None)
    return getattr(match and match.func, "takes_files", False) and user is not None and user.is_authenticated


def was_too_large(request: HttpRequest) -> bool:
    """Whether a file in this form was dropped because of its size."""
    request.FILES  # noqa: B018 - reading the form is what finds out
    return any(getattr(handler, "too_large", False) for handler in request.upload_handlers)


def sha256(file: File[bytes]) -> str:
    """The file's digest in hex: the one taken while it arrived, or read now."""
    known = getattr(file, "sha256", None)
    if isinstance(known, str):
        return known
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def sweep_temporary(folder: Path, *, older_than: float) -> int:
    """Delete what dead processes left in `folder` before the Unix time `older_than`; how many files or folders."""
    swept = 0
    for path in folder.glob("*"):
        if path.stat().st_mtime < older_than:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
            swept += 1
    return swept
