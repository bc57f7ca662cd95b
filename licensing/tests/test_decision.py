from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation

from core.errors import Invalid
from licensing.decision import LICENSE_COLUMNS, LicenseFacts, Question, WorkRights, decide
from licensing.purposes import OF_AI_USES, OF_EDITS, Purpose
from licensing.reasons import DUTIES, SENTENCES, UNDATED, Duty, Reason
from licensing.terms import to_canonical
from licensing.terms.vocabulary import AiUse, Edit
from licensing.tests import sample_terms

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PUBLISHED = WorkRights("published")
EVERYTHING: dict[str, Any] = {
    "paid_use": True,
    "edits": Edit.values,
    "ai": dict.fromkeys(AiUse.values, True),
    "territories": ["world"],
}


def question(**changes: Any) -> Question:
    return Question("website", "DK", NOW, "organic")._replace(**changes)


def license(number: str = "L-1", **changes: Any) -> LicenseFacts:
    held: dict[str, Any] = {
        "number": number,
        "state": "active",
        "starts_at": NOW - timedelta(days=30),
        "ends_at": NOW + timedelta(days=30),
        "ended_from": None,
        "evidence__method": "reauthentication",
    }
    held |= {name: changes.pop(name) for name in list(changes) if name in held}
    held["terms"] = to_canonical(sample_terms.terms(**changes)).decode()
    return LicenseFacts.from_row(*(held[name] for name in LICENSE_COLUMNS))


def codes(*licenses: LicenseFacts, work: WorkRights = PUBLISHED, **asked: Any) -> tuple[str, ...]:
    decision = decide(question(**asked), work, licenses)
    assert decision.allowed == (not decision.reasons)
    if not decision.allowed:
        assert (decision.valid_until, decision.duties, decision.credit_line, decision.evidence) == (None, (), "", None)
    return decision.codes


def test_decide_within_the_terms_allows_with_duties_and_an_end() -> None:
    terms: dict[str, Any] = {
        "attribution": {"credit_line": "Photo: Maja", "placement": "caption", "link": "https://maja.example/"}
    }

    decision = decide(question(), PUBLISHED, [license(excluded_contexts=["loans"], **terms)])

    assert decision.allowed
    assert decision.reasons == ()
    assert decision.license_number == "L-1"
    assert decision.valid_until == NOW + timedelta(days=30)
    assert decision.credit_line == "Photo: Maja"
    assert decision.evidence == "reauthentication"
    assert decision.duties == (
        Duty("credit_line", "Photo: Maja"),
        Duty("placement", "caption"),
        Duty("link", "https://maja.example/"),
        Duty("unchanged"),
        Duty("excluded_contexts", ("loans",)),
    )
    assert [duty.sentence for duty in decision.duties] == [
        "Credit the creator with these words: Photo: Maja",
        "Where the credit stands: In the caption or the text of the post.",
        "Make the credit a link to https://maja.example/",
        "Show the work unchanged. Its size and file format may change.",
        "Do not show it together with: Loans.",
    ]
    assert decision.note == "License L-1 allows it."


def test_decide_a_perpetual_license_has_no_known_end() -> None:
    decision = decide(question(), PUBLISHED, [license(ends_at=None)])

    assert decision.allowed
    assert decision.valid_until is None


def test_decide_without_a_license_says_only_that() -> None:
    decision = decide(question(), PUBLISHED, [])

    assert decision.codes == ("no_license",)
    assert decision.license_number is None
    assert decision.note == ""


