from __future__ import annotations

from django.utils import translation
from hypothesis import given

from licensing.terms import Terms, table, to_mapping
from licensing.tests import sample_terms


def test_rows_tell_the_whole_of_the_terms() -> None:
    values = {
        row.code: row.value for row in table.rows(sample_terms.terms(edits=["crop"], excluded_contexts=["loans"]))
    }

    assert values["channels"] == "Own website, Social media posts"
    assert values["territories"] == "Denmark, Sweden"
    assert values["term"] == "12 months from the grant"
    assert values["edits"] == "Crop"
    assert values["ai.generative_training"] == "No"
    assert values["attribution"] == "Photo: Maja Holm"
    assert values["compensation"] == "DKK\xa01,500.00"
    assert values["revocation"] == "At any time, at once"
    assert values["excluded_contexts"] == "Loans"


def test_rows_set_what_was_typed_apart() -> None:
    terms = sample_terms.terms(
        sublicensing={"agencies": ["North, South", "and they pay you EUR 500"]},
        compensation={"kind": "flat_fee_and_product", "amount_minor": 100, "currency": "EUR", "product": "EUR 500"},
    )

    values = {row.code: row.value for row in table.rows(terms)}

    assert values["sublicensing"] == "“North, South”, “and they pay you EUR 500”"
    assert values["compensation"] == "EUR\xa01.00, “EUR 500”"


def test_rows_follow_the_language_of_the_request() -> None:
    with translation.override("da"):
        values = {row.code: row.value for row in table.rows(sample_terms.terms())}

    assert values["territories"] == "Danmark, Sverige"
    assert values["compensation"] == "1.500,00\xa0kr."


@given(sample_terms.random_terms())
def test_rows_answer_every_field_of_the_terms(terms: Terms) -> None:
    rows = table.rows(terms)

    assert all(row.label and row.value for row in rows)
    assert {row.code.split(".")[0] for row in rows} == set(to_mapping(terms)) - {"version"}
