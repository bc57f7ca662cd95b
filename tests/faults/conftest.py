"""Commands of manage.py in processes of their own, which can be killed."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Files and a database of its own: SQLite, or a new PostgreSQL database where the tests run on that."""
    found = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path_factory.mktemp("killed")), "DEMO": "1"}
    if os.environ.get("TEST_ON") != "postgresql":
        yield found
        return
    import psycopg

    server, name = os.environ["TEST_DATABASE_URL"], f"killed_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield found | {"DATABASE_URL": f"{server.rsplit('/', 1)[0]}/{name}"}
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def manage(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100)

    assert run("migrate", "--verbosity=0").returncode == 0
    return run
