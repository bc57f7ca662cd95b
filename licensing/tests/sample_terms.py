"""Terms for tests: a small whole mapping, and random ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from licensing.terms import Terms, currencies, parse, territories
from licensing.terms.parsing import WITH_FEE, WITH_PRODUCT
from licensing.terms.values import Sublicensing
from licensing.terms.vocabulary import (
    AiUse,
    Channel,
    CompensationKind,
    Context,
    Edit,
    ExclusivityKind,
    Placement,
    PrintedMatter,
    RunningAds,
    TermKind,
)


def mapping(**changes: Any) -> dict[str, Any]:
    """Twelve months on the website and in posts, in Denmark and Sweden, for 1,500 kroner; all else left out."""
    return {
        "channels": ["website", "organic_social"],
        "territories": ["DK", "SE"],
        "term": {"kind": "months", "months": 12},
        "attribution": {"credit_line": "Photo: Maja Holm"},
        "compensation": {"kind": "flat_fee", "amount_minor": 150000, "currency": "DKK"},
    } | changes


def terms(**changes: Any) -> Terms:
    return parse(mapping(**changes))


def stored(**changes: Any) -> Terms:
    """As they lie in the database from a time when names and words had other rules."""
    return parse(mapping(**changes), stored=True)


def typed_unchecked(terms: Terms, **typed: Any) -> Terms:
    """With other words in the places where people type, where `terms` has any: as in terms from before a check."""
    attribution, compensation, exclusivity = terms.attribution, terms.compensation, terms.exclusivity
    agencies = typed.get("agencies", terms.sublicensing.agencies)
    if attribution.credit_line:
        attribution = replace(attribution, credit_line=typed.get("credit_line", attribution.credit_line))
    if compensation.product:
        compensation = replace(compensation, product=typed.get("product", compensation.product))
    if exclusivity.category:
        exclusivity = replace(exclusivity, category=typed.get("category", exclusivity.category))
    return replace(
        terms,
        attribution=attribution,
        compensation=compensation,
        exclusivity=exclusivity,
        sublicensing=Sublicensing(agencies),
    )


WORDS = ["Maja", "Holm", "blue", "boat", "ærlig", "shoes", "for", "the", "sea", "Åse", "two"]


def phrases() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def some(kind: Any, least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(kind.values), unique=True, min_size=least)


def territory_lists() -> st.SearchStrategy[list[str]]:
    codes = sorted((territories.COUNTRIES | set(territories.GROUPS)) - {territories.WORLD})
    return st.one_of(
        st.just([territories.WORLD]),
        st.lists(st.sampled_from(codes), unique=True, min_size=1, max_size=4),
    )


@st.composite
def term_mappings(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(TermKind.values))
    if kind == TermKind.MONTHS:
        return {"kind": kind, "months": draw(st.integers(1, 120))}
    if kind == TermKind.PERPETUAL:
        return {"kind": kind}
    start = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=draw(st.integers(0, 900)))
    whole_days = timedelta(days=draw(st.integers(1, 900)))
    odd = timedelta(seconds=draw(st.sampled_from([0, 0, 3600, 50_000])))
    return {"kind": kind, "starts_at": start + odd, "ends_at": (start + whole_days).isoformat()}


@st.composite
def compensation_mappings(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(CompensationKind.values))
    compensation: dict[str, Any] = {"kind": kind}
    if kind in WITH_FEE:
        compensation["amount_minor"] = draw(st.integers(1, 10**9))
        compensation["currency"] = draw(st.sampled_from(sorted(currencies.MINOR_DIGITS)))
    if kind in WITH_PRODUCT:
        compensation["product"] = draw(phrases())
    return compensation


@st.composite
def attribution_mappings(draw: st.DrawFn) -> dict[str, Any]:
    if not draw(st.booleans()):
        return {"required": False, "credit_line": draw(st.sampled_from(["", "Maja Holm"]))}
    return {
        "required": True,
        "credit_line": draw(phrases()),
        "placement": draw(st.sampled_from(Placement.values)),
        "link": draw(st.sampled_from(["", "https://maja.example/work"])),
    }


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, Any]:
    channels = draw(some(Channel, least=1))
    exclusive = draw(st.booleans())
    revocable = draw(st.booleans())
    kind = ExclusivityKind.EXCLUSIVE if exclusive else ExclusivityKind.NONE
    return {
        "channels": channels,
        "territories": draw(territory_lists()),
        "term": draw(term_mappings()),
        "paid_use": Channel.PAID_SOCIAL in channels or draw(st.booleans()),
        "edits": draw(some(Edit)),
        "exclusivity": {"kind": kind.value, "category": draw(phrases()) if exclusive else ""},
        "sublicensing": {"agencies": draw(st.lists(phrases(), max_size=3, unique_by=str.casefold))},
        "ai": {use: draw(st.booleans()) for use in AiUse.values},
        "attribution": draw(attribution_mappings()),
        "compensation": draw(compensation_mappings()),
        "revocation": {"allowed": revocable, "notice_days": draw(st.sampled_from([0, 14, 365])) if revocable else 0},
        "after_end": {
            "printed_matter": draw(st.sampled_from(PrintedMatter.values)),
            "running_ads": draw(st.sampled_from(RunningAds.values)),
        },
        "excluded_contexts": draw(some(Context)),
    }


def random_terms() -> st.SearchStrategy[Terms]:
    return mappings().map(parse)
