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

    That covers entries of the trail, background jobs and news to people, too. `besides` names what may
    differ: tables, such as `sessions.Session`, or `files`.
    """
    before = _world(besides.split())
    yield
    after = _world(besides.split())
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {
        name: rows for name, rows in before.items() if rows != after[name]
    }


def _world(besides: list[str]) -> dict[str, list[Any]]:
    world: dict[str, list[Any]] = {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
    }
    world["files"] = sorted(str(path) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())
    world["mail"] = [message.subject for message in mail.outbox]
    return {name: found for name, found in world.items() if name not in besides}
