"""Opening an account and changing what it says about the person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.age import is_old_enough
from accounts.models import User
from accounts.states import CHANGED, REGISTERED
from core import limits
from core.errors import NotAllowed
from trail import recording
from trail.recording import Sealed

RENAMES = limits.Limit("accounts.rename", 20, timedelta(days=1))


@transaction.atomic
def register(*, user: User, name: str, date_of_birth: date, language: str, via: str, now: datetime) -> User:
    """Complete an account that was just made: its name, its language, and its entry with the date of birth sealed.

    Args:
        via: `password`, or the id of the service that the person signs in with.

    Raises:
        NotAllowed: under 16.
    """
    if not is_old_enough(date_of_birth, now.date()):
        raise NotAllowed(_("You must be 16 or older to have an account."), code="too_young")
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    recording.record(
        REGISTERED,
        actor=user.public_id,
        at=now,
        subject=user.public_id,
        topic=user.public_id,
        facts={"sixteen_or_over": True, "via": via},
        sealed={
            "date_of_birth": Sealed(date_of_birth.isoformat(), user.public_id),
            "email": Sealed(user.email, user.public_id),
            "name": Sealed(name, user.public_id),
        },
    )
    return user


@transaction.atomic
def open_account(
    *,
    email: str,
    password: str,
    name: str,
    date_of_birth: date,
    language: str = "en",
    administrator: bool = False,
    made_up: bool = False,
    now: datetime,
) -> User:
    """An account whose e-mail address is taken as verified: for the demo, and for staff who know the person."""
    make = User.objects.create_superuser if administrator else User.objects.create_user
    user = make(email, password, is_made_up=made_up)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return register(user=user, name=name, date_of_birth=date_of_birth, language=language, via="password", now=now)


@transaction.atomic
def rename(*, user: User, name: str, now: datetime) -> User:
    """Change one's own name. Licenses and certificates keep the name that they were made with."""
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.name == name:
        return user
    limits.take(RENAMES, key=user.public_id, now=now)
    user.name = name
    user.save(update_fields=["name"])
    recording.record(
        CHANGED,
        actor=user.public_id,
        at=now,
        subject=user.public_id,
        topic=user.public_id,
        facts={"fields": ["name"]},
        sealed={"name": Sealed(name, user.public_id)},
    )
    return user


def choose_language(*, user: User, language: str) -> None:
    """Remember the language for mails; no fact about rights, so the trail does not have it."""
    User.objects.filter(pk=user.pk).update(language=language)


def choose_time_zone(*, user: User, time_zone: str) -> None:
    """Remember in which zone times are shown, `""` for the browser's; as with the language, no fact about rights."""
    User.objects.filter(pk=user.pk).update(time_zone=time_zone)
