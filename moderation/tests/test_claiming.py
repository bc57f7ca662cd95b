from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.tests.factories import person
from core.errors import NotAllowed
from moderation import actions
from moderation.models import Claim
from submissions.states import State
from submissions.tests import factories

pytestmark = pytest.mark.django_db


def test_claim_lasts_five_minutes_from_the_last_look() -> None:
    submission, mo, now = factories.submission(State.IN_REVIEW), factories.moderator(), timezone.now()
    actions.claim(submission=submission, actor=mo, now=now)

    actions.claim(submission=submission, actor=mo, now=now + timedelta(minutes=4))

    assert Claim.objects.get().until == now + timedelta(minutes=9)


def test_claim_of_somebody_else_stands_until_it_lapses() -> None:
    submission, now = factories.submission(State.IN_REVIEW), timezone.now()
    mona, otto = factories.moderator(), factories.moderator()
    actions.claim(submission=submission, actor=mona, now=now)

    assert actions.claim(submission=submission, actor=otto, now=now + timedelta(minutes=4)).moderator == mona
    assert actions.claim(submission=submission, actor=otto, now=now + timedelta(minutes=6)).moderator == otto
    assert Claim.objects.count() == 1


def test_release_ends_ones_own_claims_only() -> None:
    now = timezone.now()
    mona, otto = factories.moderator(), factories.moderator()
    for mo in (mona, otto):
        actions.claim(submission=factories.submission(State.IN_REVIEW), actor=mo, now=now)

    actions.release(actor=mona)

    assert Claim.objects.get().moderator == otto


def test_claim_without_permission_is_refused() -> None:
    with pytest.raises(NotAllowed):
        actions.claim(submission=factories.submission(State.IN_REVIEW), actor=person(), now=timezone.now())

    assert not Claim.objects.exists()
