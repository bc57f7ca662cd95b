"""Originals and renditions in the store that settings name: the local disk or an S3-compatible one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from django.core.files.storage import default_storage

from submissions.models import MediaFile

# What a store that fails raises, whichever it is.
ERRORS = (OSError, BotoCoreError, ClientError)


class _Movable(File):  # type: ignore[type-arg]
    """A file that the local store takes over by renaming it: at once, so that nobody ever reads half of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb"), name=path.name)
        self.path = path

    def temporary_file_path(self) -> str:
        return str(self.path)


def put(key: str, file: File[bytes]) -> None:
    """Write `file` under exactly this key, over what lies there."""
    saved = default_storage.save(key, file)
    if saved != key:
        default_storage.delete(saved)
        raise OSError(f"the store would not write {key}; see STORAGES: it must overwrite")


def put_file(key: str, path: Path) -> None:
    """Move a local file to the store."""
    with _Movable(path) as file:
        put(key, file)


def delete(key: str) -> None:
    default_storage.delete(key)


def copy_to(key: str, path: Path) -> None:
    """Bring the file under `key` to a local path, where a process without a network can read it."""
    with default_storage.open(key, "rb") as source, path.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)


def rendition_key(media_file: MediaFile, run: int, name: str) -> str:
    """Each run of the check writes under keys of its own: what an earlier one left can be deleted at any time."""
    return f"{_folder(media_file)}/{run}/{name}"


def rendition_keys(media_file: MediaFile) -> Iterator[str]:
    """Every key in the store that belongs to renditions of this file."""
    try:
        runs, _ = default_storage.listdir(_folder(media_file))
    except FileNotFoundError:
        return
    for run in runs:
        _, names = default_storage.listdir(f"{_folder(media_file)}/{run}")
        yield from (f"{_folder(media_file)}/{run}/{name}" for name in names)


def _folder(media_file: MediaFile) -> str:
    return f"renditions/{media_file.public_id}"
