"""What an account may do here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from accounts import policies
from accounts.models import User
from accounts.states import ACCESS_CHANGED
from trail import recording


@transaction.atomic
def set_access(
    *,
    user: User,
    actor: User,
    is_active: bool,
    is_staff: bool,
    is_superuser: bool,
    groups: Collection[Group],
    now: datetime,
) -> User:
    """An administrator says what an account may do: sign in, enter admin, do everything, moderate (by group).

    Raises:
        NotAllowed: `actor` is no administrator.
        Conflict: code `last_administrator`.
    """
    policies.check_can_change_access(actor)
    # Locking all administrators makes two of them who would remove each other take turns.
    list(User.objects.select_for_update().filter(is_superuser=True).order_by("pk"))
    user = User.objects.select_for_update().get(pk=user.pk)
    if not (is_active and is_superuser):
        policies.check_administrator_remains(user)
    before = user.access()
    user.is_active, user.is_staff, user.is_superuser = is_active, is_staff, is_superuser
    user.save(update_fields=["is_active", "is_staff", "is_superuser"])
    user.groups.set(groups)
    after = user.access()
    if after != before:
        recording.record(
            ACCESS_CHANGED,
            actor=actor.public_id,
            at=now,
            subject=user.public_id,
            topic=user.public_id,
            facts={"from": before, "to": after},
        )
    return user
