"""What is over stays over, whoever writes: the database itself refuses the way back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.utils import timezone

from core import append_only
from licensing import actions
from licensing.models import License, LicenseRequest
from licensing.states import LICENSE_MOVES, REQUEST_MOVES, LicenseState, RequestState
from licensing.tests import factories
from trail.models import Entry

pytestmark = pytest.mark.django_db

OPEN_AGAIN: dict[str, Any] = {"ended_at": None, "ended_by": None, "ended_from": None, "end_reason": ""}


def revoked() -> License:
    license = factories.license()
    return actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())


def declined() -> LicenseRequest:
    asked = factories.request()
    return actions.decline(request=asked, reason="No", actor=asked.submission.creator.user, now=timezone.now())


def refused(row: models.Model, error: type[Exception] = DatabaseError, **changes: Any) -> str:
    """By the database, and nothing of the row has changed; what it said."""
    model = type(row)
    before = model._default_manager.filter(pk=row.pk).values().get()
    recorded = Entry.objects.count()
    with pytest.raises(error) as raised, transaction.atomic():
        model._default_manager.filter(pk=row.pk).update(**changes)
    assert model._default_manager.filter(pk=row.pk).values().get() == before
    assert Entry.objects.count() == recorded
    return str(raised.value)


@pytest.mark.parametrize("state", [state for state in LicenseState.values if state != "revoked"])
def test_revoked_license_moves_nowhere(state: str) -> None:
    license = revoked()
    for changes in ({"state": state}, {"state": state} | OPEN_AGAIN):
        assert append_only.REFUSAL in refused(license, **changes)


def test_expired_license_moves_nowhere() -> None:
    license = factories.license()
    assert license.ends_at is not None
    actions.expire_due(license.ends_at)

    for state in ("active", "suspended"):
        assert append_only.REFUSAL in refused(license, state=state)


def test_license_may_be_suspended_and_resumed() -> None:
    license = factories.license()
    for state in ("suspended", "active", "suspended"):
        License.objects.filter(pk=license.pk).update(state=state)
    assert License.objects.get().state == "suspended"


@pytest.mark.parametrize(
    "changes",
    [
        {"end_reason": "They paid"},
        {"ended_at": timezone.now()},
        {"ended_from": timezone.now()},
        {"ended_from": None},
        {"ended_by": None},
    ],
    ids=str,
)
def test_end_of_a_license_is_written_once(changes: dict[str, Any]) -> None:
    refused(revoked(), **changes)


def test_reason_of_an_end_can_only_be_emptied() -> None:
    license = revoked()

    License.objects.filter(pk=license.pk).update(end_reason="")

    refused(license, end_reason="Enough")
    refused(license, end_reason="Something else")


def test_answered_request_moves_nowhere() -> None:
    asked = declined()
    for state in RequestState.values:
        if state != "declined":
            refused(asked, state=state)
    refused(asked, state="sent", answered_at=None, answered_by=None, decline_reason="")
    refused(asked, decline_reason="They asked too much")
    LicenseRequest.objects.filter(pk=asked.pk).update(decline_reason="")
    refused(asked, decline_reason="No")


def test_message_of_a_request_can_only_be_emptied() -> None:
    asked = factories.request(message="Hello Ada")
    refused(asked, message="Hello Bo")

    LicenseRequest.objects.filter(pk=asked.pk).update(message="")

    refused(asked, message="Hello Ada")


@pytest.mark.parametrize(
    ("state", "parts"),
    [
        ("active", {"end_reason": "Why?"}),
        ("active", {"ended_at": "now"}),
        ("suspended", {"ended_from": "now"}),
        ("expired", {"ended_at": "now", "ended_by": "creator", "ended_from": "now"}),
        ("expired", {"end_reason": "Why?"}),
        ("revoked", {}),
        ("revoked", {"ended_at": "now", "ended_by": "creator"}),
        ("terminated", {"ended_at": "now", "ended_from": "now"}),
        ("terminated", {"ended_by": "creator", "ended_from": "now"}),
        ("superseded", {}),
        ("superseded", {"ended_at": "now"}),
    ],
    ids=str,
)
def test_license_is_not_half_ended(state: str, parts: dict[str, str]) -> None:
    license = factories.license()
    values = {"now": timezone.now(), "creator": license.licensor.user}
    changes = {name: values.get(said, said) for name, said in parts.items()}

    assert "licensing_license_ended_whole" in refused(license, IntegrityError, state=state, **changes)


@pytest.mark.parametrize(
    ("state", "parts"),
    [
        ("sent", {"answered_at": "now"}),
        ("seen", {"answered_at": "now", "answered_by": "creator"}),
        ("seen", {"decline_reason": "No"}),
        ("granted", {}),
        ("granted", {"answered_at": "now"}),
        ("declined", {"answered_by": "creator"}),
        ("withdrawn", {"answered_at": "now", "answered_by": "creator", "decline_reason": "No"}),
        ("expired_unanswered", {"answered_at": "now", "answered_by": "creator"}),
        ("lapsed", {}),
        ("lapsed", {"answered_at": "now", "answered_by": "creator"}),
    ],
    ids=str,
)
def test_request_is_not_half_answered(state: str, parts: dict[str, str]) -> None:
    asked = factories.request()
    values = {"now": timezone.now(), "creator": asked.submission.creator.user}
    changes = {name: values.get(said, said) for name, said in parts.items()}

    assert "licensing_request_answered_whole" in refused(asked, IntegrityError, state=state, **changes)


@pytest.mark.parametrize(
    ("moves", "left"),
    [(LICENSE_MOVES, {"active", "suspended"}), (REQUEST_MOVES, {"sent", "seen"})],
    ids=["license", "request"],
)
def test_states_that_can_be_left_are_those_of_the_triggers(moves: list[Any], left: set[str]) -> None:
    """A move out of another state would be refused by the database."""
    assert {str(source) for step in moves for source in step.sources} == left
    table = "licensing_license" if moves is LICENSE_MOVES else "licensing_licenserequest"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = %s", [f"{table}_no_update"])
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [f"{table}_no_update"])
        (trigger,) = cursor.fetchone()
    assert all(f"'{state}'" in trigger for state in left)
