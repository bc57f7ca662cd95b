"""Gallery cards as text: what they show, how they are drawn, and when kept text no longer fits."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from functools import cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from galleries.models import Card
from submissions import pictures
from submissions.models import AiUse, MediaFile, Submission
from submissions.pictures import Picture, Source

TEMPLATE = "galleries/_card.html"
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)


def language() -> str:
    """The one of our languages in which texts are kept that this request is answered in."""
    active = translation.get_language() or ""
    return active if active in LANGUAGES else LANGUAGES[0]


def context(submission: Submission, picture: Picture) -> dict[str, Any]:
    return {
        "work": {
            "url": reverse("work", args=[submission.public_id]),
            "title": submission.title,
            "credit": submission.credit_line,
            "alt": picture.alt,
            "image": replace(picture, placeholder=""),
        },
        "generated": submission.ai_use == AiUse.GENERATED,
        "assisted": submission.ai_use == AiUse.ASSISTED,
    }


def draw(values: dict[str, Any], language: str) -> str:
    # The same text is shown to readers in every time zone.
    with translation.override(language), timezone.override(UTC):
        return render_to_string(TEMPLATE, values)


@cache
def digest() -> str:
    """Changes with the template, its translations and what the context gives it: all that a kept card depends on."""
    picture = Picture("/w", [Source("image/webp", "/w 320w")], 3, 2, "", "#123456", "a")
    drawn = [
        draw(context(Submission(public_id="sub_0", title="t", credit_line="c", ai_use=answer), picture), language)
        for language in LANGUAGES
        for answer in AiUse.values
    ]
    return hashlib.sha256("\x00".join(drawn).encode()).hexdigest()


def build(submissions: Sequence[Submission]) -> list[Card]:
    """Unsaved cards of those works that have a picture; two queries."""
    files = MediaFile.objects.filter(submission__in=submissions, is_current=True).prefetch_related("renditions")
    by_submission = {file.submission_id: file for file in files}
    found = []
    for submission in submissions:
        file = by_submission.get(submission.pk)
        picture = pictures.of_file(file, alt=submission.alt_text) if file else None
        if picture is None or not picture.src:
            continue
        values = context(submission, picture)
        texts = {f"html_{language}": draw(values, language) for language in LANGUAGES}
        found.append(Card(submission=submission, template_hash=digest(), revision=submission.revision, **texts))
    return found