@pytest.mark.parametrize(
    ("changes", "asked", "expected"),
    [
        ({}, {"channel": "tv"}, "channel_not_licensed"),
        ({}, {"territory": "NO"}, "territory_not_licensed"),
        ({}, {"territory": "scandinavia"}, "territory_not_licensed"),
        ({}, {"territory": "world"}, "territory_not_licensed"),
        ({}, {"purpose": "paid"}, "paid_use_not_licensed"),
        ({}, {"purpose": "edit_crop"}, "purpose_not_licensed"),
        ({}, {"purpose": "ai_input"}, "purpose_not_licensed"),
        ({}, {"purpose": "ai_generative_training", "channel": None}, "purpose_not_licensed"),
        ({"starts_at": NOW + timedelta(seconds=1)}, {}, "license_not_started"),
        ({"ends_at": NOW}, {}, "license_expired"),
        ({"state": "suspended"}, {}, "license_suspended"),
        ({"state": "revoked", "ended_from": NOW}, {}, "license_revoked"),
        ({"state": "terminated", "ended_from": NOW}, {}, "license_terminated"),
        ({"state": "superseded"}, {}, "license_superseded"),
    ],
)
def test_decide_refuses_for_the_one_reason(changes: dict[str, Any], asked: dict[str, Any], expected: str) -> None:
    assert codes(license(**changes), **asked) == (expected,)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (WorkRights("withdrawn", NOW), "work_withdrawn"),
        (WorkRights("withdrawn"), "work_withdrawn"),
        (WorkRights("removed"), "work_removed"),
        (WorkRights("in_review"), "work_not_published"),
        (WorkRights("published", release_missing=True), "release_missing"),
    ],
)
def test_decide_refuses_for_what_happened_to_the_work(work: WorkRights, expected: str) -> None:
    assert codes(license(), work=work) == (expected,)
    assert codes(work=work) == ("no_license", expected)


def test_decide_names_every_reason_at_once() -> None:
    held = license(state="revoked", ended_from=NOW - timedelta(days=1), ends_at=NOW)

    assert codes(held, work=WorkRights("removed"), channel="tv", territory="NO", purpose="paid") == (
        "license_revoked",
        "license_expired",
        "channel_not_licensed",
        "territory_not_licensed",
        "paid_use_not_licensed",
        "work_removed",
    )


def test_decide_periods_are_half_open() -> None:
    held = license(starts_at=NOW, ends_at=NOW + timedelta(hours=1))

    assert codes(held, at=NOW) == ()
    assert codes(held, at=NOW - timedelta(microseconds=1)) == ("license_not_started",)
    assert codes(held, at=NOW + timedelta(hours=1) - timedelta(microseconds=1)) == ()
    assert codes(held, at=NOW + timedelta(hours=1)) == ("license_expired",)


def test_decide_after_a_revocation_with_notice_allows_until_it_counts() -> None:
    held = license(state="revoked", ended_from=NOW + timedelta(days=7))

    assert decide(question(), PUBLISHED, [held]).valid_until == NOW + timedelta(days=7)
    assert codes(held, at=NOW + timedelta(days=7)) == ("license_revoked",)


def test_decide_goes_by_the_dates_and_not_by_whether_a_job_has_run() -> None:
    assert codes(license(state="active", ends_at=NOW)) == ("license_expired",)
    assert codes(license(state="expired", ends_at=NOW), at=NOW - timedelta(days=1)) == ()


def test_decide_a_withdrawn_work_keeps_to_the_terms_of_each_license() -> None:
    work = WorkRights("withdrawn", NOW)
    for_good = license(revocation={"allowed": False})
    with_notice = license(revocation={"allowed": True, "notice_days": 14})

    assert codes(for_good, work=work) == ()
    assert decide(question(), work, [with_notice]).valid_until == NOW + timedelta(days=14)
    assert codes(with_notice, work=work, at=NOW + timedelta(days=14)) == ("work_withdrawn",)
    assert codes(license(), work=work, at=NOW - timedelta(seconds=1)) == ()
    assert codes(work=work, at=NOW - timedelta(seconds=1)) == ("no_license",)


def test_decide_a_group_is_allowed_only_where_every_country_is() -> None:
    held = license(territories=["EU", "NO", "IS"])

    assert codes(held, territory="EU") == ()
    assert codes(held, territory="scandinavia") == ()
    assert codes(held, territory="EEA") == ("territory_not_licensed",)
    assert codes(license(territories=["EU", "NO", "IS", "LI"]), territory="EEA") == ()
    assert codes(license(territories=["world"]), territory="world") == ()


def test_decide_several_licenses_do_not_add_up() -> None:
    website, printed = license("L-1"), license("L-2", channels=["print"], territories=["NO"])

    decision = decide(question(territory="NO"), PUBLISHED, [website, printed])

    assert not decision.allowed
    assert decision.codes == ("territory_not_licensed",)
    assert decision.license_number == "L-1"
    assert decision.note == ("None of 2 licenses allows it. The reasons are those of L-1, which comes closest.")


