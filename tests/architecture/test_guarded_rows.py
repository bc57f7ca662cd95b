"""What the database refuses, table by table and column by column, whoever asks it.

The lists here say it once more, apart from the migrations: a column that stands in none of them can never change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython
from django.utils import timezone

from core.append_only import REFUSAL
from licensing import actions as licensing
from licensing.tests import factories
from moderation import actions as moderation
from moderation.tests.factories import moderator
from privacy import policy
from submissions.states import State
from submissions.tests.factories import submission
from trail import sequencer
from trail.models import Checkpoint, Signature

pytestmark = pytest.mark.django_db

# Columns that may change, and how: freely; one time, from nothing to a value; to nothing, by erasure; until what the
# row is about is over; bytes only at their end.
FREELY, ONCE, ERASED, UNTIL_OVER, GROWS = "freely", "once", "erased", "until over", "grows at its end"
MOVING: dict[str, dict[str, str]] = {
    "consent_notice": {},
    "consent_evidence": {},
    "consent_record": {"state": FREELY, "withdrawn_at": ONCE, "withdrawn_by_id": ONCE},
    "licensing_licenserequest": {
        "state": UNTIL_OVER,
        "answered_at": ONCE,
        "answered_by_id": ONCE,
        "message": ERASED,
        "decline_reason": UNTIL_OVER,
    },
    "licensing_offer": {},
    "licensing_license": {
        "state": UNTIL_OVER,
        "ended_at": ONCE,
        "ended_by_id": ONCE,
        "ended_from": ONCE,
        "licensor_name": ERASED,
        "end_reason": UNTIL_OVER,
    },
    "licensing_delivery": {},
    "licensing_use": {"ends_on": ONCE},
    "moderation_decision": {"reason": ERASED},
    "submissions_mediafile": {
        "submission_id": ONCE,
        "state": FREELY,
        "file_name": FREELY,
        "sha256": FREELY,
        "media_type": FREELY,
        "width": FREELY,
        "height": FREELY,
        "placeholder": FREELY,
        "color": FREELY,
        "refusal_code": FREELY,
        "is_current": FREELY,
        "uploaded_at": FREELY,
    },
    "submissions_rendition": {},
    "trail_checkpoint": {},
    "trail_entry": {"index": ONCE},
    "trail_sealedvalue": {"value": ERASED, "salt": ERASED, "erased_at": ONCE},
    "trail_signature": {},
    "trail_signingkey": {"ends_at": ONCE},
    "trail_tile": {"hashes": GROWS},
}


# Files that nobody handed in go with their bytes, and pictures with the run that made them.
DELETABLE = {"submissions_mediafile", "submissions_rendition"}


def guarded() -> set[str]:
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations.values()
    operations = [step for migration in migrations for step in migration.operations if isinstance(step, RunPython)]
    return {step.hints["append_only"] for step in operations if "append_only" in step.hints}


def models_by_table() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


MODELS = models_by_table()
COLUMNS = [
    (table, str(field.column)) for table in sorted(MOVING) for field in MODELS[table]._meta.local_concrete_fields
]
FIXED = [(table, column) for table, column in COLUMNS if column not in MOVING[table]]


def rows() -> None:
    """One row of each guarded table at the least, made by the acts that make them."""
    work = submission(State.IN_REVIEW)
    moderation.decide(
        submission=work, kind="request_changes", reason_code="quality", reason="Please say more.", actor=moderator(),
        revision=work.revision, now=timezone.now(),
    )  # fmt: skip
    license = factories.license()
    factories.delivery(license)
    factories.use(license=license)
    licensing.revoke(license=license, reason="Enough", actor=license.licensor.user, now=timezone.now())
    sequencer.number_all()
    checkpoint = Checkpoint.objects.latest("size")
    Signature.objects.create(checkpoint=checkpoint, verifier="w+1+A", line="— w AAAA\n", received_at=timezone.now())


def run(sql: str, values: tuple[Any, ...] = ()) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def content(table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY id')
        return list(cursor.fetchall())


def other(table: str, column: str) -> str:
    """SQL of a value that differs from the one that stands there, and that the column could hold."""
    field = next(field for field in MODELS[table]._meta.local_concrete_fields if field.column == column)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    quoted = f'"{column}"'
    if isinstance(target, models.BinaryField):
        return "'\\x00'" if connection.vendor == "postgresql" else "x'00'"
    if isinstance(target, models.DurationField):
        return f"COALESCE({quoted}, {_literal(timedelta(0))}) + {_literal(timedelta(days=1))}"
    if isinstance(target, models.DateField):
        return "'1999-12-31'" if not isinstance(target, models.DateTimeField) else "'1999-12-31 00:00:00+00:00'"
    if isinstance(target, models.PositiveSmallIntegerField):
        return f"{quoted} + 1"
    if isinstance(target, models.IntegerField):
        return f"COALESCE({quoted}, 0) + 1000000"
    return f"CASE WHEN {quoted} = 'x' THEN 'y' ELSE 'x' END"


def _literal(length: timedelta) -> str:
    if connection.vendor == "postgresql":
        return f"interval '{length.days} days'"
    return str(length // timedelta(microseconds=1))


def refused(table: str, sql: str) -> bool:
    """By the trigger, and not by some constraint that this value happened to break; nothing has changed."""
    before = content(table)
    assert before, f"no row of {table} was made"
    try:
        run(sql)
    except DatabaseError as error:
        assert content(table) == before
        return REFUSAL in str(error)
    return False


def test_each_guarded_table_is_listed_and_no_other() -> None:
    assert guarded() == set(MOVING)


def test_each_column_that_moves_is_there() -> None:
    named = {(table, column) for table, columns in MOVING.items() for column in columns}
    assert named - set(COLUMNS) == set()


def test_update_of_each_fixed_column_is_refused() -> None:
    rows()

    changed = [
        (table, column)
        for table, column in FIXED
        if not refused(table, f'UPDATE "{table}" SET "{column}" = {other(table, column)}')
    ]

    assert changed == []
    assert len(FIXED) > 80


def test_delete_from_each_guarded_table_is_refused() -> None:
    rows()

    kept = set(MOVING) - DELETABLE
    assert [table for table in sorted(kept) if not refused(table, f'DELETE FROM "{table}"')] == []


def test_column_that_is_set_once_is_never_set_again() -> None:
    rows()
    once = [(table, column) for table, columns in MOVING.items() for column, how in columns.items() if how == ONCE]

    changed = []
    for table, column in once:
        if not [row for row in content(table) if row[_place(table, column)] is not None]:
            run(f'UPDATE "{table}" SET "{column}" = {_first(table, column)} WHERE id = (SELECT MAX(id) FROM "{table}")')
        for value in (other(table, column), "NULL"):
            sql = f'UPDATE "{table}" SET "{column}" = {value} WHERE "{column}" IS NOT NULL'
            changed += [] if refused(table, sql) else [(table, column, value)]

    assert changed == []


def test_column_of_what_is_over_never_moves_again() -> None:
    """Before that it does: see licensing/tests/test_one_way.py."""
    rows()
    settled = [
        (table, column) for table, columns in MOVING.items() for column, how in columns.items() if how == UNTIL_OVER
    ]

    changed = [
        (table, column)
        for table, column in settled
        if not refused(table, f'UPDATE "{table}" SET "{column}" = {other(table, column)}')
    ]

    assert changed == []
    assert len(settled) == 4


def _place(table: str, column: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 1')
        return [description[0] for description in cursor.description].index(column)


_ENDS = {"ends_on": "'2099-12-31'", "ends_at": "'2099-12-31 00:00:00+00:00'", "index": "77"}


def _first(table: str, column: str) -> str:
    """What the acts above left open, such as the last day of a use that runs."""
    if column == "erased_at":
        return "'2027-01-01 00:00:00+00:00', value = NULL, salt = NULL"
    return _ENDS.get(column, "") or _of_record(column)


def _of_record(column: str) -> str:
    changes = {
        "withdrawn_at": "'2027-01-01 00:00:00+00:00', withdrawn_by_id = person_id, state = 'withdrawn'",
        "withdrawn_by_id": "person_id",
    }
    return changes[column]


def test_erased_column_goes_to_nothing_and_never_back() -> None:
    rows()
    erased = [(table, column) for table, columns in MOVING.items() for column, how in columns.items() if how == ERASED]

    changed = []
    for table, column in erased:
        if not refused(table, f'UPDATE "{table}" SET "{column}" = {other(table, column)}'):
            changed.append((table, column, "to another value"))
        assert run(f'UPDATE "{table}" SET {emptied(table, column)}') > 0
        if not refused(table, f'UPDATE "{table}" SET "{column}" = {other(table, column)}'):
            changed.append((table, column, "back"))

    assert changed == []


def emptied(table: str, column: str) -> str:
    if table == "trail_sealedvalue":
        return "value = NULL, salt = NULL, erased_at = '2027-01-01 00:00:00+00:00'"
    field = MODELS[table]._meta.get_field(column)
    return f'"{column}" = ' + ("NULL" if field.null else "''")


def personal(*verbs: str) -> Iterator[tuple[str, str]]:
    """Table and column of each field of a guarded table that erasure treats in one of these ways."""
    _, told = policy.load()
    for table in MOVING:
        model = MODELS[table]
        for name, said in told[model._meta.label].personal.items():
            if said.erasure.partition(":")[0] in verbs:
                yield table, str(model._meta.get_field(name).name)


def test_what_erasure_has_to_empty_can_be_emptied() -> None:
    rows()
    due = list(personal("empty", "replace"))

    for table, column in due:
        assert run(f'UPDATE "{table}" SET {emptied(table, column)}') > 0

    assert set(due) == {
        ("licensing_licenserequest", "message"),
        ("licensing_licenserequest", "decline_reason"),
        ("licensing_license", "licensor_name"),
        ("licensing_license", "end_reason"),
        ("moderation_decision", "reason"),
        ("submissions_mediafile", "file_name"),
        ("submissions_mediafile", "placeholder"),
        ("trail_sealedvalue", "value"),
        ("trail_sealedvalue", "salt"),
    }
    assert {table for table, _ in personal("delete")} <= DELETABLE
