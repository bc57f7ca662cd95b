"""Countries and groups of them by name, in the language of the request."""

from __future__ import annotations

import unicodedata

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from licensing.terms import territories

GROUP_NAMES: dict[str, str | Promise] = {
    territories.WORLD: _("The whole world"),
    "EU": _("European Union"),
    "EEA": _("European Economic Area"),
    "EEA_UK_CH": _("European Economic Area, United Kingdom and Switzerland"),
    "nordics": _("The Nordic countries"),
    "scandinavia": _("Scandinavia"),
    "baltics": _("The Baltic states"),
    "benelux": _("Benelux"),
    "DACH": _("Germany, Austria and Switzerland"),
    "north_america": _("North America"),
}


def group_choices() -> list[tuple[str, str]]:
    return [(code, str(GROUP_NAMES[code])) for code in territories.GROUPS]


def country_choices() -> list[tuple[str, str]]:
    named = [(code, str(countries.name(code))) for code in territories.COUNTRIES]
    return sorted(named, key=lambda choice: _sort_key(choice[1]))


def name(code: str) -> str:
    return str(GROUP_NAMES[code]) if code in GROUP_NAMES else str(countries.name(code))


def _sort_key(name: str) -> str:
    """Danish æ, ø and å stand last; every other letter where it stands without its accent."""
    folded = name.casefold().replace("æ", "zza").replace("ø", "zzb").replace("å", "zzc")
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
