"""Who may do what with a consent."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consent.models import Record
from core.errors import NotAllowed


def can_withdraw(user: User, record: Record) -> bool:
    return record.person_id == user.pk


def check_can_withdraw(user: User, record: Record) -> None:
    if not can_withdraw(user, record):
        raise NotAllowed(_("Only the person who gave a consent can withdraw it."), code="not_your_consent")
