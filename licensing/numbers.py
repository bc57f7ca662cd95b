"""License numbers: what people read out, write down and type in. `L26-7F3K-9Q2M`: the year, then 40 random bits."""

from __future__ import annotations

import re
from datetime import datetime

from core.ids import ALPHABET, random_token

PATTERN = re.compile(rf"^L\d\d-[{ALPHABET.upper()}]{{4}}-[{ALPHABET.upper()}]{{4}}$")
# What a person types for a letter that the alphabet leaves out (Crockford's base 32).
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_number(now: datetime) -> str:
    token = random_token(8).upper()
    return f"L{now:%y}-{token[:4]}-{token[4:]}"


def normalize(typed: str) -> str:
    """The number as it is kept, from what somebody typed: any case, spaces or dashes; "" if it cannot be one."""
    letters = re.sub(r"[^0-9A-Z]", "", typed.upper())
    if len(letters) != 11 or letters[0] != "L":
        return ""
    letters = letters[1:].translate(_MISREAD)
    number = f"L{letters[:2]}-{letters[2:6]}-{letters[6:]}"
    return number if PATTERN.match(number) else ""
