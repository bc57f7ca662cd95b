from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.errors import Conflict
from licensing.terms.values import Revocation, add_months
from licensing.tests import sample_terms

GRANTED = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


def test_period_of_months_counts_from_the_grant() -> None:
    term = sample_terms.terms(term={"kind": "months", "months": 3}).term

    assert term.period(GRANTED) == (GRANTED, datetime(2027, 2, 24, 10, 30, tzinfo=UTC))


def test_period_of_a_perpetual_license_has_no_end() -> None:
    assert sample_terms.terms(term={"kind": "perpetual"}).term.period(GRANTED) == (GRANTED, None)


def test_period_never_starts_before_the_grant() -> None:
    fixed = {"kind": "fixed", "starts_at": "2026-11-01T00:00:00Z", "ends_at": "2026-12-01T00:00:00Z"}

    assert sample_terms.terms(term=fixed).term.period(GRANTED) == (GRANTED, datetime(2026, 12, 1, tzinfo=UTC))


def test_period_waits_for_a_start_to_come() -> None:
    fixed = {"kind": "fixed", "starts_at": "2026-12-01T00:00:00Z", "ends_at": "2027-01-01T00:00:00Z"}

    start, end = sample_terms.terms(term=fixed).term.period(GRANTED)

    assert (start, end) == (datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def test_period_that_is_over_conflicts() -> None:
    fixed = {"kind": "fixed", "starts_at": "2026-01-01T00:00:00Z", "ends_at": GRANTED}

    with pytest.raises(Conflict) as caught:
        sample_terms.terms(term=fixed).term.period(GRANTED)

    assert caught.value.code == "period_over"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (datetime(2027, 1, 31), 1, datetime(2027, 2, 28)),
        (datetime(2027, 1, 31), 13, datetime(2028, 2, 29)),
        (datetime(2027, 12, 15), 1, datetime(2028, 1, 15)),
        (datetime(2027, 12, 31), 120, datetime(2037, 12, 31)),
    ],
)
def test_add_months_keeps_the_day_where_the_month_has_it(start: datetime, months: int, end: datetime) -> None:
    assert add_months(start, months) == end


def test_revocation_takes_effect_after_its_notice() -> None:
    terms = sample_terms.terms(revocation={"notice_days": 14})

    assert terms.revocation == Revocation(True, 14)
    assert terms.revocation_takes_effect(GRANTED) == GRANTED + timedelta(days=14)


def test_can_end_is_untrue_only_for_a_perpetual_license_that_cannot_be_taken_back() -> None:
    for_ever, never = {"kind": "perpetual"}, {"allowed": False}

    assert sample_terms.terms(term=for_ever, revocation=never).can_end is False
    assert sample_terms.terms(term=for_ever).can_end is True
    assert sample_terms.terms(revocation=never).can_end is True
