"""Facts of nobody, for tests of the log itself."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from trail import recording
from trail.models import Entry

AT = datetime(2026, 5, 1, 12, tzinfo=UTC)


def sealing_entry() -> Entry:
    with transaction.atomic():
        return recording.record(
            "person.told",
            actor="usr_1",
            at=AT,
            subject="usr_1",
            facts={"n": "0"},
            sealed={"name": recording.Sealed("Ada", "usr_1"), "place": recording.Sealed("Oslo", "usr_1")},
        )


def entries(count: int) -> list[Entry]:
    with transaction.atomic():
        return [
            recording.record("thing.made", actor="usr_1", at=AT, subject=f"thg_{number}", facts={"n": str(number)})
            for number in range(count)
        ]
