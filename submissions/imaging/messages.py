"""What a refusal code says to the person, and what they can do about it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.imaging.refusals import MAX_PIXELS, MAX_SIDE, Facts

MESSAGES: dict[str, Promise] = {
    "empty": _(
        "This file is empty. Choose the photo again; if it is stored in the cloud, download it to your device first."
    ),
    "not_an_image": _("This file is not a photo, whatever its name says. Send a JPEG, PNG, WebP or AVIF file."),
    "polyglot": _(
        "Another kind of file is hidden in this photo, so we cannot take it."
        " Open the photo, save it as a new file and send that one."
    ),
    "truncated": _("Part of this file is missing. It may not have been copied completely: send it again."),
    "too_many_pixels": _(
        "This photo has more than %(megapixels)s megapixels. Make it smaller, for example 8000 pixels wide,"
        " and send it again."
    ),
    "too_long": _(
        "One side of this photo is longer than %(pixels)s pixels. Make the photo smaller or cut it, and send it again."
    ),
    "animated": _("This file moves. Only still photos can be sent here: save one frame as a JPEG or PNG."),
    "unsupported_format": _(
        "This is a picture in a format that we cannot take. JPEG, PNG, WebP and AVIF work:"
        " export the photo as one of these. On an iPhone, choose “Most Compatible” under Settings, Camera, Formats."
    ),
    "broken": _("This file is damaged and cannot be opened. Export the photo again from the program that made it."),
    "too_demanding": _(
        "This photo took too long to open. Open it, save it as an ordinary JPEG and send that file instead."
    ),
}

DEFAULT_FACTS: Facts = {
    "megapixels": MAX_PIXELS // 1_000_000,
    "pixels": MAX_SIDE,
}


def text_for(code: str, facts: Facts | None = None) -> str:
    """The message in the language of the request; a code from an older version reads as `broken`."""
    return str(MESSAGES.get(code, MESSAGES["broken"])) % {**DEFAULT_FACTS, **(facts or {})}