def test_decide_of_several_that_allow_it_answers_with_the_one_that_runs_longest() -> None:
    short, long = license("L-1"), license("L-2", ends_at=NOW + timedelta(days=90))
    revoked = license("L-3", ends_at=None, state="revoked", ended_from=NOW + timedelta(days=1))

    decision = decide(question(), PUBLISHED, [short, long, revoked])

    assert decision.license_number == "L-2"
    assert decide(question(), PUBLISHED, [short, long, license("L-4", ends_at=None)]).license_number == "L-4"


def test_decide_the_order_of_licenses_does_not_matter() -> None:
    held = [license("L-3"), license("L-1"), license("L-2", channels=["tv"])]

    assert decide(question(), PUBLISHED, held) == decide(question(), PUBLISHED, held[::-1])
    assert decide(question(), PUBLISHED, held).license_number == "L-1"


@pytest.mark.parametrize("purpose", Purpose.values)
def test_decide_each_purpose_is_its_own_answer(purpose: str) -> None:
    everything = license(**EVERYTHING)
    nothing = license()

    assert codes(everything, purpose=purpose) == ()
    assert (codes(nothing, purpose=purpose) == ()) == (purpose == "organic")


def test_decide_credit_that_is_not_required_is_told_but_no_duty() -> None:
    held = license(attribution={"required": False, "credit_line": "Maja Holm"}, edits=["crop"])

    decision = decide(question(), PUBLISHED, [held])

    assert decision.credit_line == "Maja Holm"
    assert decision.duties == ()


def test_every_edit_and_ai_use_has_a_purpose() -> None:
    assert set(OF_EDITS) == set(Edit)
    assert set(OF_AI_USES) == set(AiUse)
    assert len(Purpose) == len(Edit) + len(AiUse) + len(["organic", "paid"])


def test_every_reason_and_duty_has_a_sentence() -> None:
    values: dict[str, Any] = {
        "channel_not_licensed": "tv",
        "territory_not_licensed": "EEA",
        "purpose_not_licensed": "ai_tdm",
        "placement": "beside",
        "excluded_contexts": ("loans",),
    }
    said = [Reason(code, values.get(code, NOW)).sentence for code in SENTENCES]
    said += [Duty(code, values.get(code, "x")).sentence for code in DUTIES]
    said += [Reason(code).sentence for code in UNDATED]

    assert all(sentence and "%" not in sentence for sentence in said)
    assert "The license ended on 24 November 2026, 12:00 UTC." in said
    assert "The license does not cover all of this territory: the EEA." in said
    assert "The license was revoked." in said


def test_sentences_follow_the_language_of_the_request() -> None:
    reason = Reason("license_expired", NOW)

    with translation.override("da"):
        assert "24. november 2026 kl. 12.00 UTC" in reason.sentence


def test_ask_takes_what_the_api_is_given() -> None:
    asked = Question.ask(channel="website", territory="dk", at="2026-11-24T13:00:00.25+01:00", purpose="organic")

    assert asked == Question("website", "DK", NOW.replace(microsecond=250_000), "organic")
    assert Question.ask(channel=None, territory="EU", at=NOW, purpose="ai_tdm").channel is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channel": "smoke_signals"}, "channel"),
        ({"channel": None}, "channel"),
        ({"channel": None, "purpose": "ai_input"}, "channel"),
        ({"territory": "XX"}, "territory"),
        ({"territory": None}, "territory"),
        ({"territory": 7}, "territory"),
        ({"at": "2026-11-24T13:00:00"}, "at"),
        ({"at": "soon"}, "at"),
        ({"at": None}, "at"),
        ({"purpose": "fame"}, "purpose"),
        ({"purpose": ""}, "purpose"),
    ],
)
def test_ask_refuses_what_makes_no_sense_by_field(changes: dict[str, Any], field: str) -> None:
    asked: dict[str, Any] = {"channel": "website", "territory": "DK", "at": NOW, "purpose": "organic"}

    with pytest.raises(Invalid) as caught:
        Question.ask(**asked | changes)

    assert caught.value.code == "question_invalid"
    assert set(caught.value.fields) == {field}
