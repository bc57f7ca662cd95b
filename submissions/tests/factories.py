"""Works for tests, made by the real actions; the pictures are small and the check is answered instead of run."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from accounts.models import User
from accounts.tests.factories import person
from consent import actions as consent
from core.ids import new_id, random_token
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from submissions import actions, storage
from submissions.actions.checking import CheckedFile, LookedAt, MadeRendition
from submissions.details import Details
from submissions.models import AiUse, MediaFile, People, RightsHolder, Submission
from submissions.refusals import OUR_FAULT
from submissions.states import State

_numbers = count(1)
WIDTHS = (320, 640)


def picture(width: int = 64, height: int = 48, *, kind: str = "JPEG", seed: int | None = None) -> bytes:
    """A small picture that differs from every other one, unless `seed` is given."""
    number = next(_numbers) if seed is None else seed
    image = Image.new("RGB", (width, height), (number % 256, number // 256 % 256, 120))
    buffer = BytesIO()
    image.save(buffer, kind, comment=f"picture {number}".encode()) if kind == "JPEG" else image.save(buffer, kind)
    return buffer.getvalue()


def details(**changed: Any) -> Details:
    base = Details(
        title="Harbor at dawn",
        description="Taken on the first day of the herring.",
        alt_text="A red boat in a gray harbor under low clouds.",
        credit_line="© Ada Holm",
        rights_holder=RightsHolder.SELF.value,
        people=People.NONE.value,
        ai_use=AiUse.NONE.value,
        tags=("harbor", "boat"),
    )
    return replace(base, **changed)


def upload(user: User, data: bytes | None = None, *, name: str = "harbor.jpg") -> MediaFile:
    return actions.receive_upload(user=user, file=ContentFile(data or picture(), name=name), now=timezone.now())


def moderator(**fields: Any) -> User:
    """A person with the permission to review, or a superuser while no app defines that permission."""
    user = person(name="Mo", **fields)
    found = Permission.objects.filter(codename="review", content_type__app_label="moderation").first()
    if found is None:
        user.is_superuser = True
        user.save(update_fields=["is_superuser"])
    else:
        user.user_permissions.add(found)
    return user


def submission(state: str = State.PUBLISHED, *, creator: Creator | None = None, **described: Any) -> Submission:
    """A work in `state`, brought there by the moves that lead to it."""
    creator = creator or new_creator()
    now = timezone.now()
    made = actions.submit(
        creator=creator,
        actor=creator.user,
        media_file=upload(creator.user),
        details=details(**described),
        notice=consent.current_notice("submission", "en"),
        form_key=random_token(20),
        now=now,
    )
    if state == State.RECEIVED:
        return made
    made = actions.start_check(submission=made, now=now)
    if state == State.PROCESSING:
        return made
    if state == State.QUARANTINED:
        return failed(made)
    return _reviewed(passed(made), state)


def passed(submission: Submission, **of: Any) -> Submission:
    """The check says that all is well; `of` names another file, revision or run than the present one."""
    looked_at = replace(LookedAt.now(submission), **of)
    return actions.pass_check(
        submission=submission, looked_at=looked_at, checked=_checked(looked_at), now=timezone.now()
    )


def failed(submission: Submission, *, code: str = OUR_FAULT, **of: Any) -> Submission:
    """The check found something; as `passed`."""
    looked_at = replace(LookedAt.now(submission), **of)
    return actions.fail_check(submission=submission, looked_at=looked_at, code=code, now=timezone.now())


def _reviewed(made: Submission, state: str) -> Submission:
    if state == State.IN_REVIEW:
        return made
    now = timezone.now()
    if state == State.WITHDRAWN:
        return actions.withdraw(submission=made, actor=made.creator.user, reason="", now=now)
    acts = {
        State.CHANGES_REQUESTED: actions.request_changes,
        State.REJECTED: actions.reject,
        State.PUBLISHED: actions.publish,
        State.REMOVED: actions.publish,
    }
    actor = moderator()
    made = acts[State(state)](submission=made, actor=actor, decision_id=new_id("dec"), now=now)
    if state == State.REMOVED:
        made = actions.remove(submission=made, actor=actor, decision_id=new_id("dec"), now=now)
    return made


def _checked(looked_at: LookedAt) -> CheckedFile:
    renditions = []
    for kind in ("webp", "avif"):
        for width in WIDTHS:
            key = storage.rendition_key(looked_at.media_file, looked_at.run, f"{width}.{kind}")
            data = f"{kind} {width}".encode()
            storage.put(key, ContentFile(data))
            renditions.append(
                MadeRendition(format=kind, width=width, height=width * 3 // 4, byte_size=len(data), storage_key=key)
            )
    return CheckedFile(
        media_type="image/jpeg",
        width=1600,
        height=1200,
        placeholder="data:image/webp;base64,UklGRg==",
        color="#7a8b99",
        renditions=renditions,
    )
