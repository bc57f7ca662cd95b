"""The page of a work: what it shows to everybody is drawn once and kept beside the work."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone, translation

from core.errors import Conflict
from creators.models import Creator
from galleries import pages, structured
from galleries.cards import LANGUAGES
from galleries.models import WorkPage
from licensing import policies as licensing_policies
from submissions import pictures
from submissions.models import AiUse, People, RightsHolder, Submission
from submissions.pictures import Picture, Source
from submissions.states import State

TEMPLATE = "galleries/work.html"
# No text that people typed holds it: control characters are taken out when it comes in, and again here.
CUT = "\x1e"
PIECES = 12


@dataclass(frozen=True)
class Kept:
    """The text of one page, cut.

    `ask` and `use` are what a visitor can do with the work. Other works of the creator go between `opening` and
    `closing`; without any, these two are left out.
    """

    title: str
    description: str
    head: str
    top: str
    ask: str
    middle: str
    use: str
    below: str
    opening: str
    closing: str
    after: str
    scripts: str

    def filled(self, more: str, *, ask: str, use: str) -> list[str]:
        between = f"{self.opening}{more}{self.closing}" if more else ""
        layout = f"{self.top}{ask}{self.middle}{use}{self.below}{between}{self.after}"
        return [self.title, self.description, self.head, layout, self.scripts]


def read(text: str) -> Kept:
    return Kept(*text.split(CUT))


def own_parts(request: HttpRequest, work: Submission, standings: Sequence[Any], *, is_own: bool) -> tuple[str, str]:
    """What can be done with the work, as somebody who is signed in sees it: the button, and the panel."""
    context = {**_asking(work), "standings": standings, "is_own": is_own}
    ask, use = (render_to_string(f"galleries/_{part}.html", context, request) for part in ("ask", "use"))
    return ask, use


def _asking(work: Submission) -> dict[str, Any]:
    return {"work": work, "refusal": why_not_licensable(work), "ask_url": structured.ask_path(work)}


def context(work: Submission, picture: Picture, tags: list[str]) -> dict[str, Any]:
    """What the page shows to visitors."""
    return {
        **_asking(work),
        "standings": (),
        "is_own": False,
        "SITE_NAME": settings.SITE_NAME,
        "picture": picture,
        "tags": tags,
        "page_url": structured.page_address(work),
        "image": structured.largest(picture),
        "structured_data": structured.data_block(work, picture),
    }


def why_not_licensable(work: Submission) -> Conflict | None:
    """Why nobody can ask for this work, if so."""
    try:
        licensing_policies.check_can_be_licensed(work)
    except Conflict as refusal:
        return refusal
    return None


def fingerprint(work: Submission) -> str:
    """Of all that the kept text depends on beside its template: what was handed in, and its creator's names."""
    refusal = why_not_licensable(work)
    # Under DEBUG templates change while the process runs.
    digest = _template_digest.__wrapped__() if settings.DEBUG else _template_digest()
    facts = (digest, work.revision, work.creator.name, work.creator.handle, refusal.code if refusal else "")
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def build(work: Submission) -> WorkPage:
    """An unsaved page of a work that was loaded with its pictures and tags."""
    values = context(work, pictures.of(work), [tag.name for tag in work.tags.all()])
    texts = {f"html_{language}": _draw(values, language) for language in LANGUAGES}
    return WorkPage(submission=work, fingerprint=fingerprint(work), **texts)


def _draw(values: dict[str, Any], language: str) -> str:
    # The same text is shown to readers in every time zone.
    with translation.override(language), timezone.override(UTC):
        drawn = pages.parts(None, TEMPLATE, {**values, "cut": pages.SEPARATOR})
    if len(drawn) != PIECES:
        raise ValueError(f"{TEMPLATE} has {len(drawn)} pieces instead of {PIECES}")
    return CUT.join(piece.replace(CUT, "") for piece in drawn)


@cache
def _template_digest() -> str:
    """Changes with the template, its translations, settings that it shows, and the addresses of static files."""
    creator = Creator(name="n", handle="h")
    work = Submission(
        public_id="sub_0",
        creator=creator,
        title="t",
        description="d",
        alt_text="a",
        credit_line="c",
        state=State.PUBLISHED,
        rights_holder=RightsHolder.SELF,
        people=People.NONE,
        ai_use=AiUse.ASSISTED,
        ai_note="n",
        published_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    picture = Picture("/w", [Source("image/webp", "/w 320w")], 3, 2, "data:", "", "a")
    drawn = [_draw(context(work, picture, ["tag"]), language) for language in LANGUAGES]
    return hashlib.sha256("\x00".join(drawn).encode()).hexdigest()
