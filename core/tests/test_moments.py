from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from core import moments

AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("UTC", "en", "24 November 2026, 23:30 UTC"),
        ("Europe/Copenhagen", "en", "25 November 2026, 00:30 CET"),
        ("Europe/Copenhagen", "da", "25. november 2026 00:30 CET"),
        ("Asia/Dubai", "en", "25 November 2026, 03:30 UTC+04"),
    ],
)
def test_local_says_time_and_zone(zone: str, language: str, words: str) -> None:
    with timezone.override(zone), translation.override(language):
        assert moments.local(AT) == words
        assert Template("{% load components %}{{ at|moment }}").render(Context({"at": AT})) == words


def test_moment_in_utc_stays_there_for_every_reader() -> None:
    with timezone.override("Europe/Copenhagen"), translation.override("en"):
        shown = Template("{% load components tz %}{{ at|utc|moment }}").render(Context({"at": AT}))
    assert shown == "24 November 2026, 23:30 UTC"
