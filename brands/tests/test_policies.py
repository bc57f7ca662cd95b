"""Each role and each act."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from accounts.tests.factories import person
from brands import actions, policies
from brands.models import ApiToken, Invitation, Membership, Role
from brands.tests.factories import brand, member, owner
from core.errors import NotAllowed
from core.tests.unchanged import nothing_happens
from trail.models import Entry

pytestmark = pytest.mark.django_db


def invite(by: Membership) -> None:
    actions.invite(by=by, email="new@example.com", role=Role.VIEWER, now=timezone.now())


def standing_invitation(by: Membership) -> Invitation:
    return actions.invite(by=owner(by.brand), email="standing@example.com", role=Role.VIEWER, now=timezone.now())


def resend(by: Membership) -> None:
    actions.resend(by=by, invitation=standing_invitation(by), now=timezone.now())


def cancel(by: Membership) -> None:
    actions.cancel(by=by, invitation=standing_invitation(by), now=timezone.now())


def change_role(by: Membership) -> None:
    target = member(by.brand, Role.VIEWER)
    actions.change_role(by=by, target=target, role=Role.EDITOR, now=timezone.now())


def remove_other(by: Membership) -> None:
    actions.remove(by=by, target=member(by.brand, Role.VIEWER), now=timezone.now())


def create_token(by: Membership) -> None:
    actions.create_token(by=by, name="Shop", now=timezone.now())


def revoke_token(by: Membership) -> None:
    token, _ = actions.create_token(by=owner(by.brand), name="Shop", now=timezone.now())
    actions.revoke_token(by=by, token=token, now=timezone.now())


def edit_brand(by: Membership) -> None:
    actions.edit_brand(by=by, name="Another name", website="", about="", now=timezone.now())


MANAGING = [invite, resend, cancel, change_role, remove_other, create_token, revoke_token, edit_brand]


@pytest.mark.parametrize("act", MANAGING)
def test_owner_may_manage(act: Callable[[Membership], None]) -> None:
    act(owner(brand()))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.VIEWER])
@pytest.mark.parametrize("act", MANAGING)
def test_others_may_not_manage(act: Callable[[Membership], None], role: Role) -> None:
    by = member(brand(), role)

    with pytest.raises(NotAllowed):
        act(by)

    assert not Entry.objects.filter(actor=by.user.public_id).exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.VIEWER])
def test_others_may_leave(role: Role) -> None:
    by = member(brand(), role)
    actions.remove(by=by, target=by, now=timezone.now())
    assert not Membership.objects.filter(pk=by.pk).exists()


@pytest.mark.parametrize(
    ("role", "asks", "manages"), [(Role.OWNER, True, True), (Role.EDITOR, True, False), (Role.VIEWER, False, False)]
)
def test_can_ask_and_manage_by_role(role: Role, asks: bool, manages: bool) -> None:
    by = member(brand(), role)
    assert (policies.can_ask(by), policies.can_manage(by)) == (asks, manages)
    if not asks:
        with pytest.raises(NotAllowed):
            policies.check_can_ask(by)


def test_owner_of_one_brand_may_not_touch_another() -> None:
    by, elsewhere = owner(brand()), owner(brand())
    now = timezone.now()
    token, _ = actions.create_token(by=elsewhere, name="Shop", now=now)
    invitation = standing_invitation(elsewhere)
    target = member(elsewhere.brand, Role.VIEWER)

    for act in (
        lambda: actions.revoke_token(by=by, token=token, now=now),
        lambda: actions.cancel(by=by, invitation=invitation, now=now),
        lambda: actions.resend(by=by, invitation=invitation, now=now),
        lambda: actions.change_role(by=by, target=target, role=Role.OWNER, now=now),
        lambda: actions.remove(by=by, target=target, now=now),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert ApiToken.objects.get(pk=token.pk).revoked_at is None
    assert Membership.objects.get(pk=target.pk).role == Role.VIEWER


def test_removed_member_with_an_open_page_may_not_act() -> None:
    of = brand()
    by = member(of, Role.OWNER, person())
    actions.remove(by=owner(of), target=Membership.objects.get(pk=by.pk), now=timezone.now())
    with nothing_happens(), pytest.raises(NotAllowed):
        invite(by)
