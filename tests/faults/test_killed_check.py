"""A worker that is killed while it checks a work: the sweeper takes the work up again, and nothing is there twice."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

HAND_IN = """
from accounts.tests.factories import person
from core.ids import random_token
from creators.tests.factories import creator
from submissions.tests import pictures
from submissions.tests.test_processing import handed_in
name = random_token(8)
maker = creator(person(f"{name}@example.com"), handle=f"maker-{name}")
print(handed_in(pictures.photo(1500, 1000), creator=maker).public_id)
"""
# The crash is real; only its moment is chosen.
WORK = """
import os, signal
from core import jobs
from submissions import actions, processing, storage
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
moment = {moment!r}
written = []
put_file, pass_check, render = storage.put_file, actions.pass_check, processing.cage.render
def put_and_die(key, path):
    put_file(key, path)
    written.append(key)
    if len(written) == 3:
        die()
def pass_and_die(**given):
    pass_check(**given)
    die()
if moment == "before the pictures":
    processing.cage.render = die
if moment == "at the third picture":
    storage.put_file = put_and_die
if moment == "before the rows":
    actions.pass_check = die
if moment == "after the rows":
    actions.pass_check = pass_and_die
jobs.run_all()
"""
TAKE_UP = """
import json
from datetime import timedelta
from django.utils import timezone
from core import tasks
from core.models import Job
from submissions import storage
from submissions.models import Rendition, Submission
from trail.models import Entry
before = Submission.objects.get(public_id={public_id!r})
tasks.sweep()
untouched = Job.objects.get(subject=before.public_id).state
Job.objects.filter(state="leased").update(leased_until=timezone.now() - timedelta(seconds=1))
tasks.sweep()
after = Submission.objects.get(public_id=before.public_id)
media_file = after.media_files.get()
rows = {{r.storage_key: r.byte_size for r in Rendition.objects.filter(media_file=media_file)}}
print(json.dumps({{
    "killed_in": before.state,
    "while_leased": untouched,
    "state": after.state,
    "job": Job.objects.get(subject=after.public_id).state,
    "rows": rows,
    "files": {{key: storage.default_storage.size(key) for key in storage.rendition_keys(media_file)}},
    "checked": Entry.objects.filter(topic=after.public_id, kind="submission.checked").count(),
}}))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "killed_in"),
    [
        ("before the pictures", "processing"),
        ("at the third picture", "processing"),
        ("before the rows", "processing"),
        ("after the rows", "in_review"),
    ],
)
def test_killed_check_is_taken_up_again_once(
    manage: Callable[..., subprocess.CompletedProcess[str]], moment: str, killed_in: str
) -> None:
    public_id = manage("shell", "--no-imports", "-c", HAND_IN).stdout.split()[-1]
    killed = manage("shell", "--no-imports", "-c", WORK.format(moment=moment))
    assert killed.returncode == -signal.SIGKILL

    told = manage("shell", "--no-imports", "-c", TAKE_UP.format(public_id=public_id))

    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    assert (found["killed_in"], found["while_leased"]) == (killed_in, "leased")
    assert (found["state"], found["job"], found["checked"]) == ("in_review", "done", 1)
    assert len(found["rows"]) == 6
    assert found["files"] == found["rows"]
