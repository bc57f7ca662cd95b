"""Which lines the terms call for, in any language: the deed section by section, and the sentences of the summary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from licensing.terms.language import Language
from licensing.terms.territories import WORLD
from licensing.terms.values import Term, Terms
from licensing.terms.vocabulary import (
    ON_PAPER,
    ONLINE,
    AiUse,
    Channel,
    CompensationKind,
    Context,
    Edit,
    ExclusivityKind,
    PrintedMatter,
    RunningAds,
    TermKind,
)

# The sections whose title begins the sentence that each line ends: "They may" … "crop it".
CONTINUED = ("they_may", "they_must", "they_may_not", "you_get")

Line = tuple[str, dict[str, object]]


def they_may(terms: Terms, language: Language) -> Iterator[Line]:
    yield "use", {"channels": channels(terms, language)}
    yield "resize", {}
    if terms.edits:
        yield "edit", {"edits": edits(terms, language)}
    if terms.paid_use:
        yield "pay", {}
    if not terms.attribution.required:
        yield "no_credit", {}
    if terms.sublicensing.agencies:
        yield "agencies", {"agencies": terms.sublicensing.agencies}
    for use in AiUse:
        if use in terms.ai_uses:
            yield "ai", {"ai_use": language.ai_uses[use]}
    if _print_is_used_up(terms):
        yield "use_up_print", {}
    if _ads_finish(terms):
        yield "finish_ads", {}


def they_must(terms: Terms, language: Language) -> Iterator[Line]:
    attribution = terms.attribution
    if attribution.required and attribution.placement:
        placement = language.placements[attribution.placement]
        yield "credit", {"placement": placement, "credit_line": attribution.credit_line}
    if attribution.link:
        yield "link", {"link": attribution.link}
    if WORLD not in terms.territories and terms.channels & ONLINE:
        yield "aim", {}
    if terms.can_end:
        yield "stop_the_rest" if _print_is_used_up(terms) or _ads_finish(terms) else "stop", {}
        if terms.channels & ON_PAPER and not _print_is_used_up(terms):
            yield "withdraw_print", {}
        if terms.paid_use and not _ads_finish(terms):
            yield "stop_ads", {}


def they_may_not(terms: Terms, language: Language) -> Iterator[Line]:
    yield "use_not", {}
    yield "edit_not", {}
    if Edit.AI_EDIT not in terms.edits:
        yield "ai_edit_not", {}
    if not terms.paid_use:
        yield "pay_not", {}
    yield "pass_on_further_not" if terms.sublicensing.agencies else "pass_on_not", {}
    yield "take_over_not", {}
    if terms.excluded_contexts:
        named = [language.contexts[context] for context in Context if context in terms.excluded_contexts]
        yield "contexts_not", {"contexts": language.or_list(named)}
    for use in AiUse:
        if use not in terms.ai_uses:
            yield "ai_not", {"ai_use": language.ai_uses[use]}


def your_promise(terms: Terms, language: Language) -> Iterator[Line]:
    if terms.exclusivity.kind == ExclusivityKind.EXCLUSIVE:
        yield "exclusive", {"category": terms.exclusivity.category}
        yield "exclusive_self", {}


def until_when(terms: Terms, language: Language) -> Iterator[Line]:
    term = terms.term
    if term.kind == TermKind.PERPETUAL:
        yield "forever", {}
        if terms.revocation.allowed:
            yield "forever_until", {}
    elif term.kind == TermKind.MONTHS:
        yield "months_one" if term.months == 1 else "months_many", {"months": term.months}
    else:
        yield _dates(term, language)
        yield "late", {}


def where(terms: Terms, language: Language) -> Iterator[Line]:
    if WORLD in terms.territories:
        yield "world", {}
    else:
        yield "places", {"places": language.and_list(language.places(terms.territories))}


def you_get(terms: Terms, language: Language) -> Iterator[Line]:
    compensation = terms.compensation
    if compensation.kind == CompensationKind.NONE:
        yield "get_none", {}
    if compensation.amount_minor is not None and compensation.currency:
        yield "get_fee", {"money": language.money(compensation.amount_minor, compensation.currency)}
    if compensation.product:
        yield "get_product", {"product": compensation.product}


def change_of_mind(terms: Terms, language: Language) -> Iterator[Line]:
    if terms.revocation.allowed:
        yield _by_days("revoke", terms)
    else:
        yield "revoke_not" if terms.can_end else "revoke_never", {}


SECTIONS = {
    "they_may": they_may,
    "they_must": they_must,
    "they_may_not": they_may_not,
    "your_promise": your_promise,
    "until_when": until_when,
    "where": where,
    "you_get": you_get,
    "change_of_mind": change_of_mind,
}


def summary(terms: Terms, language: Language, *, licensee: str, title: str) -> Iterator[Line]:
    yield "ask", {"licensee": licensee, "title": title, "channels": channels(terms, language)}
    yield _cover(terms, language)
    yield _extras(terms, language)
    yield from _ai_in_short(terms, language)
    if terms.sublicensing.agencies:
        yield "short_agencies", {"agencies": terms.sublicensing.agencies}
    if terms.exclusivity.kind == ExclusivityKind.EXCLUSIVE:
        yield "short_exclusive", {"category": terms.exclusivity.category}
    yield _get_in_short(terms, language)
    if terms.attribution.required:
        yield "short_credit", {"credit_line": terms.attribution.credit_line}
    else:
        yield "short_no_credit", {}
    yield _by_days("short_revoke", terms) if terms.revocation.allowed else ("short_revoke_not", {})


def channels(terms: Terms, language: Language) -> str:
    return language.and_list(language.channels[channel] for channel in Channel if channel in terms.channels)


def edits(terms: Terms, language: Language) -> str:
    return language.and_list(language.edits[edit] for edit in Edit if edit in terms.edits)


def _print_is_used_up(terms: Terms) -> bool:
    on_paper = bool(terms.channels & ON_PAPER)
    return terms.can_end and on_paper and terms.after_end.printed_matter == PrintedMatter.USE_UP


def _ads_finish(terms: Terms) -> bool:
    return terms.can_end and terms.paid_use and terms.after_end.running_ads == RunningAds.FINISH


def _dates(term: Term, language: Language) -> Line:
    if term.starts_at is None or term.ends_at is None:
        raise ValueError("a fixed term has a start and an end")
    whole_days = all((at.hour, at.minute, at.second) == (0, 0, 0) for at in (term.starts_at, term.ends_at))
    if not whole_days:
        return "moments", {"start": language.moment(term.starts_at), "end": language.moment(term.ends_at)}
    if term.ends_at - term.starts_at == timedelta(days=1):
        return "day", {"first": language.day(term.starts_at)}
    return "days", {"first": language.day(term.starts_at), "last": language.last_day(term.ends_at)}


def _cover(terms: Terms, language: Language) -> Line:
    names = language.places(terms.territories, in_short=True)
    if len(names) > 4:
        names = [*names[:3], language.phrase("more_places", {"count": len(names) - 3})]
    values: dict[str, object] = {"places": language.and_list(names)}
    if terms.term.kind == TermKind.PERPETUAL:
        return "cover_forever", values
    if terms.term.kind == TermKind.MONTHS:
        return "cover_month" if terms.term.months == 1 else "cover_months", values | {"months": terms.term.months}
    key, dates = _dates(terms.term, language)
    return f"cover_{key}", values | dates


def _extras(terms: Terms, language: Language) -> Line:
    if not terms.edits:
        return "short_pay" if terms.paid_use else "short_neither", {}
    return "short_pay_edit" if terms.paid_use else "short_edit", {"edits": edits(terms, language)}


def _ai_in_short(terms: Terms, language: Language) -> Iterator[Line]:
    granted = [language.ai_uses_in_short[use] for use in AiUse if use in terms.ai_uses]
    if not granted:
        yield "short_ai_edit_only" if Edit.AI_EDIT in terms.edits else "short_ai_none", {}
        return
    yield "short_ai", {"ai_uses": language.and_list(granted)}
    if len(granted) < len(AiUse):
        yield "short_ai_rest_not", {}


def _get_in_short(terms: Terms, language: Language) -> Line:
    compensation = terms.compensation
    values: dict[str, object] = {"product": compensation.product}
    if compensation.amount_minor is None or not compensation.currency:
        return "short_get_product" if compensation.product else "short_get_none", values
    values["money"] = language.money(compensation.amount_minor, compensation.currency)
    return "short_get_both" if compensation.product else "short_get_fee", values


def _by_days(key: str, terms: Terms) -> Line:
    days = terms.revocation.notice_days
    suffix = {0: "", 1: "_day"}.get(days, "_days")
    return f"{key}{suffix}", {"days": days}
