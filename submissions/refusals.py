"""Why a file could not be taken, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OUR_FAULT = "our_fault"


@dataclass(frozen=True)
class Refusal:
    """`why` it was, and `what_to_do` about it."""

    why: str | Promise
    what_to_do: str | Promise


_REFUSALS = {
    OUR_FAULT: Refusal(
        _("We could not finish checking your picture. That is our fault, not yours, and our staff have been told."),
        _("You do not have to do anything: your file is safe and we try again. You can also send it again yourself."),
    ),
}
_UNKNOWN = Refusal(
    _("This file could not be read as a picture."),
    _("Open it in a photo program, export it as JPEG and send the new file."),
)


def of(code: str) -> Refusal:
    return _REFUSALS.get(code, _UNKNOWN)
