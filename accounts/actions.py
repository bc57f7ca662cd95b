"""Opening an account and changing what it says about the person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import policies
from accounts.age import is_old_enough
from accounts.models import User
from accounts.states import ACCESS_CHANGED, CHANGED, REGISTERED
from core.errors import NotAllowed
from trail import recording
from trail.recording import Sealed


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
    now: datetime,
) -> User:
    """An account whose e-mail address is taken as verified: for the demo, and for staff who know the person."""
    make = User.objects.create_superuser if administrator else User.objects.create_user
    user = make(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return register(user=user, name=name, date_of_birth=date_of_birth, language=language, via="password", now=now)


@transaction.atomic
def rename(*, user: User, name: str, now: datetime) -> User:
    """Change one's own name. Licenses and certificates keep the name that they were made with."""
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.name == name:
        return user
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
