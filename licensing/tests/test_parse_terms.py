from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from licensing.terms import TermsInvalid, from_canonical, parse, to_canonical
from licensing.terms.values import Attribution, Compensation
from licensing.terms.vocabulary import Channel, CompensationKind, Placement
from licensing.tests import sample_terms


def refused(**changes: Any) -> set[str]:
    with pytest.raises(TermsInvalid) as caught:
        parse(sample_terms.mapping(**changes))
    assert all(str(message) for message in caught.value.fields.values())
    return set(caught.value.fields)


def test_parse_says_the_narrowest_answer_to_what_is_left_out() -> None:
    terms = parse(sample_terms.mapping())

    assert terms.channels == {Channel.WEBSITE, Channel.ORGANIC_SOCIAL}
    assert terms.paid_use is False
    assert terms.edits == frozenset()
    assert terms.ai_uses == frozenset()
    assert terms.sublicensing.agencies == ()
    assert terms.attribution == Attribution(True, "Photo: Maja Holm", Placement.BESIDE)
    assert terms.compensation == Compensation(CompensationKind.FLAT_FEE, 150000, "DKK")
    assert (terms.revocation.allowed, terms.revocation.notice_days) == (True, 0)


def test_parse_an_empty_mapping_names_all_that_must_be_said() -> None:
    with pytest.raises(TermsInvalid) as caught:
        parse({})

    assert set(caught.value.fields) == {
        "channels",
        "territories",
        "term.kind",
        "attribution.credit_line",
        "compensation.kind",
    }


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"colour": "red"}, {"colour"}),
        ({"channels": ["website", "smoke_signals"]}, {"channels"}),
        ({"channels": "website"}, {"channels"}),
        ({"channels": [["website"]]}, {"channels"}),
        ({"channels": {"website": True}}, {"channels"}),
        ({"channels": []}, {"channels"}),
        ({"territories": ["DK", "XX"]}, {"territories"}),
        ({"territories": ["Denmark"]}, {"territories"}),
        ({"territories": [7]}, {"territories"}),
        ({"territories": ["world", "DK"]}, {"territories"}),
        ({"term": None}, {"term.kind"}),
        ({"term": "12 months"}, {"term", "term.kind"}),
        ({"term": {"kind": "months"}}, {"term.months"}),
        ({"term": {"kind": "months", "months": 0}}, {"term.months"}),
        ({"term": {"kind": "months", "months": True}}, {"term.months"}),
        ({"term": {"kind": "months", "months": 1.5}}, {"term.months"}),
        ({"term": {"kind": "months", "months": 2, "weeks": 1}}, {"term.weeks"}),
        ({"term": {"kind": "perpetual", "months": 2}}, {"term.months"}),
        ({"term": {"kind": "perpetual", "ends_at": "2027-01-01T00:00:00Z"}}, {"term.ends_at"}),
        ({"term": {"kind": "fixed"}}, {"term.starts_at", "term.ends_at"}),
        ({"paid_use": "yes"}, {"paid_use"}),
        ({"channels": ["paid_social"]}, {"paid_use"}),
        ({"edits": ["explode"]}, {"edits"}),
        ({"exclusivity": {"kind": "exclusive"}}, {"exclusivity.category"}),
        ({"exclusivity": {"kind": "none", "category": "shoes"}}, {"exclusivity.category"}),
        ({"sublicensing": {"agencies": ["A", "a"]}}, {"sublicensing.agencies"}),
        ({"sublicensing": {"agencies": [" "]}}, {"sublicensing.agencies"}),
        ({"sublicensing": {"agencies": list("abcdef")}}, {"sublicensing.agencies"}),
        ({"ai": {"generative_training": "no"}}, {"ai.generative_training"}),
        ({"ai": {"all": True}}, {"ai.all"}),
        ({"attribution": {"required": True}}, {"attribution.credit_line"}),
        ({"attribution": {"required": False, "link": "https://a.example"}}, {"attribution.required"}),
        ({"compensation": {"kind": "flat_fee", "amount_minor": 100}}, {"compensation.currency"}),
        ({"compensation": {"kind": "flat_fee", "currency": "DKK"}}, {"compensation.amount_minor"}),
        (
            {"compensation": {"kind": "flat_fee", "amount_minor": -1, "currency": "DKK"}},
            {"compensation.amount_minor"},
        ),
        (
            {"compensation": {"kind": "flat_fee", "amount_minor": 1, "currency": "XXX"}},
            {"compensation.currency"},
        ),
        ({"compensation": {"kind": "none", "amount_minor": 1}}, {"compensation.amount_minor"}),
        ({"compensation": {"kind": "product"}}, {"compensation.product"}),
        ({"compensation": {"kind": "none", "product": "shoes"}}, {"compensation.product"}),
        ({"revocation": {"allowed": False, "notice_days": 3}}, {"revocation.notice_days"}),
        ({"revocation": {"notice_days": 366}}, {"revocation.notice_days"}),
        ({"after_end": {"printed_matter": "burn"}}, {"after_end.printed_matter"}),
        ({"excluded_contexts": ["mondays"]}, {"excluded_contexts"}),
        ({"version": 2}, {"version"}),
    ],
)
def test_parse_refuses_a_wrong_field_by_its_path(changes: dict[str, Any], fields: set[str]) -> None:
    assert refused(**changes) == fields


