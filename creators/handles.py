"""Names in addresses: `/@<handle>/`."""

from __future__ import annotations

import re

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.errors import Message
from core.text import fold

SHORTEST = 3
LONGEST = 30
PATTERN = re.compile(r"^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])$")
# Somebody could take these for the site itself, or for a person who speaks for it.
RESERVED = frozenset(
    {
        "about",
        "admin",
        "administrator",
        "api",
        "help",
        "info",
        "legal",
        "mail",
        "me",
        "moderation",
        "moderator",
        "null",
        "official",
        "press",
        "privacy",
        "root",
        "security",
        "staff",
        "support",
        "system",
        "team",
        "terms",
        "tilsagn",
        "undefined",
        "you",
    }
)


def suggest(name: str) -> str:
    """A handle out of a name: `Søren Ægir` gives `soeren-aegir`."""
    return slugify(fold(name))[:LONGEST].strip("-_")


def normalize(typed: str) -> str:
    return typed.strip().removeprefix("@").lower()


def complaint(handle: str) -> Message:
    """Why this handle cannot be taken whoever asks, or an empty string."""
    if not SHORTEST <= len(handle) <= LONGEST:
        return _("Use 3 to 30 characters.")
    if not PATTERN.match(handle):
        return _("Use letters a to z, digits, hyphens and underscores, and begin and end with a letter or digit.")
    if handle in RESERVED:
        return _("This handle is reserved. Choose another one.")
    return ""
