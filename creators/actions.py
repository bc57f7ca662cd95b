"""Opening and changing the public side of a person who makes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import limits
from core.errors import Invalid
from creators import handles, policies
from creators.models import Creator
from creators.states import CHANGED, OPENED
from trail import recording
from trail.recording import Sealed

EDITS = limits.Limit("creators.edit_profile", 50, timedelta(days=1))


@transaction.atomic
def open_profile(*, user: User, name: str, handle: str, credit_line: str = "", now: datetime) -> Creator:
    """`user` becomes a creator with an address of their own. Without a credit line it is "© " and the name.

    Raises:
        Conflict: they are one already.
        Invalid: field `handle`, when it is malformed, reserved or taken.
    """
    policies.check_can_open(user)
    handle = handles.normalize(handle)
    if complaint := handles.complaint(handle):
        raise Invalid(complaint, code="handle_refused", fields={"handle": complaint})
    try:
        with transaction.atomic():
            creator = Creator.objects.create(
                user=user, name=name, handle=handle, default_credit_line=credit_line or f"© {name}", created_at=now
            )
    except IntegrityError as error:
        # Two tabs of one person, or two people who want the same handle.
        policies.check_can_open(User.objects.get(pk=user.pk))
        taken = _("Somebody has this handle. Choose another one.")
        raise Invalid(taken, code="handle_taken", fields={"handle": taken}) from error
    recording.record(
        OPENED,
        actor=user.public_id,
        at=now,
        subject=creator.public_id,
        topic=user.public_id,
        sealed={
            "name": Sealed(name, user.public_id),
            "handle": Sealed(handle, user.public_id),
            "default_credit_line": Sealed(creator.default_credit_line, user.public_id),
        },
    )
    return creator


@transaction.atomic
def edit_profile(
    *, creator: Creator, actor: User, name: str, bio: str, default_credit_line: str, now: datetime
) -> Creator:
    """Change what is public about a creator. Works and licenses keep the credit line that they were made with.

    Raises:
        TooMany: very many changes today; each is an entry for ever.
    """
    creator = Creator.objects.select_for_update().get(pk=creator.pk)
    policies.check_can_edit(actor, creator)
    wanted = {"name": name, "bio": bio, "default_credit_line": default_credit_line}
    changed = {field: value for field, value in wanted.items() if getattr(creator, field) != value}
    if not changed:
        return creator
    limits.take(EDITS, key=actor.public_id, now=now)
    for field, value in changed.items():
        setattr(creator, field, value)
    creator.save(update_fields=list(changed))
    recording.record(
        CHANGED,
        actor=actor.public_id,
        at=now,
        subject=creator.public_id,
        topic=actor.public_id,
        facts={"fields": sorted(changed)},
        sealed={field: Sealed(value, actor.public_id) for field, value in changed.items()},
    )
    return creator
