"""The part of a brand's address that names it: `/b/<slug>/`."""

from __future__ import annotations

from itertools import count

from django.utils.text import slugify

from brands.models import Brand
from core.text import fold

LONGEST = 60
# Pages of ours under /b/, and words that somebody could take for the site itself.
RESERVED = frozenset(
    {
        "admin",
        "api",
        "b",
        "brand",
        "brands",
        "help",
        "join",
        "me",
        "new",
        "official",
        "settings",
        "support",
        "tilsagn",
        "www",
    }
)


def free_slug(name: str) -> str:
    """A slug out of `name` that no brand has now: `nordlys`, else `nordlys-2` and so on."""
    base = slugify(fold(name))[: LONGEST - 6].strip("-_") or "brand"
    taken = set(Brand.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | RESERVED
    if base not in taken:
        return base
    return next(slug for number in count(2) if (slug := f"{base}-{number}") not in taken)
