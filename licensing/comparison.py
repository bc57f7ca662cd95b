"""Is one set of terms the same as another, or does it ask for more? Pure: for the memory of a creator's no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from licensing.terms import Terms, territories
from licensing.terms.values import Compensation, Term
from licensing.terms.vocabulary import ExclusivityKind, PrintedMatter, RunningAds, TermKind

# Long enough that no two terms of months and dates are mixed up; used to compare lengths only.
_MONTH = timedelta(days=30)
_FOR_EVER = timedelta.max


def asks_the_same_or_more(new: Terms, declined: Terms) -> bool:
    """Whether `new` gives the creator nothing that `declined` did not: no smaller scope, no higher compensation."""
    return _scope_is_no_smaller(new, declined) and not pays_more(new.compensation, declined.compensation)


def _scope_is_no_smaller(new: Terms, declined: Terms) -> bool:
    return all(
        (
            new.channels >= declined.channels,
            countries(new) >= countries(declined),
            _length(new.term) >= _length(declined.term),
            new.paid_use >= declined.paid_use,
            new.edits >= declined.edits,
            new.ai_uses >= declined.ai_uses,
            set(new.sublicensing.agencies) >= set(declined.sublicensing.agencies),
            _is_exclusive(new) >= _is_exclusive(declined),
            new.attribution.required <= declined.attribution.required,
            new.revocation.allowed <= declined.revocation.allowed,
            new.revocation.notice_days >= declined.revocation.notice_days or not new.revocation.allowed,
            _lets(new, declined, lambda terms: terms.after_end.printed_matter == PrintedMatter.USE_UP),
            _lets(new, declined, lambda terms: terms.after_end.running_ads == RunningAds.FINISH),
            new.excluded_contexts <= declined.excluded_contexts,
        )
    )


def pays_more(new: Compensation, declined: Compensation) -> bool:
    """A fee or a product where there was none, or a higher fee in the same currency. Products are not weighed."""
    if new.product and not declined.product:
        return True
    if new.amount_minor is None:
        return False
    if declined.amount_minor is None:
        return True
    return new.currency == declined.currency and new.amount_minor > declined.amount_minor


def countries(terms: Terms) -> frozenset[str]:
    return frozenset().union(*(territories.members(code) for code in terms.territories))


def _length(term: Term) -> timedelta:
    if term.kind == TermKind.PERPETUAL:
        return _FOR_EVER
    if term.months is not None:
        return term.months * _MONTH
    if term.starts_at is None or term.ends_at is None:
        return _FOR_EVER
    return term.ends_at - term.starts_at


def _is_exclusive(terms: Terms) -> bool:
    return terms.exclusivity.kind != ExclusivityKind.NONE


def _lets(new: Terms, declined: Terms, allows: Callable[[Terms], bool]) -> bool:
    return allows(new) or not allows(declined)
