from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, settings

from licensing.terms import Terms, TermsInvalid, from_canonical, parse, terms_hash, to_canonical, to_mapping
from licensing.tests import sample_terms

SAMPLE = (
    '{"after_end":{"printed_matter":"withdraw","running_ads":"stop"},'
    '"ai":{"face_or_voice_replica":false,"generative_training":false,"input_or_reference":false,'
    '"other_training":false,"text_and_data_mining":false},'
    '"attribution":{"credit_line":"Photo: Maja Holm","link":"","placement":"beside","required":true},'
    '"channels":["organic_social","website"],'
    '"compensation":{"amount_minor":"150000","currency":"DKK","kind":"flat_fee","product":""},'
    '"edits":[],"excluded_contexts":[],"exclusivity":{"category":"","kind":"none"},"paid_use":false,'
    '"revocation":{"allowed":true,"notice_days":0},"sublicensing":{"agencies":[]},'
    '"term":{"ends_at":null,"kind":"months","months":12,"starts_at":null},'
    '"territories":["DK","SE"],"version":1}'
)


def test_to_canonical_writes_these_exact_bytes() -> None:
    terms = sample_terms.terms()

    assert to_canonical(terms) == SAMPLE.encode()
    assert terms_hash(terms) == "632f6efac9cff422dd1b229d65081ba0f7be5c489e8c41c2353184f991563b33"
    assert terms_hash(terms) == hashlib.sha256(SAMPLE.encode()).hexdigest()


def test_to_canonical_writes_times_in_utc_to_the_second() -> None:
    term = {"kind": "fixed", "starts_at": "2027-01-01T01:00:00+01:00", "ends_at": "2027-06-01T00:00:00.000Z"}

    written = to_mapping(sample_terms.terms(term=term))["term"]

    assert written["starts_at"] == "2027-01-01T00:00:00Z"
    assert written["ends_at"] == "2027-06-01T00:00:00Z"


@given(sample_terms.random_terms())
def test_from_canonical_returns_the_terms_that_were_written(terms: Terms) -> None:
    data = to_canonical(terms)

    assert from_canonical(data) == terms
    assert from_canonical(data.decode()) == terms
    assert to_canonical(from_canonical(data)) == data


@given(sample_terms.random_terms(), sample_terms.random_terms())
@settings(max_examples=50)
def test_terms_hash_is_equal_only_for_equal_terms(one: Terms, other: Terms) -> None:
    assert (terms_hash(one) == terms_hash(other)) == (one == other)


@given(sample_terms.mappings())
@settings(max_examples=50)
def test_parse_takes_the_order_and_the_repeats_of_a_list_as_the_same(mapping: dict[str, Any]) -> None:
    turned = mapping | {name: mapping[name][::-1] * 2 for name in ("channels", "territories", "edits")}

    assert parse(turned) == parse(mapping)


@pytest.mark.parametrize(
    "changed",
    [
        SAMPLE + " ",
        SAMPLE.replace(":12,", ":12.0,"),
        SAMPLE.replace('"150000"', "150000"),
        SAMPLE.replace('["DK","SE"]', '["SE","DK"]'),
        SAMPLE.replace('["DK","SE"]', '["DK","DK","SE"]'),
        SAMPLE.replace('"DK"', '"dk"'),
        SAMPLE.replace('"edits":[],', ""),
        SAMPLE.replace('"version":1', '"version":1,"version":1'),
        SAMPLE.replace('"version":1', '"version":2'),
        SAMPLE.replace("Photo", "Ph\\u006fto"),
        "[" * 100_000,
        "",
        "null",
        "[]",
    ],
)
def test_from_canonical_refuses_any_other_writing(changed: str) -> None:
    with pytest.raises(TermsInvalid):
        from_canonical(changed)


def test_from_canonical_refuses_bytes_that_are_no_text() -> None:
    with pytest.raises(TermsInvalid):
        from_canonical(b"\xff\xfe{}")


def test_to_mapping_holds_plain_json_values_only() -> None:
    written = to_mapping(sample_terms.terms(edits=["crop"], excluded_contexts=["loans"]))

    assert json.loads(json.dumps(written)) == written
    assert type(written["channels"][0]) is str
    assert type(written["term"]["kind"]) is str
