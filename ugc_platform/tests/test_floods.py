"""Small acts that are entries for ever: the same again records nothing, and another again is refused for the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts.actions.accounts import RENAMES
from accounts.tests.factories import person
from brands import actions as brands
from brands.actions.brands import EDITS as BRAND_EDITS
from brands.actions.brands import OPENINGS
from brands.actions.members import ROLE_CHANGES
from brands.actions.tokens import TOKENS
from brands.models import Role
from brands.tests import factories
from core.errors import TooMany
from core.limits import Limit
from core.tests.unchanged import nothing_happens
from creators import actions as creators
from creators.actions import EDITS
from creators.tests.factories import creator as new_creator
from trail.models import Entry

pytestmark = pytest.mark.django_db
Act = Callable[[int, datetime], object]


def edit_profile() -> Act:
    made = new_creator()
    return lambda number, now: creators.edit_profile(
        creator=made, actor=made.user, name="Ada", bio=f"Bio {number}", default_credit_line="", now=now
    )


def rename() -> Act:
    user = person()
    return lambda number, now: accounts.rename(user=user, name=f"Ada {number}", now=now)


def open_brand() -> Act:
    user = person()
    return lambda number, now: brands.open_brand(actor=user, name=f"Nordlys {number} {user.pk}", now=now)


def edit_brand() -> Act:
    of = factories.brand()
    by = factories.owner(of)
    return lambda number, now: brands.edit_brand(by=by, name=of.name, website="", about=f"About {number}", now=now)


def create_token() -> Act:
    by = factories.owner(factories.brand())
    return lambda number, now: brands.create_token(by=by, name=f"Shop {number}", now=now)


def change_role() -> Act:
    of = factories.brand()
    by, target = factories.owner(of), factories.member(of, Role.VIEWER)
    roles = (Role.EDITOR, Role.VIEWER)
    return lambda number, now: brands.change_role(by=by, target=target, role=roles[number % 2], now=now)


@pytest.mark.parametrize(
    ("made", "limit"),
    [
        (edit_profile, EDITS),
        (rename, RENAMES),
        (open_brand, OPENINGS),
        (edit_brand, BRAND_EDITS),
        (create_token, TOKENS),
        (change_role, ROLE_CHANGES),
    ],
)
def test_act_over_and_over_is_refused_until_the_next_day(made: Callable[[], Act], limit: Limit) -> None:
    act, other, now = made(), made(), timezone.now()
    for number in range(limit.most):
        act(number, now)
    with nothing_happens(), pytest.raises(TooMany):
        act(limit.most, now)

    other(limit.most, now)
    act(limit.most, now + timedelta(days=1))


def test_saving_the_same_profile_over_and_over_records_nothing() -> None:
    client, said = Client(), {"name": "Ada", "bio": "Hi", "default_credit_line": "Photo: Ada"}
    client.force_login(new_creator().user)
    client.post("/studio/profile/", said)
    assert Entry.objects.filter(kind="creator.changed").count() == 1

    with nothing_happens(besides="sessions.Session"):
        answers = {client.post("/studio/profile/", said).status_code for _ in range(EDITS.most + 5)}
    assert answers == {302}


def test_page_of_a_flood_says_how_long_to_wait() -> None:
    client = Client()
    client.force_login(new_creator().user)
    said = {"name": "Ada", "default_credit_line": "Photo: Ada"}

    answers = [client.post("/studio/profile/", said | {"bio": f"{n}"}) for n in range(EDITS.most + 1)]

    assert [one.status_code for one in answers] == [302] * EDITS.most + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 24 * 3600
    assert "Nothing was changed." in answers[-1].content.decode()
    assert Entry.objects.filter(kind="creator.changed").count() == EDITS.most
