"""The demo: a small made-up world. Its people exist only where DEBUG or DEMO is set."""

from __future__ import annotations

from collections.abc import Callable

PASSWORD = "demo-demo-demo"  # noqa: S105 - printed at each start; demo accounts exist only in demos
LOG_INS = [
    ("creator", "creator@demo.example", "/studio/"),
    ("brand", "brand@demo.example", "/home/"),
    ("moderator", "moderator@demo.example", "/moderation/"),
    ("admin", "admin@demo.example", "/admin/"),
]


def is_empty() -> bool:
    from accounts.models import User

    return not User.objects.exists()


def fill(*, progress: Callable[[int, int], None]) -> None:
    from ugc_platform.demo import world

    world.make(progress=progress)
