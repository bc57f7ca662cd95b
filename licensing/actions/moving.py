"""The one way in which a request or a license changes its state: lock, legal move, named fields, entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from core import states
from licensing import facts
from licensing.models import License, LicenseRequest
from licensing.states import LICENSE_MOVES, REQUEST_MOVES
from submissions.models import Submission
from trail import recording


def lock_submission(pk: int) -> Submission:
    """Taken before any request or license of the work where both are locked, so that nobody waits in a circle."""
    return Submission.objects.select_for_update(of=("self",)).select_related("creator__user").get(pk=pk)


def lock_request(pk: int) -> LicenseRequest:
    return (
        LicenseRequest.objects.select_for_update(of=("self",))
        .select_related("submission__creator__user", "brand")
        .get(pk=pk)
    )


def lock_license(pk: int) -> License:
    return (
        License.objects.select_for_update(of=("self",))
        .select_related("submission", "licensor__user", "licensee", "request")
        .get(pk=pk)
    )


def typed(name: str, text: str, person: User) -> dict[str, recording.Sealed]:
    """A text that a person typed: sealed, or left out where nothing was typed."""
    return {name: recording.Sealed(text, person.public_id)} if text else {}


def move_request(
    request: LicenseRequest,
    name: str,
    *,
    actor: str,
    now: datetime,
    more: Mapping[str, Any] | None = None,
    sealed: Mapping[str, recording.Sealed] | None = None,
    **fields: Any,
) -> None:
    """Move a locked request and record it.

    Raises:
        Conflict: code `illegal_state` when the request has moved on.
    """
    event = set_request_state(request, name, **fields)
    recording.record(
        event,
        actor=actor,
        at=now,
        subject=request.public_id,
        topic=request.submission.public_id,
        facts={"brand": request.brand.public_id, "creator": request.submission.creator.public_id, **(more or {})},
        sealed=sealed,
    )


def set_request_state(request: LicenseRequest, name: str, **fields: Any) -> str:
    """Move a locked request; its entry, of the returned kind, is the caller's to record."""
    step = states.find(REQUEST_MOVES, name, request.state)
    request.state = step.target
    for field, value in fields.items():
        setattr(request, field, value)
    request.save(update_fields=["state", *fields])
    return step.event


def move_license(
    license: License,
    name: str,
    tell: Callable[[License], facts.Facts],
    *,
    actor: str,
    now: datetime,
    sealed: Mapping[str, recording.Sealed] | None = None,
    **fields: Any,
) -> None:
    """Move a locked license and record what `tell` says of it then.

    Raises:
        Conflict: code `illegal_state` when the license has moved on.
    """
    step = states.find(LICENSE_MOVES, name, license.state)
    license.state = step.target
    for field, value in fields.items():
        setattr(license, field, value)
    license.save(update_fields=["state", *fields])
    recording.record(
        step.event,
        actor=actor,
        at=now,
        subject=license.public_id,
        topic=license.submission.public_id,
        facts=tell(license),
        sealed=sealed,
    )
