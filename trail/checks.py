"""What has to be there before real people record anything."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register(deploy=True)
def somebody_signs(**kwargs: Any) -> list[Error]:
    """Several machines must sign with one key, so none is made up for them."""
    if settings.TRAIL_SIGNER or settings.TRAIL_SIGNING_KEY or settings.TRAIL_SIGNING_KEY_FILE:
        return []
    return [
        Error(
            "Nobody signs the checkpoints of the trail.",
            hint="Set TRAIL_SIGNING_KEY_FILE, TRAIL_SIGNING_KEY or TRAIL_SIGNER; docs/production.md says how.",
            id="trail.E001",
        )
    ]
