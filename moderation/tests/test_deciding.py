from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from core.errors import Conflict, DomainError, Invalid, NotAllowed
from moderation import actions, policies
from moderation.models import Claim, Decision
from moderation.verification import decisions_match_entries
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db
REASON = "Please send a sharper version of the boat."


def decide(submission: Submission, kind: str = Decision.Kind.PUBLISH, **changed: Any) -> Decision:
    values: dict[str, Any] = {"revision": submission.revision, "actor": None, "now": timezone.now()} | changed
    values["actor"] = values["actor"] or factories.moderator()
    if kind != Decision.Kind.PUBLISH:
        values = {"reason_code": "rights", "reason": REASON} | values
    return actions.decide(submission=submission, kind=kind, **values)


def test_group_of_moderators_carries_the_permission() -> None:
    mo = person()
    mo.groups.add(Group.objects.get(name=policies.MODERATORS))

    assert policies.can_moderate(User.objects.get(pk=mo.pk))
    assert not policies.can_moderate(person())


@pytest.mark.parametrize(
    ("kind", "before", "after", "event"),
    [
        (Decision.Kind.PUBLISH, State.IN_REVIEW, State.PUBLISHED, "submission.published"),
        (Decision.Kind.REQUEST_CHANGES, State.IN_REVIEW, State.CHANGES_REQUESTED, "submission.changes_requested"),
        (Decision.Kind.REJECT, State.IN_REVIEW, State.REJECTED, "submission.rejected"),
        (Decision.Kind.REMOVE, State.PUBLISHED, State.REMOVED, "submission.removed"),
    ],
)
def test_decide_moves_the_work_and_records_decision_and_effect(
    kind: str, before: State, after: State, event: str
) -> None:
    submission = factories.submission(before)
    mo = factories.moderator()
    now = timezone.now()

    decision = decide(submission, kind, actor=mo, now=now)

    submission.refresh_from_db()
    assert submission.state == after
    effect = Entry.objects.filter(kind=event).last()
    assert effect is not None
    assert (effect.subject, effect.facts["decision"]) == (submission.public_id, decision.public_id)
    made = Entry.objects.get(kind="decision.made")
    assert (made.subject, made.topic, made.actor, made.recorded_at) == (
        decision.public_id,
        submission.public_id,
        mo.public_id,
        now,
    )
    code = "" if kind == Decision.Kind.PUBLISH else "rights"
    assert made.facts == {"kind": kind, "reason_code": code, "revision": 1}


def test_decide_keeps_the_reason_sealed_for_the_creator() -> None:
    submission = factories.submission(State.IN_REVIEW)

    decision = decide(submission, Decision.Kind.REQUEST_CHANGES)

    entry = Entry.objects.get(kind="decision.made")
    sealed = SealedValue.objects.get(entry=entry, name="reason")
    assert REASON not in entry.body
    assert (sealed.value, sealed.person) == (f'"{REASON}"', submission.creator.user.public_id)
    assert (decision.reason_code, decision.reason) == ("rights", REASON)


@pytest.mark.parametrize(
    ("changed", "error", "code"),
    [
        ({"revision": 7}, Conflict, "stale_revision"),
        ({"kind": "bless"}, Invalid, "kind_unknown"),
        ({"kind": Decision.Kind.REMOVE, "reason_code": "rights"}, Conflict, "illegal_state"),
        ({"kind": Decision.Kind.REJECT, "reason": "  \n "}, Invalid, "reason_missing"),
        ({"kind": Decision.Kind.REJECT, "reason": "x" * 1001}, Invalid, "reason_missing"),
        ({"kind": Decision.Kind.REJECT, "reason_code": "taste"}, Invalid, "reason_missing"),
        # A credit line can be mended: it is no reason to refuse a work.
        ({"kind": Decision.Kind.REJECT, "reason_code": "credit"}, Invalid, "reason_missing"),
    ],
)
def test_decide_what_cannot_be_is_refused_and_changes_nothing(
    changed: dict[str, Any], error: type[DomainError], code: str
) -> None:
    submission = factories.submission(State.IN_REVIEW)
    entries = Entry.objects.count()

    with pytest.raises(error) as caught:
        decide(submission, **changed)

    assert caught.value.code == code
    submission.refresh_from_db()
    assert (submission.state, Decision.objects.count(), Entry.objects.count()) == (State.IN_REVIEW, 0, entries)


def test_decide_on_own_work_is_refused_and_changes_nothing() -> None:
    submission = factories.submission(State.IN_REVIEW)
    author = submission.creator.user
    author.groups.add(Group.objects.get(name=policies.MODERATORS))

    with pytest.raises(NotAllowed) as caught:
        decide(submission, actor=User.objects.get(pk=author.pk))

    assert caught.value.code == "own_work"
    submission.refresh_from_db()
    assert (submission.state, Decision.objects.count()) == (State.IN_REVIEW, 0)


def test_decide_without_permission_is_refused_and_changes_nothing() -> None:
    submission = factories.submission(State.IN_REVIEW)

    with pytest.raises(NotAllowed) as caught:
        decide(submission, actor=person())

    assert caught.value.code == "not_moderator"
    submission.refresh_from_db()
    assert (submission.state, Decision.objects.count()) == (State.IN_REVIEW, 0)


def test_decide_twice_takes_the_first_only() -> None:
    submission = factories.submission(State.IN_REVIEW)
    decide(submission)

    with pytest.raises(Conflict):
        decide(submission, Decision.Kind.REJECT)

    submission.refresh_from_db()
    assert (submission.state, Decision.objects.count()) == (State.PUBLISHED, 1)


def test_decide_ends_the_claim() -> None:
    submission = factories.submission(State.IN_REVIEW)
    mo = factories.moderator()
    actions.claim(submission=submission, actor=mo, now=timezone.now())

    decide(submission, actor=mo)

    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE moderation_decision SET reason = 'x'", "DELETE FROM moderation_decision"]
)
def test_change_decision_by_sql_is_refused(statement: str) -> None:
    decide(factories.submission(State.IN_REVIEW), Decision.Kind.REJECT)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert list(decisions_match_entries()) == []
