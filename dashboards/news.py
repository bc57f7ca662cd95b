"""The latest news, in words."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from notifications import sentences
from notifications.models import Notification

SHOWN = 5


def latest(rows: QuerySet[Notification]) -> list[dict[str, Any]]:
    return [
        {"notification": row, "worded": sentences.worded(row.kind, row.context)} for row in rows.order_by("-pk")[:SHOWN]
    ]
