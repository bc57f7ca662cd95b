"""What the shape of the models must keep: foreign keys point down, rights rows are protected, states are complete."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
LEVELS = {app.strip(): level for level, row in enumerate(reversed(CONTRACT["layers"])) for app in row.split("|")}
OURS = [model for model in apps.get_models() if model._meta.app_label in LEVELS]
RIGHTS = ["consent", "submissions", "licensing", "moderation", "brands", "creators", "trail"]
# Rows that hold no right and may go with what they belong to.
MAY_CASCADE = {"submissions.Tag", "moderation.Claim", "galleries.Card", "notifications.Notification"}


def relations():
    for model in OURS:
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey):
                yield model, field


@pytest.mark.parametrize(("model", "field"), [pytest.param(m, f, id=f"{m.__name__}.{f.name}") for m, f in relations()])
def test_foreign_key_points_down(model, field) -> None:
    target = field.related_model._meta.app_label
    if target in LEVELS:
        assert LEVELS[target] <= LEVELS[model._meta.app_label]


def test_rights_rows_are_protected() -> None:
    unprotected = [
        f"{model._meta.label}.{field.name}"
        for model, field in relations()
        if model._meta.app_label in RIGHTS
        and field.remote_field.on_delete is not models.PROTECT
        and model._meta.label not in MAY_CASCADE
    ]
    assert unprotected == []


def test_decision_time_has_its_person() -> None:
    """Each `*_at` that a person's act sets has its `*_by` (or `*_to`); clocks of machines are listed here."""
    machine = {
        "created_at", "recorded_at", "erased_at", "failed_at", "advanced_at", "due_at", "done_at", "effective_at",
        "acted_at", "expires_at", "received_at", "read_at", "mailed_at", "starts_at", "ends_at",
            "signed_at",
    }  # fmt: skip
    # Repeats the submission's, for an index.
    repeated = {"galleries.Keyword.published_at"}
    missing = []
    for model in OURS:
        names = {field.name for field in model._meta.get_fields()}
        for name in names:
            stem = name.removesuffix("_at")
            if name.endswith("_at") and name not in machine and not {f"{stem}_by", f"{stem}_to"} & names:
                missing.append(f"{model._meta.label}.{name}")
    assert set(missing) - repeated == set()


def test_no_generic_foreign_keys_and_no_signals() -> None:
    offending = []
    for app in LEVELS:
        for path in (ROOT / app).rglob("*.py"):
            text = path.read_text()
            if any(word in text for word in ("GenericForeignKey", "@receiver", "post_save", "pre_save")):
                offending.append(str(path.relative_to(ROOT)))
    assert offending == []
