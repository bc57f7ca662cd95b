"""Every variable that settings read from the environment stands in docs/settings.md, and nothing else does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = (ROOT / "ugc_platform" / "settings.py").read_text()
PAGE = (ROOT / "docs" / "settings.md").read_text()
READ = set(re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', SETTINGS))
DOCUMENTED = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", PAGE, flags=re.MULTILINE))


def test_every_variable_is_documented() -> None:
    assert set() == READ - DOCUMENTED


def test_every_documented_variable_is_read() -> None:
    started_with = {"PORT", "HOST", "PYTHON", "CHROMIUM", "REQUIRE_ALL"}
    tests = {"TEST_ON", "TEST_DATABASE_URL", "TEST_DATABASE_NAME", "TEST_REDIS_URL"}
    assert DOCUMENTED - READ - started_with - tests == set()


def run_check(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **variables}
    command = [sys.executable, "manage.py", "check", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("secret", [None, "development-only-secret-never-for-real-people"])
def test_production_without_a_secret_of_its_own_is_refused(tmp_path: Path, secret: str | None) -> None:
    result = run_check(tmp_path, **({"SECRET_KEY": secret} if secret else {}))

    assert result.returncode != 0
    assert "SECRET_KEY is missing or is the development one" in result.stderr


@pytest.mark.parametrize("secret", ["0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM", "abcdefghi" * 10])
def test_production_with_a_secret_that_can_be_guessed_is_refused(tmp_path: Path, secret: str) -> None:
    result = run_check(tmp_path, SECRET_KEY=secret)

    assert result.returncode != 0
    assert "SECRET_KEY can be guessed" in result.stderr


@pytest.mark.parametrize(
    ("variables", "demo"),
    [
        ({}, "1 with a secret"),
        ({"DATABASE_URL": "postgresql://db/real"}, "0"),
        ({"DATABASE_URL": "postgresql://db/real", "DEMO": "1"}, "1 with a secret"),
        ({"DEMO": "0"}, "0"),
    ],
)
def test_run_makes_no_demo_where_a_database_is_named(variables: dict[str, str], demo: str) -> None:
    function = re.search(r"^demo\(\) \{.*?^\}", (ROOT / "run").read_text(), flags=re.MULTILINE | re.DOTALL)
    assert function is not None
    script = f'secret() {{ made=" with a secret"; }}\n{function[0]}\ndemo; printf %s "$DEMO${{made:-}}"'
    environment = {"PATH": os.environ["PATH"], **variables}
    assert subprocess.run(["sh", "-euc", script], env=environment, capture_output=True, text=True).stdout == demo


IN_PRODUCTION = {
    "SECRET_KEY": "".join(f"{number:x}q" for number in range(60)),
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "DEFAULT_FROM_EMAIL": "Rights <hello@example.org>",
}


def test_production_settings_pass_the_deploy_check(tmp_path: Path) -> None:
    result = run_check(tmp_path, "--deploy", "--fail-level", "WARNING", **IN_PRODUCTION)

    assert (result.returncode, result.stderr) == (0, "")
    assert "no issues" in result.stdout


def test_production_without_an_address_is_refused(tmp_path: Path) -> None:
    variables = {name: value for name, value in IN_PRODUCTION.items() if name != "DEFAULT_FROM_EMAIL"}
    result = run_check(tmp_path, "--deploy", **variables)

    assert result.returncode != 0
    assert "DEFAULT_FROM_EMAIL is hello@localhost" in result.stderr
    assert "OPERATOR_CONTACT is hello@localhost" in result.stderr


@pytest.mark.parametrize(
    "contact", ["me@localhost", "hello@demo.example", "@example.org", "somebody", "root@mail.localhost"]
)
def test_production_with_a_contact_nobody_reaches_is_refused(tmp_path: Path, contact: str) -> None:
    result = run_check(tmp_path, "--deploy", **IN_PRODUCTION, OPERATOR_CONTACT=contact)

    assert result.returncode != 0
    assert "accounts.E002" in result.stderr
    assert "OPERATOR_CONTACT is" in result.stderr
    assert "DEFAULT_FROM_EMAIL is" not in result.stderr
