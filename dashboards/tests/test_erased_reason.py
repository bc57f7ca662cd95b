"""A reason that was erased is no reason that was never given."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from dashboards.tests.test_tracking import REASON, as_user, page, sent_back
from moderation.models import Decision
from moderation.tests.factories import moderator
from moderation.verification import decisions_match_entries
from trail.models import SealedValue

pytestmark = pytest.mark.django_db


def erase(submission) -> None:
    Decision.objects.filter(submission=submission).update(reason=None)
    SealedValue.objects.filter(entry__kind="decision.made").update(value=None, salt=None, erased_at="2026-12-01T00:00Z")


def test_pages_say_that_a_reason_was_erased() -> None:
    submission = sent_back()
    before = page(submission).content.decode()
    assert REASON in before

    erase(submission)

    for text in (
        page(submission).content.decode(),
        page(submission, "tracking_edit").content.decode(),
        as_user(moderator()).get(f"/moderation/{submission.public_id}/").content.decode(),
    ):
        assert REASON not in text
        assert "Reason erased" in text
        assert "None" not in text
    assert list(decisions_match_entries()) == []


@pytest.mark.parametrize("kind", ["request_changes", "reject", "remove"])
def test_decision_without_the_reason_it_needs_is_still_refused(kind: str) -> None:
    made = Decision.objects.get(submission=sent_back())
    made.pk, made.public_id, made.kind, made.reason = None, "dec_00000000000000000000", kind, ""

    with pytest.raises(IntegrityError), transaction.atomic():
        made.save(force_insert=True)

    assert Decision.objects.count() == 1
