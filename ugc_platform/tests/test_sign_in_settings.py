from __future__ import annotations

import pytest
from django.conf import settings
from django.core.cache import cache

import ugc_platform.settings


def test_rate_limits_are_off_in_tests_only() -> None:
    assert settings.ACCOUNT_RATE_LIMITS is False
    assert not hasattr(ugc_platform.settings, "ACCOUNT_RATE_LIMITS")


def test_counters_of_rate_limits_are_shared_by_processes() -> None:
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


@pytest.mark.django_db
def test_counter_of_one_is_not_pushed_out_by_those_of_very_many_others() -> None:
    cache.set("victim", [1.0], 300)
    for number in range(700):
        cache.set(f"other{number}", [1.0], 300)
    assert cache.get("victim") == [1.0]
