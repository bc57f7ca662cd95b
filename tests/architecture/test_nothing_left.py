"""A test begins with the language and the zone of the site, whatever the one before it asked for."""

from __future__ import annotations

import pytest
from django.utils import timezone, translation


@pytest.mark.parametrize("_time", ["first", "second"])
def test_language_and_zone_of_a_test_end_with_it(_time: str) -> None:
    assert (translation.get_language(), timezone.get_current_timezone_name()) == ("en", "UTC")

    translation.activate("da")
    timezone.activate("Asia/Dubai")
