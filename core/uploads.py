"""Files that arrive: hashed on the way to a temporary file, and dropped as soon as they are larger than allowed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

# A file that is a little too large is read to its end and dropped, so that the answer reaches the person, with what
# they typed. One that is far too large is not worth the line: the connection is cut.
PATIENCE = 4


class HashingUploadHandler(FileUploadHandler):
    """Every uploaded file goes to disk, whatever its size, and comes out with a `sha256` attribute.

    A file over `UPLOAD_LIMIT_BYTES` is missing from `request.FILES`; `was_too_large` tells so.
    """

    too_large = False
    body_length = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:  # noqa: N803
        self.body_length = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
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
            if self.body_length > settings.UPLOAD_LIMIT_BYTES * PATIENCE:
                raise StopUpload(connection_reset=True)
            raise SkipFile
        self.digest.update(raw_data)
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> TemporaryUploadedFile:
        self.file.seek(0)
        self.file.size = file_size
        self.file.sha256 = self.digest.hexdigest()  # type: ignore[attr-defined]
        return self.file

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()


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
