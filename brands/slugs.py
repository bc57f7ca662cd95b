"""The part of a brand's address that names it: `/b/<slug>/`."""

from __future__ import annotations

from itertools import count

from django.utils.text import slugify

from brands.models import Brand

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
_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def free_slug(name: str) -> str:
    """A slug out of `name` that no brand has now: `nordlys`, else `nordlys-2` and so on."""
    base = slugify(name.lower().translate(_FOLDED))[: LONGEST - 6].strip("-_") or "brand"
    taken = set(Brand.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | RESERVED
    if base not in taken:
        return base
    return next(slug for number in count(2) if (slug := f"{base}-{number}") not in taken)
