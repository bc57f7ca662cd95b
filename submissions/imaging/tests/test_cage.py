from __future__ import annotations

import signal
from pathlib import Path

import pytest
from PIL import Image

from submissions.imaging import cage
from submissions.imaging.inspect import inspect
from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import Rights
from submissions.imaging.tests import hostile, photos, reading


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "-photo [page=1].jpg"
    path.write_bytes(photos.coded("JPEG", photos.scene((700, 500))))
    return path


def test_inspect_in_the_cage_finds_the_same_as_outside(photo: Path) -> None:
    assert cage.inspect(photo) == inspect(photo)


def test_inspect_in_the_cage_passes_refusals_on(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(photos.coded("JPEG", photos.scene((1500, 1000))))

    with pytest.raises(Unreadable) as caught:
        cage.inspect(path, max_pixels=1_000_000)

    assert (caught.value.code, caught.value.facts) == ("too_many_pixels", {"megapixels": 1})


def test_inspect_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cage.inspect(tmp_path / "nothing")


def test_render_in_the_cage_brings_all_files_out(photo: Path, tmp_path: Path) -> None:
    out_dir = tmp_path / "out"

    rendered = cage.render(photo, out_dir, credit=Rights(credit_line="Ada Øster"))

    assert [(file.format, file.width) for file in rendered.files] == [
        ("avif", 320),
        ("webp", 320),
        ("avif", 640),
        ("webp", 640),
    ]
    assert sorted(path.name for path in out_dir.iterdir()) == ["320.avif", "320.webp", "640.avif", "640.webp"]
    assert all(file.path.stat().st_size == file.byte_size for file in rendered.files)
    assert reading.xmp(out_dir / "640.webp") == {"photoshop:Credit": "Ada Øster"}
    assert rendered.placeholder.startswith("data:image/webp;base64,")
    assert len(rendered.color) == 7


def test_stamp_in_the_cage_writes_the_rights(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target.jpg"
    source.write_bytes(photos.coded("AVIF"))

    assert cage.stamp(source, target, Rights(creator="Ada Øster")) == "image/jpeg"

    assert reading.xmp(target) == {"dc:creator": ["Ada Øster"]}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target.jpg"]


@pytest.mark.parametrize(
    "limits",
    [
        cage.Limits(seconds=0.02),
        cage.Limits(cpu_seconds=1),
        cage.Limits(memory_bytes=96 * 1024 * 1024),
    ],
    ids=["clock", "processor", "memory"],
)
def test_a_file_that_asks_for_too_much_is_refused_and_leaves_nothing(tmp_path: Path, limits: cage.Limits) -> None:
    source, out_dir = tmp_path / "source.jpg", tmp_path / "out"
    source.write_bytes(hostile.scan_bomb())

    with pytest.raises(Unreadable) as caught:
        cage.render(source, out_dir, credit=None, limits=limits)

    assert caught.value.code == "too_demanding"
    assert not out_dir.exists()


def test_a_file_that_writes_too_much_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(photos.coded("PNG", Image.effect_mandelbrot((700, 500), (-2, -1, 1, 1), 60)))

    with pytest.raises(Unreadable) as caught:
        cage.render(source, tmp_path / "out", credit=None, limits=cage.Limits(file_bytes=2048))

    assert caught.value.code == "too_demanding"


def test_a_bomb_of_100_megapixels_is_rendered_within_the_limits(tmp_path: Path) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(hostile.png_bomb(10_000, 10_000))

    rendered = cage.render(source, tmp_path, credit=None, widths=(320,))

    with Image.open(rendered.files[0].path) as picture:
        assert picture.size == (320, 320)


@pytest.mark.parametrize(
    ("status", "errors", "code"),
    [
        (None, b"", "too_demanding"),
        (-signal.SIGSEGV, b"", "broken"),
        (-signal.SIGABRT, b"double free or corruption", "broken"),
        (-signal.SIGTRAP, b"GLib-ERROR: failed to allocate 99999 bytes", "too_demanding"),
        (-signal.SIGXCPU, b"", "too_demanding"),
        (-signal.SIGKILL, b"", "too_demanding"),
    ],
)
def test_a_worker_that_ends_badly_is_a_refusal_of_the_file(status: int | None, errors: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        cage.judge("inspect", status, b"", errors)

    assert caught.value.code == code


def test_a_worker_that_cannot_start_says_nothing_about_the_file() -> None:
    with pytest.raises(cage.CageFailed, match="No module named"):
        cage.judge("inspect", 1, b"", b"ModuleNotFoundError: No module named 'pyvips'")


def test_the_worker_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "s3cret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:s3cret@db/app")

    given = cage.environment(tmp_path)

    assert "s3cret" not in " ".join(given.values())
    places = {"HOME", "LANG", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH", "TMPDIR"}
    assert set(given) <= places | {"MALLOC_ARENA_MAX", "VIPS_CONCURRENCY", "VIPS_DISC_THRESHOLD"}
