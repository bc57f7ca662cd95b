"""Asking once more, for a work that a brand has asked for before."""

from __future__ import annotations

from datetime import datetime

from brands import policies as brand_policies
from brands.models import Membership
from licensing import policies, queries
from licensing.models import License
from licensing.states import Standing
from submissions.models import Submission


def is_possible(membership: Membership, work: Submission, now: datetime) -> bool:
    """Would the form take a request of this member, with this work as it is now and nothing waiting?"""
    if not brand_policies.can_ask(membership) or not policies.can_be_licensed(work):
        return False
    return queries.open_request(membership.brand, work.pk, now) is None


def is_worth_it(license: License, now: datetime) -> bool:
    """It is over, or soon will be."""
    over = license.over_from
    return license.standing(now) not in (Standing.IN_FORCE, Standing.UPCOMING) or (
        over is not None and over - now <= queries.SOON
    )
