"""The rights decision a second time, slow and plain, from whole terms: what `decision.decide` is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from licensing.decision import Question, WorkRights
from licensing.terms import Terms, territories

AI = {
    "ai_generative_training": "generative_training",
    "ai_other_training": "other_training",
    "ai_input": "input_or_reference",
    "ai_replica": "face_or_voice_replica",
    "ai_tdm": "text_and_data_mining",
}


@dataclass(frozen=True)
class Held:
    """A license as the naive way knows it."""

    number: str
    state: str
    starts_at: datetime
    ends_at: datetime | None
    ended_from: datetime | None
    terms: Terms


def reasons_against(question: Question, work: WorkRights, held: Held) -> set[str]:
    codes = reasons_of_work(question, work, held)
    if held.state == "suspended":
        codes.add("license_suspended")
    for state in ("revoked", "terminated", "superseded"):
        if held.state == state and not (held.ended_from and question.at < held.ended_from):
            codes.add(f"license_{state}")
    if question.at < held.starts_at:
        codes.add("license_not_started")
    if held.ends_at and not question.at < held.ends_at:
        codes.add("license_expired")
    if question.channel and question.channel not in {channel.value for channel in held.terms.channels}:
        codes.add("channel_not_licensed")
    if not all(is_covered(country, held.terms) for country in countries_of(question.territory)):
        codes.add("territory_not_licensed")
    if not is_granted(question.purpose, held.terms):
        codes.add("paid_use_not_licensed" if question.purpose == "paid" else "purpose_not_licensed")
    return codes


def reasons_of_work(question: Question, work: WorkRights, held: Held | None) -> set[str]:
    codes = set()
    if work.state == "removed":
        codes.add("work_removed")
    if work.state not in ("published", "removed", "withdrawn"):
        codes.add("work_not_published")
    if work.release_missing:
        codes.add("release_missing")
    if work.state == "withdrawn" and work.withdrawn_at:
        notice = timedelta(days=held.terms.revocation.notice_days if held else 0)
        may_be_taken_back = held is None or held.terms.revocation.allowed
        if may_be_taken_back and question.at >= work.withdrawn_at + notice:
            codes.add("work_withdrawn")
    return codes


def countries_of(territory: str) -> list[str]:
    return [territory] if territory in territories.COUNTRIES else sorted(territories.GROUPS[territory])


def is_covered(country: str, terms: Terms) -> bool:
    return any(country in countries_of(territory) for territory in terms.territories)


def is_granted(purpose: str, terms: Terms) -> bool:
    if purpose == "organic":
        return True
    if purpose == "paid":
        return terms.paid_use
    if purpose in AI:
        return AI[purpose] in {use.value for use in terms.ai_uses}
    return purpose in {"edit_ai" if edit == "ai_edit" else f"edit_{edit}" for edit in terms.edits}


def end_of(work: WorkRights, held: Held) -> datetime | None:
    """When an allowed use stops to be one, as far as is known."""
    ends = [held.ends_at]
    if held.state in ("revoked", "terminated", "superseded"):
        ends.append(held.ended_from)
    if work.state == "withdrawn" and work.withdrawn_at and held.terms.revocation.allowed:
        ends.append(work.withdrawn_at + timedelta(days=held.terms.revocation.notice_days))
    known = sorted(end for end in ends if end)
    return known[0] if known else None
