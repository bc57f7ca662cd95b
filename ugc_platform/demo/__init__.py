"""The demo: a small made-up world. Its people exist only where DEBUG or DEMO is set."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

if TYPE_CHECKING:
    from licensing.models import License

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


def question() -> str:
    """Where a program of the brand whose token is printed asks about a work that it may use, else one that it could.

    Empty when somebody has revoked that token, or nothing was licensed yet.
    """
    from brands.secrets import DEMO_TOKEN, digest
    from licensing.models import License

    tokens = {"licensee__api_tokens__digest": digest(DEMO_TOKEN), "licensee__api_tokens__revoked_at": None}
    licenses = [one for one in License.objects.with_parties().filter(**tokens).order_by("pk") if _is_for_a_website(one)]
    licenses.sort(key=lambda one: not one.in_force(timezone.now()))
    if not licenses:
        return ""
    asked = {"submission": licenses[0].submission.public_id, "channel": "website", "territory": "DK"}
    return f"{reverse('api:rights_decision')}?{urlencode(asked)}"


def _is_for_a_website(license: License) -> bool:
    return "website" in license.parsed_terms.channels


def was_left_half() -> bool:
    """Whether the last filling was broken off: its people are there, and most of their works are not."""
    return _mark().exists()


def fill(*, progress: Callable[[int, int], None]) -> None:
    from ugc_platform.demo import world

    _mark().touch()
    world.make(progress=progress)
    _mark().unlink()


def throw_away() -> None:
    """Database and files of the embedded default."""
    connection.close()
    database = Path(settings.DATABASES["default"]["NAME"])
    # The key goes with its log: it would sign another one under the same name.
    key = Path(settings.TRAIL_SIGNING_KEY_FILE or _mark())
    for path in (database, Path(f"{database}-wal"), Path(f"{database}-shm"), _mark(), key):
        path.unlink(missing_ok=True)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    # The folders of the broker stay: whoever has it open would find them gone.
    for message in (settings.VAR_DIR / "broker").rglob("*"):
        if message.is_file():
            message.unlink(missing_ok=True)


def is_on_embedded_default() -> bool:
    return connection.vendor == "sqlite" and not settings.S3_BUCKET


def _mark() -> Path:
    return Path(settings.VAR_DIR) / "demo-is-being-made"
