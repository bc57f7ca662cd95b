"""The public id of what a form will make, given to it when it is opened: a form that is sent twice makes one thing."""

from __future__ import annotations

from django.core import signing

from core.ids import new_id

# Longer than anybody leaves a form open.
LASTS = 7 * 24 * 3600


def reserve(prefix: str, *belongs: int) -> str:
    """For a hidden field; it is good only together with the rows that it `belongs` to."""
    return signing.dumps([new_id(prefix), *belongs], salt=f"licensing.{prefix}")


def reserved(prefix: str, token: str, *belongs: int) -> str:
    """The id, or "" where the token is not ours, too old, or of another form."""
    try:
        public_id, *found = signing.loads(token, salt=f"licensing.{prefix}", max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return ""
    return str(public_id) if found == list(belongs) else ""
