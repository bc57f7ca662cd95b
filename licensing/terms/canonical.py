"""Terms as bytes and back. Equal terms have equal bytes (RFC 8785), and so one hash that names them for ever."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import rfc8785
from django.utils.translation import gettext as _

from licensing.terms.errors import TermsInvalid
from licensing.terms.parsing import parse
from licensing.terms.values import Terms
from licensing.terms.vocabulary import AiUse


def to_mapping(terms: Terms) -> dict[str, Any]:
    """Every field said, sets as sorted lists, money as text, times as RFC 3339 in UTC."""
    term, attribution, compensation = terms.term, terms.attribution, terms.compensation
    return {
        "version": terms.version,
        "channels": _codes(terms.channels),
        "territories": sorted(terms.territories),
        "term": {
            "kind": term.kind.value,
            "months": term.months,
            "starts_at": _time(term.starts_at),
            "ends_at": _time(term.ends_at),
        },
        "paid_use": terms.paid_use,
        "edits": _codes(terms.edits),
        "exclusivity": {"kind": terms.exclusivity.kind.value, "category": terms.exclusivity.category},
        "sublicensing": {"agencies": list(terms.sublicensing.agencies)},
        "ai": {use.value: use in terms.ai_uses for use in AiUse},
        "attribution": {
            "required": attribution.required,
            "credit_line": attribution.credit_line,
            "placement": attribution.placement.value if attribution.placement else None,
            "link": attribution.link,
        },
        "compensation": {
            "kind": compensation.kind.value,
            "amount_minor": None if compensation.amount_minor is None else str(compensation.amount_minor),
            "currency": compensation.currency,
            "product": compensation.product,
        },
        "revocation": {"allowed": terms.revocation.allowed, "notice_days": terms.revocation.notice_days},
        "after_end": {
            "printed_matter": terms.after_end.printed_matter.value,
            "running_ads": terms.after_end.running_ads.value,
        },
        "excluded_contexts": _codes(terms.excluded_contexts),
    }


def to_canonical(terms: Terms) -> bytes:
    return bytes(rfc8785.dumps(to_mapping(terms)))


def terms_hash(terms: Terms) -> str:
    """SHA-256 of the canonical bytes, in lower-case hex."""
    return hashlib.sha256(to_canonical(terms)).hexdigest()


def from_canonical(data: bytes | str) -> Terms:
    """Terms from their canonical bytes.

    Raises:
        TermsInvalid: for anything that `to_canonical` would have written otherwise, be it by one space.
    """
    return _read(data.encode() if isinstance(data, str) else bytes(data))


# Terms are immutable and the whole text is the key, so that what was read once may be used by all.
@lru_cache(maxsize=2048)
def _read(raw: bytes) -> Terms:
    try:
        mapping = json.loads(raw)
    except (ValueError, RecursionError):
        raise _not_canonical() from None
    terms = parse(mapping, stored=True)
    if to_canonical(terms) != raw:
        raise _not_canonical()
    return terms


def _codes(chosen: frozenset[Any]) -> list[str]:
    return sorted(choice.value for choice in chosen)


def _not_canonical() -> TermsInvalid:
    return TermsInvalid({"": _("This is not the canonical form of terms.")})


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
