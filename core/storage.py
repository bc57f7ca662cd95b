"""The local store of files, which survives a power cut: what has been saved is on the disk, and so is its name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class DurableFileSystemStorage(FileSystemStorage):
    """`save` returns when the file and each folder down to it are written through, as a row that is committed is."""

    def _save(self, name: str, content: Any) -> str:
        saved: str = super()._save(name, content)  # type: ignore[misc]
        path, top = Path(self.path(saved)), Path(self.location)
        write_through(path)
        # All of them: another process may have made a folder just now and not have come this far itself.
        for folder in path.parents:
            write_through(folder)
            if folder == top:
                break
        return saved


def write_through(path: Path) -> None:
    """Wait until the disk has this file, or the names in this folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
