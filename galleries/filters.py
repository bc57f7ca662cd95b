"""What a visitor narrows the gallery down to, as it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from core.text import line
from galleries import keywords
from submissions.models import AiUse

LONGEST_SEARCH = 100
LONGEST_TAG = 30
SHAPES = {"landscape": _("Landscape"), "portrait": _("Portrait"), "square": _("Square")}
AI_USES = {
    AiUse.NONE.value: _("Made without AI"),
    AiUse.ASSISTED.value: _("AI helped"),
    AiUse.GENERATED.value: _("Made by AI"),
}


@dataclass(frozen=True)
class Filters:
    """`q` is free text, the others are one value; each may be empty."""

    q: str = ""
    tag: str = ""
    shape: str = ""
    ai: str = ""

    def __bool__(self) -> bool:
        return bool(self.q or self.tag or self.shape or self.ai)

    def facets(self) -> list[str]:
        """The most selective first."""
        found = [keywords.tag(self.tag)] if self.tag else []
        found += [keywords.ai_use(self.ai)] if self.ai else []
        return found + ([keywords.shape(self.shape)] if self.shape else [])

    def query_string(self, **changes: str) -> str:
        """`?q=…&tag=…` with `changes` made and empty values left out; the gallery's own address if nothing is left."""
        named = {"q": self.q, "tag": self.tag, "shape": self.shape, "ai": self.ai, **changes}
        pairs = {name: value for name, value in named.items() if value}
        return f"?{urlencode(pairs)}" if pairs else "?"


def read(typed: Mapping[str, str]) -> Filters:
    """What does not fit is left out: an old address should still show something."""
    shape, ai = typed.get("shape", ""), typed.get("ai", "")
    return Filters(
        q=line(typed.get("q", ""))[:LONGEST_SEARCH],
        tag=line(typed.get("tag", "")).lower()[:LONGEST_TAG],
        shape=shape if shape in SHAPES else "",
        ai=ai if ai in AI_USES else "",
    )
