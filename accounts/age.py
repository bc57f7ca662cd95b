"""Old enough to have an account on one's own? Pure: the date of today is passed in."""

from __future__ import annotations

from datetime import date

# Below this, a guardian would have to agree, which nobody can do here yet.
OLD_ENOUGH = 16
OLDEST = 120


def age_on(born: date, today: date) -> int:
    """Full years. Who was born on 29 February has their birthday on 1 March in other years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def is_old_enough(born: date, today: date) -> bool:
    return age_on(born, today) >= OLD_ENOUGH


def is_plausible(born: date, today: date) -> bool:
    return born <= today and age_on(born, today) <= OLDEST
