"""Makes the demo's people, works, requests and licenses, by the same actions that pages call."""

from __future__ import annotations

from collections.abc import Callable

from accounts.models import User
from ugc_platform import demo


def make(*, progress: Callable[[int, int], None]) -> None:
    User.objects.create_superuser("admin@demo.example", demo.PASSWORD, name="Admin")
    progress(1, 1)
