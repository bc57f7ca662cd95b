"""Decoders meet strangers' files in a process of their own: little memory, little time, no secrets.

A file that crashes, hangs or exhausts its decoder is refused like any other bad file. `CageFailed` says that something
here is wrong, a full disk or a missing library, and that the file may be tried again.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from submissions.imaging.inspect import Inspection
from submissions.imaging.refusals import MAX_PIXELS, Unreadable
from submissions.imaging.rights import Rights
from submissions.imaging.sizes import WIDTHS, RenderedFile

logger = logging.getLogger(__name__)

_ROOT = Path(__file__).resolve().parents[2]
_MIB = 1024 * 1024
_MAX_ANSWER = 64 * 1024


class CageFailed(RuntimeError):
    """The work could not be tried; nothing is said about the file."""


@dataclass(frozen=True)
class Limits:
    """Per task. A photo of 100 megapixels, the largest that is taken, needs up to three quarters of this memory."""

    seconds: float = 90
    cpu_seconds: int = 60
    memory_bytes: int = 2048 * _MIB
    file_bytes: int = 256 * _MIB
    open_files: int = 64


@dataclass(frozen=True)
class Rendered:
    """What a picture is shown with: its files, a data URL for before they are there, and a color for before that."""

    files: list[RenderedFile]
    placeholder: str
    color: str


DEFAULT_LIMITS = Limits()
# What was taken must be deliverable: coding a JPEG comes on top of the decoding that has passed once.
STAMP_LIMITS = Limits(memory_bytes=3072 * _MIB)


def inspect(path: Path, *, max_pixels: int = MAX_PIXELS, limits: Limits = DEFAULT_LIMITS) -> Inspection:
    """See `inspect.inspect`. Raises Unreadable or CageFailed."""
    arguments = {"path": _existing(path), "max_pixels": max_pixels}
    with _workspace() as work:
        return Inspection(**_run("inspect", arguments, work, limits))


def render(
    path: Path,
    out_dir: Path,
    *,
    credit: Rights | None,
    widths: Sequence[int] = WIDTHS,
    limits: Limits = DEFAULT_LIMITS,
) -> Rendered:
    """See `renditions.render`; all files arrive in `out_dir`, or none. Raises Unreadable or CageFailed."""
    arguments = {
        "path": _existing(path),
        "credit": asdict(credit) if credit else None,
        "widths": list(widths),
    }
    with _workspace() as work:
        made = work / "made"
        made.mkdir()
        found = _run("render", {**arguments, "out_dir": str(made)}, work, limits)
        files = [RenderedFile(**{**file, "path": made / file["path"]}) for file in found["files"]]
        out_dir.mkdir(parents=True, exist_ok=True)
        files = [replace(file, path=_moved(file.path, out_dir)) for file in files]
    return Rendered(files, found["placeholder"], found["color"])


def stamp(source: Path, target: Path, rights: Rights, *, limits: Limits = STAMP_LIMITS) -> str:
    """See `metadata.stamp`. Raises Unreadable or CageFailed."""
    with _workspace() as work:
        made = work / "stamped"
        arguments = {"path": _existing(source), "target": str(made), "rights": asdict(rights)}
        media_type: str = _run("stamp", arguments, work, limits)
        # Onto the disk of the target first, then into place at once.
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        shutil.move(made, part)
        part.replace(target)
    return media_type


def _existing(path: Path) -> str:
    """Absolute, because the worker has another directory; a path without a file is the caller's mistake."""
    return str(path.resolve(strict=True))


def _moved(path: Path, out_dir: Path) -> Path:
    return Path(shutil.move(path, out_dir / path.name))


@contextlib.contextmanager
def _workspace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="imaging-", ignore_cleanup_errors=True) as directory:
        yield Path(directory)


def _run(task: str, arguments: dict[str, Any], work: Path, limits: Limits) -> Any:
    request = json.dumps({"task": task, "arguments": arguments, "limits": asdict(limits)}).encode()
    # Files and not pipes: however much a decoder prints, the limit on file size holds and nobody waits for a reader.
    with (work / "answer").open("w+b") as answer, (work / "errors").open("w+b") as errors:
        status = _wait(request, work, answer, errors, limits.seconds)
        answer.seek(0)
        errors.seek(0)
        return judge(task, status, answer.read(_MAX_ANSWER), errors.read(_MAX_ANSWER))


def _wait(request: bytes, work: Path, answer: Any, errors: Any, seconds: float) -> int | None:
    """The exit status of the worker, or None where it had to be stopped."""
    process = subprocess.Popen(
        [sys.executable, "-s", "-P", "-m", "submissions.imaging.worker"],
        stdin=subprocess.PIPE,
        stdout=answer,
        stderr=errors,
        cwd=work,
        env=environment(work),
        start_new_session=True,
    )
    try:
        process.communicate(request, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    else:
        return process.returncode
    finally:
        # Also when this process is interrupted while it waits.
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def environment(work: Path) -> dict[str, str]:
    """Nothing of ours but where Python finds its modules."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "PYTHONHOME") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(_ROOT),
        "LANG": "C.UTF-8",
        "HOME": str(work),
        "TMPDIR": str(work),
        "VIPS_CONCURRENCY": "2",
        # Pictures are unpacked in memory, where the limit counts them, and never into a temporary file.
        "VIPS_DISC_THRESHOLD": "8g",
        # Without it each thread of the AVIF coder keeps memory for itself: a fifth more at the peak.
        "MALLOC_ARENA_MAX": "1",
    }


def judge(task: str, status: int | None, answer: bytes, errors: bytes) -> Any:
    detail = errors.decode("utf-8", "replace").strip()[-2000:]
    if status is None:
        raise Unreadable("too_demanding", detail="stopped by the clock")
    if status < 0:
        logger.warning("The %s worker was ended by signal %s: %s", task, -status, detail)
        demanding = -status in (signal.SIGXCPU, signal.SIGKILL, signal.SIGALRM, signal.SIGXFSZ)
        starved = b"allocat" in errors or b"memory" in errors
        raise Unreadable("too_demanding" if demanding or starved else "broken", detail=detail)
    try:
        found = json.loads(answer)
    except ValueError:
        raise CageFailed(f"no answer from the {task} worker, status {status}: {detail}") from None
    if "refused" in found:
        raise Unreadable(found["refused"], found["facts"], detail=found["detail"])
    if "result" not in found:
        raise CageFailed(found["failed"])
    return found["result"]
