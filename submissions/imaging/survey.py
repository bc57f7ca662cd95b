"""From bytes to what their container says, without decoding a pixel."""

from __future__ import annotations

from submissions.imaging import kinds
from submissions.imaging.containers import Survey, avif, jpeg, png, webp
from submissions.imaging.refusals import MAX_PIXELS, MAX_SIDE, Unreadable

_SURVEYS = {"jpeg": jpeg.survey, "png": png.survey, "webp": webp.survey, "avif": avif.survey}


def take(content: bytes, *, max_pixels: int = MAX_PIXELS) -> Survey:
    """Raises Unreadable for all that is no still picture, and for one with more pixels or a longer side than this."""
    survey = _SURVEYS[kinds.recognize(content)](content)
    if max(survey.width, survey.height) > MAX_SIDE:
        raise Unreadable("too_long", {"pixels": MAX_SIDE})
    if survey.width * survey.height > max_pixels:
        raise Unreadable("too_many_pixels", {"megapixels": max_pixels // 1_000_000})
    return survey
