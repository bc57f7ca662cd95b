"""Originals and renditions in the store that settings name: the local disk or an S3-compatible one."""

from __future__ import annotations

import shutil
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from django.core.files.storage import default_storage

# What a store that fails raises, whichever it is.
ERRORS = (OSError, BotoCoreError, ClientError)


def put(key: str, file: File[bytes]) -> None:
    """Write `file` under exactly this key. What a dead worker left there is replaced."""
    default_storage.delete(key)
    saved = default_storage.save(key, file)
    if saved != key:
        default_storage.delete(saved)
        raise FileExistsError(f"somebody else writes {key} at this moment")


def copy_to(key: str, path: Path) -> None:
    """Bring the file under `key` to a local path, where a process without a network can read it."""
    with default_storage.open(key, "rb") as source, path.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
