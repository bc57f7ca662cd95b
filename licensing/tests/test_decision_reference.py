"""The quick rules beside the plain ones, on many random questions."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from licensing.decision import LicenseFacts, Question, WorkRights, decide
from licensing.purposes import WITHOUT_CHANNEL, Purpose
from licensing.terms import Terms, parse, territories, to_canonical
from licensing.terms.vocabulary import AiUse, Channel, Edit
from licensing.tests import naive_decision, sample_terms
from licensing.tests.naive_decision import Held

QUESTIONS = 2000
START = datetime(2026, 1, 1, tzinfo=UTC)
PLACES = [*territories.GROUPS, "DK", "SE", "NO", "US", "GB", "GL", "DE"]


def some(chance: random.Random, choices: list[str], odds: float) -> list[str]:
    return [choice for choice in choices if chance.random() < odds]


def random_terms(chance: random.Random) -> Terms:
    paid = chance.random() < 0.7
    channels = some(chance, Channel.values, 0.7)
    if not paid:
        channels = [channel for channel in channels if channel != Channel.PAID_SOCIAL]
    revocable = chance.random() < 0.6
    places = [place for place in some(chance, PLACES, 0.4) if place != territories.WORLD]
    return parse(
        sample_terms.mapping(
            channels=channels or ["website"],
            territories=["world"] if chance.random() < 0.3 or not places else places,
            paid_use=paid,
            edits=some(chance, Edit.values, 0.6),
            ai={use: chance.random() < 0.5 for use in AiUse.values},
            revocation={"allowed": revocable, "notice_days": chance.choice([0, 14]) if revocable else 0},
        )
    )


def moment(chance: random.Random) -> datetime:
    # Whole days, so that the edges of periods are met often.
    return START + timedelta(days=chance.randrange(40))


def random_license(chance: random.Random, number: int, terms: Terms) -> Held:
    starts_at = moment(chance)
    states = ["active"] * 6 + ["expired", "suspended", "revoked", "terminated", "superseded"]
    state = chance.choice(states)
    return Held(
        number=f"L-{number}",
        state=state,
        starts_at=starts_at,
        ends_at=None if chance.random() < 0.3 else starts_at + timedelta(days=chance.randrange(1, 30)),
        ended_from=moment(chance) if state in ("revoked", "terminated", "superseded") else None,
        terms=terms,
    )


def as_facts(held: Held) -> LicenseFacts:
    terms = to_canonical(held.terms).decode()
    return LicenseFacts.from_row(
        held.number, held.state, held.starts_at, held.ends_at, held.ended_from, "session", terms
    )


def random_question(chance: random.Random) -> Question:
    purpose = chance.choice([*Purpose.values, "organic", "organic", "paid"])
    silent = purpose in WITHOUT_CHANNEL and chance.random() < 0.5
    return Question(None if silent else chance.choice(Channel.values), chance.choice(PLACES), moment(chance), purpose)


def random_work(chance: random.Random) -> WorkRights:
    state = chance.choice(["published"] * 8 + ["withdrawn"] * 2 + ["removed", "in_review"])
    return WorkRights(state, moment(chance) if state == "withdrawn" else None, chance.random() < 0.1)


def test_decide_answers_as_the_plain_rules_do() -> None:
    chance = random.Random(20261124)
    pool = [random_terms(chance) for _ in range(80)]
    allowed = 0
    for _ in range(QUESTIONS):
        question, work = random_question(chance), random_work(chance)
        licenses = [random_license(chance, n, chance.choice(pool)) for n in range(chance.choice([0, 1, 1, 2, 4]))]

        decision = decide(question, work, [as_facts(held) for held in licenses])

        against = {held.number: naive_decision.reasons_against(question, work, held) for held in licenses}
        assert decision.allowed == any(not codes for codes in against.values())
        assert decision.licenses_considered == len(licenses)
        if not licenses:
            assert set(decision.codes) == {"no_license"} | naive_decision.reasons_of_work(question, work, None)
            continue
        assert decision.license_number is not None
        assert set(decision.codes) == against[decision.license_number]
        assert len(decision.codes) == min(map(len, against.values()))
        if decision.allowed:
            allowed += 1
            held = next(held for held in licenses if held.number == decision.license_number)
            assert decision.valid_until == naive_decision.end_of(work, held)
            assert decision.credit_line == held.terms.attribution.credit_line
    assert allowed > QUESTIONS / 20
