from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from licensing.terms import Terms, TermsInvalid, flat, parse
from licensing.terms.vocabulary import TermKind
from licensing.tests import sample_terms

FORM = {
    "channels": ["website"],
    "territories": ["DK"],
    "term_kind": "fixed",
    "term_months": 6,
    "term_first_day": date(2026, 12, 1),
    "term_last_day": date(2027, 2, 28),
    "paid_use": False,
    "edits": [],
    "exclusivity_kind": "none",
    "exclusivity_category": "left over",
    "attribution_required": True,
    "attribution_credit_line": "Photo: Maja Holm",
    "attribution_placement": "caption",
    "compensation_kind": "flat_fee",
    "compensation_amount": Decimal("1234.50"),
    "compensation_currency": "DKK",
    "compensation_product": "left over",
    "revocation_allowed": False,
    "revocation_notice_days": 14,
}


def test_nest_leaves_out_what_the_chosen_kind_has_no_use_for() -> None:
    terms = parse(flat.nest(FORM))

    assert terms.term.months is None
    assert terms.exclusivity.category == ""
    assert terms.compensation.product == ""
    assert terms.compensation.amount_minor == 123450
    assert terms.revocation.notice_days == 0


def test_nest_makes_the_last_day_an_exclusive_end() -> None:
    term = parse(flat.nest(FORM)).term

    assert str(term.starts_at) == "2026-12-01 00:00:00+00:00"
    assert str(term.ends_at) == "2027-03-01 00:00:00+00:00"


def test_nest_refuses_an_amount_finer_than_the_coin() -> None:
    with pytest.raises(TermsInvalid) as caught:
        flat.nest(FORM | {"compensation_amount": Decimal("0.005")})

    assert set(flat.form_errors(caught.value)) == {"compensation_amount"}


def test_form_errors_stand_under_the_names_of_the_form() -> None:
    with pytest.raises(TermsInvalid) as caught:
        parse(flat.nest(FORM | {"term_last_day": None, "attribution_credit_line": ""}))

    assert set(flat.form_errors(caught.value)) == {"term_last_day", "attribution_credit_line"}


def test_nest_of_nothing_is_refused_field_by_field() -> None:
    with pytest.raises(TermsInvalid) as caught:
        parse(flat.nest({}))

    assert "channels" in caught.value.fields


@given(sample_terms.random_terms())
def test_flatten_and_nest_return_the_same_terms(terms: Terms) -> None:
    again = parse(flat.nest(flat.flatten(terms)))

    odd_hours = terms.term.kind == TermKind.FIXED and terms.term.starts_at and terms.term.starts_at.hour
    assert again == terms or odd_hours
