"""Terms as a form has them: one flat row of named fields, days instead of moments, money as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from licensing.terms import currencies
from licensing.terms.errors import TermsInvalid
from licensing.terms.parsing import WITH_FEE, WITH_PRODUCT
from licensing.terms.values import Terms
from licensing.terms.vocabulary import AiUse, ExclusivityKind, TermKind

# The form's name where it differs from the path with its dots turned into underscores.
_FORM_NAMES = {
    "term.starts_at": "term_first_day",
    "term.ends_at": "term_last_day",
    "compensation.amount_minor": "compensation_amount",
}


def nest(flat: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping for `parse` from cleaned form data.

    Fields that the chosen kind has no use for are left out: a form without JavaScript posts them all. `term_first_day`
    and `term_last_day` are dates, both included, in UTC; `compensation_amount` is a Decimal in major units.

    Raises:
        TermsInvalid: where the amount is finer than the currency's smallest coin.
    """
    return {
        "channels": flat.get("channels"),
        "territories": flat.get("territories"),
        "term": _term(flat),
        "paid_use": flat.get("paid_use"),
        "edits": flat.get("edits"),
        "exclusivity": _only(flat, "exclusivity", ["kind"] + ["category"] * _is_exclusive(flat)),
        "sublicensing": _only(flat, "sublicensing", ["agencies"]),
        "ai": _only(flat, "ai", list(AiUse.values)),
        "attribution": _attribution(flat),
        "compensation": _compensation(flat),
        "revocation": _revocation(flat),
        "after_end": _only(flat, "after_end", ["printed_matter", "running_ads"]),
        "excluded_contexts": flat.get("excluded_contexts"),
    }


def form_errors(error: TermsInvalid) -> dict[str, str]:
    """The messages under the form's own field names; what belongs to no field stands under the empty name."""
    return {form_name(path): str(message) for path, message in error.fields.items()}


def form_name(path: str) -> str:
    return _FORM_NAMES.get(path, path.replace(".", "_"))


def flatten(terms: Terms) -> dict[str, Any]:
    """Form data that `nest` and `parse` turn into these terms again, to prefill a form."""
    term, compensation = terms.term, terms.compensation
    flat: dict[str, Any] = {
        "channels": sorted(terms.channels),
        "territories": sorted(terms.territories),
        "term_kind": term.kind,
        "term_months": term.months,
        "term_first_day": term.starts_at and term.starts_at.date(),
        "term_last_day": term.ends_at and (term.ends_at - timedelta(seconds=1)).date(),
        "paid_use": terms.paid_use,
        "edits": sorted(terms.edits),
        "exclusivity_kind": terms.exclusivity.kind,
        "exclusivity_category": terms.exclusivity.category,
        "sublicensing_agencies": list(terms.sublicensing.agencies),
        "attribution_required": terms.attribution.required,
        "attribution_credit_line": terms.attribution.credit_line,
        "attribution_placement": terms.attribution.placement,
        "attribution_link": terms.attribution.link,
        "compensation_kind": compensation.kind,
        "compensation_currency": compensation.currency,
        "compensation_product": compensation.product,
        "compensation_amount": None,
        "revocation_allowed": terms.revocation.allowed,
        "revocation_notice_days": terms.revocation.notice_days,
        "after_end_printed_matter": terms.after_end.printed_matter,
        "after_end_running_ads": terms.after_end.running_ads,
        "excluded_contexts": sorted(terms.excluded_contexts),
    }
    if compensation.amount_minor is not None and compensation.currency is not None:
        flat["compensation_amount"] = currencies.to_major(compensation.amount_minor, compensation.currency)
    return flat | {f"ai_{use.value}": use in terms.ai_uses for use in AiUse}


def _only(flat: Mapping[str, Any], section: str, names: list[str]) -> dict[str, Any]:
    return {name: flat.get(f"{section}_{name}") for name in names}


def _is_exclusive(flat: Mapping[str, Any]) -> bool:
    return flat.get("exclusivity_kind") == ExclusivityKind.EXCLUSIVE


def _term(flat: Mapping[str, Any]) -> dict[str, Any]:
    kind = flat.get("term_kind")
    term: dict[str, Any] = {"kind": kind}
    if kind == TermKind.MONTHS:
        term["months"] = flat.get("term_months")
    if kind == TermKind.FIXED:
        first, last = flat.get("term_first_day"), flat.get("term_last_day")
        term["starts_at"] = first and _midnight(first)
        term["ends_at"] = last and _midnight(last) + timedelta(days=1)
    return term


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _attribution(flat: Mapping[str, Any]) -> dict[str, Any]:
    names = ["required", "credit_line"]
    if flat.get("attribution_required"):
        names += ["placement", "link"]
    return _only(flat, "attribution", names)


def _compensation(flat: Mapping[str, Any]) -> dict[str, Any]:
    kind = flat.get("compensation_kind")
    compensation: dict[str, Any] = {"kind": kind}
    if kind in WITH_FEE:
        currency = flat.get("compensation_currency")
        compensation["currency"] = currency
        compensation["amount_minor"] = _amount_minor(flat.get("compensation_amount"), currency)
    if kind in WITH_PRODUCT:
        compensation["product"] = flat.get("compensation_product")
    return compensation


def _amount_minor(amount: Decimal | None, currency: str | None) -> int | None:
    if amount is None or currency is None or currency not in currencies.MINOR_DIGITS:
        return None
    try:
        return currencies.to_minor(amount, currency)
    except ValueError:
        message = _("This amount has more decimals than the currency.")
        raise TermsInvalid({"compensation.amount_minor": message}) from None


def _revocation(flat: Mapping[str, Any]) -> dict[str, Any]:
    allowed = flat.get("revocation_allowed")
    return {"allowed": allowed, "notice_days": flat.get("revocation_notice_days") if allowed else 0}
