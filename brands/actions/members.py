"""Roles, leaving and removing. Each act locks the brand, so that two of them cannot take away both owners."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brands import policies
from brands.models import Brand, Membership, Role
from brands.states import REMOVED, ROLE_CHANGED
from core import limits
from core.errors import Conflict, NotAllowed
from trail import recording

ROLE_CHANGES = limits.Limit("brands.change_role", 200, timedelta(days=1))


def acting(by: Membership) -> Membership:
    """Lock the brand and read the membership of the acting person anew, in the running transaction.

    Raises:
        NotAllowed: they were removed meanwhile.
    """
    Brand.objects.select_for_update().get(pk=by.brand_id)
    found = Membership.objects.filter(pk=by.pk).select_related("brand", "user").first()
    if found is None:
        raise NotAllowed(_("You are no longer a member of this brand."), code="not_a_member")
    return found


def _target(target: Membership) -> Membership:
    found = Membership.objects.filter(pk=target.pk).select_related("brand", "user").first()
    if found is None:
        raise Conflict(_("This person is no longer a member."), code="not_a_member")
    return found


@transaction.atomic
def change_role(*, by: Membership, target: Membership, role: Role, now: datetime) -> Membership:
    """An owner gives a member another role.

    Raises:
        NotAllowed: `by` is no owner.
        Conflict: the last owner would be gone.
    """
    by, target = acting(by), _target(target)
    policies.check_can_manage(by)
    policies.check_same_brand(by, target.brand_id)
    if target.role == role:
        return target
    policies.check_owner_remains(target)
    limits.take(ROLE_CHANGES, key=by.brand.public_id, now=now)
    before, target.role = target.role, role
    target.save(update_fields=["role"])
    recording.record(
        ROLE_CHANGED,
        actor=by.user.public_id,
        at=now,
        subject=target.user.public_id,
        topic=target.brand.public_id,
        facts={"from": before, "to": role.value},
    )
    return target


@transaction.atomic
def remove(*, by: Membership, target: Membership, now: datetime) -> None:
    """An owner removes a member, or a member leaves. What they did for the brand stays the brand's.

    Raises:
        NotAllowed: somebody else, and `by` is no owner.
        Conflict: the last owner would be gone.
    """
    by, target = acting(by), _target(target)
    policies.check_can_remove(by, target)
    policies.check_owner_remains(target)
    recording.record(
        REMOVED,
        actor=by.user.public_id,
        at=now,
        subject=target.user.public_id,
        topic=target.brand.public_id,
        facts={"role": target.role, "left": by.pk == target.pk},
    )
    target.delete()
