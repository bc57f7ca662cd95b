"""Who may say what an account is allowed to do."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.errors import Conflict, NotAllowed


def can_change_access(actor: User) -> bool:
    """Administrators only: whoever gives rights could give themselves all of them."""
    return actor.is_active and actor.is_superuser


def check_can_change_access(actor: User) -> None:
    if not can_change_access(actor):
        raise NotAllowed(_("Only administrators can change what an account may do."), code="not_administrator")


def check_administrator_remains(user: User) -> None:
    """Raises Conflict `last_administrator` when `user` is the only one who can sign in."""
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and user.is_active and not others.exists():
        raise Conflict(_("The site needs an administrator. Make somebody else one first."), code="last_administrator")