def test_parse_names_every_wrong_field_at_once() -> None:
    assert refused(channels=[], term={"kind": "soon"}, revocation={"allowed": 1}) == {
        "channels",
        "term.kind",
        "revocation.allowed",
    }


@pytest.mark.parametrize(
    "moment",
    [
        "2027-01-01T00:00:00",
        "2027-01-01",
        datetime(2027, 1, 1),
        "yesterday",
        1_800_000_000,
        "2027-01-01T00:00:00.5Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_parse_refuses_a_moment_that_is_naive_or_none(moment: object) -> None:
    term = {"kind": "fixed", "starts_at": moment, "ends_at": "2028-01-01T00:00:00Z"}

    assert "term.starts_at" in refused(term=term)


def test_parse_refuses_an_end_that_is_not_after_the_start() -> None:
    term = {"kind": "fixed", "starts_at": "2027-01-01T01:00:00+01:00", "ends_at": "2027-01-01T00:00:00Z"}

    assert refused(term=term) == {"term.ends_at"}


def test_parse_turns_every_offset_into_utc() -> None:
    east = datetime(2027, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    term = {"kind": "fixed", "starts_at": east, "ends_at": "2027-02-01T00:00:00-01:00"}

    parsed = sample_terms.terms(term=term).term

    assert parsed.starts_at == datetime(2027, 1, 1, tzinfo=UTC)
    assert parsed.starts_at is not None
    assert parsed.starts_at.tzinfo is UTC
    assert parsed.ends_at == datetime(2027, 2, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("hidden", ["\n", "\x00", "\u202e", "\u2066", "\u200b", "\u200f", "\ud800", "\u2028", "\ufeff"])
@pytest.mark.parametrize(
    ("section", "name"),
    [("attribution", "credit_line"), ("exclusivity", "category"), ("compensation", "product")],
)
def test_parse_refuses_hidden_characters_in_every_text(section: str, name: str, hidden: str) -> None:
    assert f"{section}.{name}" in refused(**{section: {name: f"Maja{hidden}Holm"}})


def test_parse_refuses_hidden_characters_in_agency_names() -> None:
    assert refused(sublicensing={"agencies": ["Good\u202edoG"]}) == {"sublicensing.agencies"}


SENTENCE = "Outway. You get EUR 500 for it"
PLACES = [
    ("attribution.credit_line", lambda text: {"attribution": {"credit_line": text}}),
    ("exclusivity.category", lambda text: {"exclusivity": {"kind": "exclusive", "category": text}}),
    ("compensation.product", lambda text: {"compensation": {"kind": "product", "product": text}}),
    ("sublicensing.agencies", lambda text: {"sublicensing": {"agencies": [text]}}),
]


@pytest.mark.parametrize("text", [SENTENCE, "Free! For you", "“Boats”", "Boats''", "–"])
@pytest.mark.parametrize(("path", "changes"), PLACES)
def test_parse_refuses_words_that_could_be_read_as_ours(path: str, changes: Any, text: str) -> None:
    assert refused(**changes(text)) == {path}


@pytest.mark.parametrize(("path", "changes"), PLACES)
def test_stored_terms_with_such_words_are_still_read(path: str, changes: Any) -> None:
    stored = sample_terms.stored(**changes(SENTENCE + " “now”"))

    assert from_canonical(to_canonical(stored)) == stored


def test_parse_refuses_quotation_marks_in_a_link() -> None:
    assert refused(attribution={"credit_line": "Maja", "link": "https://a.example/”b"}) == {"attribution.link"}


def test_parse_refuses_text_that_is_too_long() -> None:
    assert refused(attribution={"credit_line": "x" * 121}) == {"attribution.credit_line"}


@pytest.mark.parametrize(
    "link",
    [
        "http://a.example/",
        "javascript:alert(1)",
        "https://user:pw@a.example/",
        "https://a.example@b.example/",
        "https://localhost/",
        "https://a.example:8443/",
        "https://[::1/",
        "https://a.example/ b",
        'https://a.example/"x',
        "//a.example",
    ],
)
def test_parse_refuses_a_link_that_is_no_plain_https_address(link: str) -> None:
    assert refused(attribution={"credit_line": "Maja", "link": link}) == {"attribution.link"}


def test_parse_takes_joined_emoji_and_composes_letters() -> None:
    terms = sample_terms.terms(attribution={"credit_line": "  A\u030ase 👩\u200d🎨 "})

    assert terms.attribution.credit_line == "Åse 👩\u200d🎨"


def test_parse_writes_codes_in_one_way() -> None:
    terms = sample_terms.terms(
        territories=["dk", "eu", "Nordics", "DK"],
        compensation={"kind": "flat_fee", "amount_minor": "5000", "currency": "dkk"},
    )

    assert terms.territories == {"DK", "EU", "nordics"}
    assert terms.compensation.currency == "DKK"
    assert terms.compensation.amount_minor == 5000


@pytest.mark.parametrize("value", [None, [], "terms", 3])
def test_parse_refuses_what_is_no_mapping(value: Any) -> None:
    with pytest.raises(TermsInvalid):
        parse(value)
