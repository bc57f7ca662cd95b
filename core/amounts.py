"""Amounts of money as people type them: `1.500,50` and `1,500.50` are the same, `1.500` alone is not said clearly."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

# The character between whole and part, by language; English is the rule for all others.
DECIMAL_COMMA = ("da",)
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
LONGEST = 24

UNCLEAR = _("Write the amount without a point or comma between thousands, such as 1500.")


def read(text: str, language: str) -> Decimal:
    """The amount. Both ways to write it are understood in each language, where only one reading is possible.

    Raises:
        ValueError: no amount, or one that could mean two things.
    """
    bare = _SPACES.sub("", text)
    if len(bare) > LONGEST or not re.fullmatch(r"[0-9][0-9.,]*", bare, re.ASCII):
        raise ValueError(text)
    point = "," if language.split("-")[0] in DECIMAL_COMMA else "."
    kinds = sorted(set(bare) & set(".,"), key=bare.rindex)
    if not kinds:
        return Decimal(bare)
    if len(kinds) == 2:
        whole, _point, part = bare.rpartition(kinds[1])
        return _joined(whole, part)
    if _GROUPED.fullmatch(bare):
        if bare.count(kinds[0]) == 1 and kinds[0] == point:
            raise ValueError(text)
        return Decimal(bare.replace(kinds[0], ""))
    whole, _point, part = bare.partition(kinds[0])
    return _joined(whole, part)


def _joined(whole: str, part: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,3}", part) or not (whole.isdigit() or _GROUPED.fullmatch(whole)):
        raise ValueError(f"{whole} {part}")
    return Decimal(f"{re.sub('[.,]', '', whole)}.{part}")
