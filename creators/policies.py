"""Who may open and change a profile."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.errors import Conflict, NotAllowed
from creators import queries
from creators.models import Creator


def check_can_open(user: User) -> None:
    if queries.of(user) is not None:
        raise Conflict(_("You have a creator profile already."), code="profile_exists")


def can_edit(user: User, creator: Creator) -> bool:
    return creator.user_id == user.pk


def check_can_edit(user: User, creator: Creator) -> None:
    if not can_edit(user, creator):
        raise NotAllowed(_("Only the creator can change this profile."), code="not_your_profile")
