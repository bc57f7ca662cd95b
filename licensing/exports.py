"""What machines are told of a published work: schema.org's ImageObject with its license fields.

Source: https://schema.org/ImageObject and Google's "image license" structured data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from core.text import line

Described = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class PublishedWork:
    """Facts that the work's own page shows anyway. Addresses are absolute."""

    title: str
    description: str
    alt_text: str
    page_url: str
    image_url: str
    thumbnail_url: str
    width: int
    height: int
    credit_line: str
    creator_name: str
    creator_url: str
    # Whoever holds the rights, where that is not the creator.
    rights_holder_name: str = ""
    published_at: datetime
    # Where it says what may be done with the work, and where one asks for more.
    license_url: str
    ask_url: str


def schema_org(work: PublishedWork) -> Described:
    """JSON-LD as a dict; a field of which nothing is known is left out."""
    holder = line(work.rights_holder_name) or line(work.creator_name)
    described: Described = {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "@id": work.page_url,
        "name": line(work.title),
        "description": line(work.description),
        "caption": line(work.alt_text),
        "url": work.page_url,
        "contentUrl": work.image_url,
        "thumbnailUrl": work.thumbnail_url,
        "width": work.width,
        "height": work.height,
        "datePublished": work.published_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "creator": {"@type": "Person", "name": line(work.creator_name), "url": work.creator_url},
        "creditText": line(work.credit_line),
        "copyrightNotice": f"© {work.published_at.astimezone(UTC).year} {holder}",
        "license": work.license_url,
        "acquireLicensePage": work.ask_url,
    }
    return {name: value for name, value in described.items() if value not in ("", 0)}


_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def script_text(described: Mapping[str, object]) -> str:
    """The same as text that may stand in `<script type="application/ld+json">`: nothing in it can end that element."""
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
