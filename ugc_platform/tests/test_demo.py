from __future__ import annotations

import importlib
import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db.models import TextChoices
from django.test import Client, override_settings
from django.utils import timezone

from brands import secrets
from consent.models import Record
from licensing.models import License, LicenseRequest
from notifications.models import Notification
from submissions.models import AiUse, People, RightsHolder, Submission
from trail import verification
from ugc_platform import demo
from ugc_platform.demo import cast, people
from ugc_platform.management.commands.serve import Command

ROOT = Path(__file__).resolve().parents[2]

# What a demo cannot hold, with the reason. All else that states.py and the declarations name is in it at least once.
PASSING = "lasts for the seconds of a check, which the worker makes as soon as it starts"
NO_ACTION = "no action leads there yet"
NOT_IN_A_DEMO = {
    "submissions.State": {"received": PASSING, "processing": PASSING},
    "licensing.LicenseState": dict.fromkeys(("suspended", "terminated", "superseded"), NO_ACTION),
    "licensing.Standing": dict.fromkeys(("suspended", "terminated", "superseded"), NO_ACTION),
    "consent.RecordState": {"refused": "to refuse is not to hand in: nothing is kept of it"},
}


def held() -> dict[str, set[str]]:
    """What the rows in the database say, by vocabulary."""
    return {
        "submissions.State": set(Submission.objects.values_list("state", flat=True)),
        "submissions.RightsHolder": set(Submission.objects.values_list("rights_holder", flat=True)),
        "submissions.People": set(Submission.objects.values_list("people", flat=True)),
        "submissions.AiUse": set(Submission.objects.values_list("ai_use", flat=True)),
        "licensing.RequestState": set(LicenseRequest.objects.values_list("state", flat=True)),
        "licensing.LicenseState": set(License.objects.values_list("state", flat=True)),
        "licensing.Standing": {str(license.standing(timezone.now())) for license in License.objects.with_parties()},
        "consent.RecordState": set(Record.objects.values_list("state", flat=True)),
    }


def vocabularies() -> dict[str, type[TextChoices]]:
    """Each that some states.py has, and what a creator declares about a work."""
    found: dict[str, type[TextChoices]] = {
        f"submissions.{kind.__name__}": kind for kind in (RightsHolder, People, AiUse)
    }
    for file in sorted(ROOT.glob("*/states.py")):
        module = importlib.import_module(f"{file.parent.name}.states")
        kinds = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, TextChoices)]
        found |= {f"{file.parent.name}.{kind.__name__}": kind for kind in kinds if kind.choices}
    return found


def missing() -> dict[str, set[str]]:
    there = held()
    lacks = {name: set(kind.values) - there[name] for name, kind in vocabularies().items()}
    return {name: values for name, values in lacks.items() if values}


def announced(is_demo: bool) -> str:
    said = io.StringIO()
    with override_settings(DEMO=is_demo):
        Command(stdout=said).announce("http://localhost:8000")
    return said.getvalue()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.django_db(transaction=True)
def test_demo_fills_an_empty_database_with_work_in_all_states() -> None:
    assert demo.is_empty()
    demo.fill(progress=lambda done, total: None)

    assert not demo.is_empty()
    assert (len(cast.MAKERS), len(cast.BRANDS), Submission.objects.count()) == (12, 3, 60)
    assert missing() == {name: set(values) for name, values in NOT_IN_A_DEMO.items()}
    assert cast.MAKERS[0].person.language == "en"
    news = Notification.objects.filter(recipient__email="creator@demo.example")
    assert 0 < news.filter(read_at=None).count() < 15 < news.count()
    call = re.search(r'Bearer (\S+)" "http://localhost:8000(.+)"', announced(True))
    assert call is not None
    assert call[1] in (ROOT / "README.md").read_text()
    answer = Client().get(call[2], headers={"authorization": f"Bearer {call[1]}"}).json()
    assert (answer["allowed"], answer["reasons"]) == (True, [])
    assert secrets.DEMO_TOKEN not in announced(False)
    report = verification.verify()
    assert (report.deviation, report.unnumbered) == ("", 0)


def test_demo_reset_outside_of_a_demo_is_refused(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "SECRET_KEY": "0123456789abcdef" * 4}
    command = [sys.executable, "manage.py", "demo_reset"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "This is no demo" in done.stderr


@pytest.mark.django_db
@override_settings(PRODUCTION=True)
def test_start_for_real_people_on_the_database_of_a_demo_is_refused() -> None:
    people.open_account(cast.ADMIN, timezone.now())
    with pytest.raises(CommandError, match="anybody knows their password"):
        Command().prepare()


@pytest.mark.slow
@pytest.mark.embedded
@pytest.mark.timeout(300)
def test_start_that_was_stopped_while_it_filled_the_demo_starts_over(tmp_path: Path) -> None:
    """SIGINT reaches the whole group, as Ctrl-C in a terminal does."""
    environment = os.environ | {"VAR_DIR": str(tmp_path), "DEMO": "1", "SECRET_KEY": "x" * 50}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment.pop("DATABASE_URL", None)
    environment.pop("TESTING", None)
    command = [sys.executable, "manage.py", "serve", "--port", "18431"]
    mark = tmp_path / "demo-is-being-made"

    def start_and_stop(after: Callable[[], bool]) -> tuple[int, str]:
        started = subprocess.Popen(
            command, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        until = time.monotonic() + 120
        while not after() and time.monotonic() < until:
            time.sleep(0.2)
        os.killpg(started.pid, signal.SIGINT)
        said, _ = started.communicate(timeout=200)
        return started.returncode, said.decode()

    status, said = start_and_stop(lambda: mark.exists() and any((tmp_path / "media").rglob("*.*")))
    assert (status, "Traceback" in said, mark.exists()) == (130, False, True)
    first = mark.stat().st_mtime_ns

    status, said = start_and_stop(
        lambda: mark.exists() and mark.stat().st_mtime_ns != first and any((tmp_path / "media").rglob("*.*"))
    )

    assert "starting over" in said
    assert (status, "Traceback" in said) == (130, False)
