"""Each kind of entry of every app has its words for each person concerned, or is listed as silent with the reason."""

from __future__ import annotations

import ast
import importlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from notifications.news import SILENT, TELLING
from notifications.sentences import SENTENCES, worded
from submissions.states import MOVES

OURS = [app.name for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
# A value of each name that a sentence may hold.
VALUES = {
    "work": "Harbor at dawn",
    "creator": "Ada Holm",
    "brand": "Nordlys Home",
    "number": "ABCD-EFGH",
    "answer_by": "2026-05-04T10:00:00+00:00",
    "ended_from": "2026-05-04T10:00:00.000000Z",
    "place": "Front page",
    "person": "Olga",
    "role": "editor",
    "added": "webauthn recovery_codes",
    "removed": "totp",
}


def declared() -> set[str]:
    kinds: set[str] = set()
    for app in OURS:
        for name in ("states", "events"):
            if find_spec(f"{app}.{name}"):
                kinds.update(getattr(importlib.import_module(f"{app}.{name}"), "EVENTS", ()))
    return kinds


def written_literally() -> set[str]:
    """First arguments of `record(…)` that stand in the source as text."""
    found = set()
    for app in OURS:
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "tests" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                name = getattr(getattr(node, "func", None), "attr", "")
                if isinstance(node, ast.Call) and name == "record" and isinstance(node.args[0], ast.Constant):
                    found.add(str(node.args[0].value))
    return found


def test_declared_kinds_are_found() -> None:
    assert {"submission.published", "license.granted", "member.joined", "account.registered"} <= declared()
    assert {move.event for move in MOVES if move.event} <= declared()
    assert written_literally() - declared() == set()


def test_every_kind_has_a_message_or_is_silent() -> None:
    assert set(TELLING) | set(SILENT) == declared()


def test_no_kind_is_both_told_and_silent() -> None:
    assert set(TELLING) & set(SILENT) == set()


def test_every_silence_has_its_reason() -> None:
    assert [kind for kind, reason in SILENT.items() if len(reason) < 20] == []


def test_every_sentence_belongs_to_a_kind_that_is_told() -> None:
    stems = {".".join(kind.split(".")[:2]) for kind in SENTENCES}
    assert stems - set(TELLING) == {"member.left"}
    assert set(TELLING) - stems == {"submission.withdrawn"} - stems


def test_every_topic_of_mail_stands_on_the_account_page() -> None:
    """The panel "Mails you get" of templates/accounts/overview.html says these in words; a new one belongs there."""
    mailed = {kind.split(".")[0] for kind, sentence in SENTENCES.items() if sentence.mail}
    assert mailed == {"account", "submission", "request", "license", "use", "member", "token"}


@pytest.mark.parametrize("kind", SENTENCES)
def test_sentence_can_be_worded(kind: str) -> None:
    said = worded(kind, VALUES)
    assert said.title
    assert said.body
    assert "%(" not in said.title + said.body + said.action


@pytest.mark.parametrize("kind", SENTENCES)
def test_icon_is_in_the_sprite(kind: str) -> None:
    sprite = (settings.BASE_DIR / "static" / "icons" / "sprite.svg").read_text()
    assert re.search(rf'id="{SENTENCES[kind].icon}"', sprite)
