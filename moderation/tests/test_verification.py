from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.utils import timezone

from moderation import actions
from moderation.models import Decision
from moderation.verification import decisions_match_entries
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories
from trail import recording
from trail.models import SealedValue

pytestmark = pytest.mark.django_db


def decided(kind: str = Decision.Kind.REJECT) -> Decision:
    submission = factories.submission(State.IN_REVIEW)
    return actions.decide(
        submission=submission,
        kind=kind,
        reason_code="rights",
        reason="Not yours.",
        revision=1,
        actor=factories.moderator(),
        now=timezone.now(),
    )


def tamper(statement: str) -> None:
    """What somebody with the keys of the database could do: lay the trigger aside, and change a row."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER moderation_decision_no_update")
            cursor.execute("DROP TRIGGER moderation_decision_no_delete")
        cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = origin")


def test_decisions_as_made_hold() -> None:
    decided(Decision.Kind.PUBLISH)
    decided(Decision.Kind.REQUEST_CHANGES)
    assert list(decisions_match_entries()) == []


def test_erased_reason_holds() -> None:
    decided()
    SealedValue.objects.filter(name="reason").update(value=None, salt=None, erased_at=timezone.now())
    assert list(decisions_match_entries()) == []


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE moderation_decision SET kind = 'publish'", "kind is publish in the row and reject in its entry"),
        (
            "UPDATE moderation_decision SET reason_code = 'spam'",
            "reason_code is spam in the row and rights in its entry",
        ),
        ("UPDATE moderation_decision SET revision = 2", "revision is 2 in the row and 1 in its entry"),
        ("UPDATE moderation_decision SET reason = 'x'", "its reason is not the one that its entry commits to"),
    ],
)
def test_changed_decision_is_named(statement: str, complaint: str) -> None:
    decision = decided()
    tamper(statement)
    assert f"decision {decision.public_id}: {complaint}" in list(decisions_match_entries())


def test_deleted_decision_is_named_by_entry_and_effect() -> None:
    decision = decided()
    tamper("DELETE FROM moderation_decision")
    work = decision.submission.public_id
    assert list(decisions_match_entries()) == [
        f"decision.made of {decision.public_id} has no decision",
        f"submission.rejected of {work} names {decision.public_id}, which did not decide that",
    ]


def test_decision_without_entry_is_named() -> None:
    submission = Submission.objects.get(pk=factories.submission(State.IN_REVIEW).pk)
    row = Decision.objects.create(
        submission=submission,
        kind=Decision.Kind.PUBLISH,
        revision=1,
        decided_at=timezone.now(),
        decided_by=factories.moderator(),
    )
    assert list(decisions_match_entries()) == [f"decision {row.public_id} has 0 entries instead of one"]


def test_publication_without_decision_is_named() -> None:
    submission = factories.submission(State.IN_REVIEW)
    with transaction.atomic():
        recording.record("submission.published", actor="usr_1", at=timezone.now(), subject=submission.public_id)
    assert list(decisions_match_entries()) == [
        f"submission.published of {submission.public_id} names no decision, which did not decide that"
    ]
