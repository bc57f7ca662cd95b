from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from core.storage import DurableFileSystemStorage


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the disk was waited for, in order; it is waited for in truth."""
    paths: list[str] = []
    fsync = os.fsync

    def listen(descriptor: int) -> None:
        fsync(descriptor)
        paths.append(os.readlink(f"/proc/self/fd/{descriptor}"))

    monkeypatch.setattr(os, "fsync", listen)
    return paths


def test_local_store_is_the_durable_one() -> None:
    assert isinstance(storages["default"], DurableFileSystemStorage)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc to tell which file a descriptor is")
def test_save_waits_for_the_file_and_each_folder_down_to_it(tmp_path: Path, written: list[str]) -> None:
    store = DurableFileSystemStorage(location=tmp_path / "store")

    store.save("a/b/c.txt", ContentFile(b"words"))

    root = tmp_path / "store"
    assert written == [str(path) for path in (root / "a/b/c.txt", root / "a/b", root / "a", root)]


def test_save_on_a_disk_that_fails_is_no_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        DurableFileSystemStorage(location=tmp_path).save("a.txt", ContentFile(b"words"))
