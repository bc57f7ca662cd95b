"""What a refusal leaves behind: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import mail


@contextmanager
def nothing_happens(*, besides: str = "") -> Iterator[None]:
    """No row of any table differs afterwards, no file in the store, and no mail was sent.

    That covers entries of the trail, background jobs and news to people, too. `besides` names tables, such as
    `sessions.Session`, that may differ.
    """
    before = _world(besides.split())
    yield
    after = _world(besides.split())
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {
        name: rows for name, rows in before.items() if rows != after[name]
    }


def _world(besides: list[str]) -> dict[str, list[Any]]:
    rows = {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label not in besides
    }
    stored = sorted(str(path) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())
    return {**rows, "files": stored, "mail": [message.subject for message in mail.outbox]}
