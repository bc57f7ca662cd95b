"""Why a work was set aside by the check, in words that say what to do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from submissions.imaging import messages

OUR_FAULT = "our_fault"


def message(code: str) -> str:
    if code == OUR_FAULT:
        return _(
            "We could not finish checking your picture. That is our fault, not yours: your file is safe, and our staff "
            "have been told. You do not have to do anything; you can also send it again yourself."
        )
    return messages.text_for(code)
