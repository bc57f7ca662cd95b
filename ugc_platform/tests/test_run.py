"""What `./run` promises to somebody who has only Python and git, when something is wrong with the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.embedded

ROOT = Path(__file__).resolve().parents[2]
BROKEN = "run: .venv is broken. Throw it away and start again: rm -rf .venv && ./run"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "run", tmp_path)
    lock = f"package-of-nobody==1.0 --hash=sha256:{'0' * 64}\n"
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(lock)
    return tmp_path


def start(checkout: Path, **variables: str) -> tuple[int, list[str]]:
    environment = {"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1", **variables}
    done = subprocess.run(["./run"], cwd=checkout, env=environment, capture_output=True, text=True, timeout=100)
    assert done.stdout == ""
    return done.returncode, done.stderr.splitlines()


def test_start_on_a_venv_without_pip_says_what_to_do(checkout: Path) -> None:
    venv.create(checkout / ".venv", symlinks=True)

    status, said = start(checkout)

    assert (status, said[-1], len(said)) == (1, BROKEN, 2)


def test_start_on_a_venv_without_django_says_what_to_do(checkout: Path) -> None:
    venv.create(checkout / ".venv", symlinks=True)
    with (checkout / "requirements.lock").open() as lock:
        sum_of_lock = subprocess.run(["cksum"], stdin=lock, capture_output=True, text=True, check=True).stdout
    (checkout / ".venv" / "installed-base").write_text(sum_of_lock.strip())

    assert start(checkout) == (1, [BROKEN])


@pytest.mark.slow
@pytest.mark.parametrize("is_left_of_another_python", [False, True])
def test_start_that_cannot_install_says_which_package_and_where_to_read_on(
    checkout: Path, is_left_of_another_python: bool
) -> None:
    if is_left_of_another_python:
        venv.create(checkout / ".venv", symlinks=True)
        (checkout / ".venv" / "bin" / "python").unlink()
        (checkout / ".venv" / "bin" / "python").symlink_to(checkout / "python-that-was-removed")

    status, said = start(checkout)

    assert status == 1
    assert said[-1] == (
        "run: the install failed: ERROR: No matching distribution found for package-of-nobody==1.0. "
        "Details: var/install.log"
    )
    assert not (checkout / ".venv" / "installed-base").exists()


def test_start_without_a_fitting_python_says_which_one_is_needed(checkout: Path) -> None:
    tools = checkout / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(str(shutil.which("dirname")))

    status, said = start(checkout, PATH=str(tools), PYTHON="")

    assert status == 1
    assert said == [
        "run: needs Python 3.11, 3.12 or 3.13, and found none. On Debian or Ubuntu: apt install python3 python3-venv"
    ]
