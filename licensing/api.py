"""GET /api/v1/rights/decision: may this licensee use this work here, then, for that?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Query, Router, Schema
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer
from pydantic import Field

from brands.secrets import DEMO_TOKEN, digest
from core import limits
from licensing import decision, rights
from submissions.states import State
from trail.recording import format_time

WRONG_TOKENS = limits.Limit("licensing.wrong_token", 20, timedelta(minutes=5))

router = Router(tags=["rights"])


class BrandToken(HttpBearer):
    """The token is looked up together with the licenses, so that one query answers."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        if settings.PRODUCTION and token == DEMO_TOKEN:
            return None
        return digest(token)


class Reason(Schema):
    code: str
    text: str


class DecisionOut(Schema):
    allowed: bool
    reasons: list[Reason]
    note: str
    valid_until: datetime | None
    duties: list[Reason]
    credit_line: str
    license: str | None
    evidence: str | None
    question: dict[str, Any]
    decided_at: datetime


class QuestionIn(Schema):
    submission: str = Field(description="public id of the work, `sub_…`")
    licensee: str = Field("", description="public id of the token's brand, `brd_…`, which is meant if it is left out")
    territory: str = Field(description="ISO 3166-1 alpha-2 code, or a group such as `EU`")
    channel: str = Field("", description="where it is published; left out only for uses that publish nothing")
    purpose: str = Field("organic", description="what for")
    at: str = Field("", description="RFC 3339 with zone; now, if left out")


@router.get("decision", auth=BrandToken(), response=DecisionOut, summary="May this licensee use this work?")
def rights_decision(request: HttpRequest, asked: Query[QuestionIn]) -> JsonResponse:
    """Allowed or not, with every reason, until when, and the duties that go with it. The answer is of this moment and
    must not be kept: a right can end at any second.

    Raises:
        Invalid: 422, a territory, channel, purpose or time that makes no sense.
        AuthenticationError: 401, the token is unknown or revoked.
        TooMany: 429, many unknown tokens from this address. One that is known is answered all the same.
        Http404: no such work, one that is not public and was never licensed to the token's brand, or a licensee that
            this token does not speak for.
    """
    now = timezone.now()
    question = decision.Question.ask(
        channel=asked.channel or None, territory=asked.territory, at=asked.at or now, purpose=asked.purpose
    )
    loaded = rights.of_token(asked.submission, request.auth)  # type: ignore[attr-defined]
    if loaded is None:
        limits.take(WRONG_TOKENS, key=limits.address(request), now=now)
        raise AuthenticationError
    if asked.licensee not in ("", loaded.licensee) or loaded.work is None or not _may_know_of(loaded.work, loaded):
        raise Http404
    answer = decision.decide(question, loaded.work, loaded.licenses)
    response = JsonResponse(_as_json(answer, question, asked, loaded.licensee, now))
    response["Cache-Control"] = "no-store"
    return response


def _may_know_of(work: decision.WorkRights, loaded: rights.Loaded) -> bool:
    """That a work exists and how it stands is known of public ones, and to whoever has or had a license for it."""
    return work.state == State.PUBLISHED or bool(loaded.licenses)


def _as_json(
    answer: decision.Decision, question: decision.Question, asked: QuestionIn, licensee: str, now: datetime
) -> dict[str, Any]:
    return {
        "allowed": answer.allowed,
        "reasons": [{"code": reason.code, "text": reason.sentence} for reason in answer.reasons],
        "note": answer.note,
        "valid_until": answer.valid_until and format_time(answer.valid_until),
        "duties": [{"code": duty.code, "text": duty.sentence} for duty in answer.duties],
        "credit_line": answer.credit_line,
        "license": answer.license_number,
        "evidence": answer.evidence,
        "question": {
            "submission": asked.submission,
            "licensee": licensee,
            "channel": question.channel,
            "territory": question.territory,
            "purpose": question.purpose,
            "at": format_time(question.at),
        },
        "decided_at": format_time(now),
    }
