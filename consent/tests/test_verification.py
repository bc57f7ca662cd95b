"""verify_trail finds rows and entries that tell different stories, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.tests.factories import person
from consent import actions
from consent.models import Record
from consent.verification import records_match_entries
from core.append_only import REFUSAL
from trail import recording, verification
from trail.models import Entry

pytestmark = pytest.mark.django_db


def given(*, withdrawn: bool = False) -> Record:
    notice = actions.current_notice("submission", "da")
    record = actions.give(person=person(), notice=notice, subject="sub_1", method="session", now=timezone.now())
    return actions.withdraw(record=record, actor=record.person, now=timezone.now()) if withdrawn else record


def without_triggers(change: Callable[[], object]) -> None:
    """What only somebody with rights on the database itself could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            change()
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        change()
        for _, sql in triggers:
            assert REFUSAL in sql
            cursor.execute(sql)


def test_records_that_match_yield_nothing() -> None:
    given()
    given(withdrawn=True)
    assert list(records_match_entries()) == []
    assert verification.verify().holds


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("consent_record", "subject", "sub_2"),
        ("consent_record", "given_at", "2001-01-01 00:00:00+00:00"),
        ("consent_notice", "text", "I allow everything."),
        ("consent_notice", "version", 9),
        ("consent_notice", "language", "en"),
        ("consent_notice", "text_hash", "0" * 64),
        ("consent_evidence", "text", "I allow everything."),
        ("consent_evidence", "method", "email_link"),
        ("consent_evidence", "public_id", "evi_other"),
    ],
)
def test_changed_row_is_found(table: str, column: str, value: str | int) -> None:
    given()
    with connection.cursor() as cursor:
        without_triggers(lambda: cursor.execute(f'UPDATE {table} SET "{column}" = %s', [value]))

    assert list(records_match_entries())
    assert not verification.verify().holds


def test_withdrawal_without_entry_is_found() -> None:
    record = given()
    Record.objects.filter(pk=record.pk).update(
        state="withdrawn", withdrawn_at=timezone.now(), withdrawn_by=record.person
    )
    assert list(records_match_entries()) == [
        f"consent {record.public_id} is withdrawn, but its entries are: consent.given"
    ]


def test_withdrawal_undone_is_found() -> None:
    record = given(withdrawn=True)
    without_triggers(
        lambda: Record.objects.filter(pk=record.pk).update(state="given", withdrawn_at=None, withdrawn_by=None)
    )
    assert list(records_match_entries()) == [
        f"consent {record.public_id} is given, but its entries are: consent.given, consent.withdrawn"
    ]


def test_withdrawal_at_another_time_is_found() -> None:
    record = given(withdrawn=True)
    assert record.withdrawn_at is not None
    moved = record.withdrawn_at - timedelta(days=1)
    without_triggers(lambda: Record.objects.filter(pk=record.pk).update(withdrawn_at=moved))
    assert len(list(records_match_entries())) == 1


def test_entry_without_record_is_found() -> None:
    entry = recording.record("consent.given", actor="usr_1", at=timezone.now(), subject="con_gone")
    assert list(records_match_entries()) == [f"entry {entry}: there is no consent con_gone"]


def test_deleted_record_is_found() -> None:
    record = given()
    without_triggers(lambda: Record.objects.filter(pk=record.pk).delete())
    assert len(list(records_match_entries())) == 1
    assert Entry.objects.filter(subject=record.public_id).exists()


def test_records_match_entries_reads_in_chunks(django_assert_num_queries) -> None:
    for _ in range(30):
        given()
    with django_assert_num_queries(4):
        assert list(records_match_entries()) == []
