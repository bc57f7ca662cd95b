"""Do profiles say what their entries say? Called by verify_trail."""

from __future__ import annotations

from collections.abc import Iterator

from creators.models import Creator
from trail import sealed

CHUNK = 500
NAMES = ("name", "handle", "bio", "default_credit_line")


def profiles_match_entries() -> Iterator[str]:
    last = 0
    while chunk := list(Creator.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        told = sealed.latest([creator.public_id for creator in chunk])
        for creator in chunk:
            row = {name: getattr(creator, name) for name in NAMES}
            if creator.public_id not in told:
                yield f"creator {creator.public_id}: no entry tells of the profile"
            elif name := sealed.differing(told[creator.public_id], row):
                yield f"creator {creator.public_id}: the {name} is not what was sealed last"
        last = chunk[-1].pk
