from __future__ import annotations

from django.conf import settings

import ugc_platform.settings


def test_rate_limits_are_off_in_tests_only() -> None:
    assert settings.ACCOUNT_RATE_LIMITS is False
    assert not hasattr(ugc_platform.settings, "ACCOUNT_RATE_LIMITS")


def test_counters_of_rate_limits_are_shared_by_processes() -> None:
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
