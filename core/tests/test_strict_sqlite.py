"""SQLite and PostgreSQL refuse the same values, whatever a form let through."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, models, transaction

from core.models import CapturedMail, Job

pytestmark = pytest.mark.django_db


def job(**changes: Any) -> dict[str, Any]:
    return {"kind": "test.length", "subject": "sub_1"} | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "x" * 65},
        {"kind": "æ" * 65},
        {"attempts": 2**31},
        {"attempts": -1},
    ],
    ids=["long", "long in letters of two bytes", "beyond 32 bits", "negative"],
)
def test_save_of_what_a_column_cannot_hold_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Job.objects.bulk_create([Job(**job(**changes))])

    assert not Job.objects.filter(kind__startswith=str(changes.get("kind", "test.length"))).exists()


@pytest.mark.parametrize("letter", ["x", "æ", "🌲"])
def test_save_of_as_many_letters_as_the_column_has_is_accepted(letter: str) -> None:
    kind = letter * 64
    made = Job.objects.create(**job(kind=kind, attempts=2**31 - 1))

    made.refresh_from_db()
    assert (made.kind, made.attempts) == (kind, 2**31 - 1)


@pytest.mark.parametrize("changes", [{"subject": "a\0b"}, {"body": "a\0b"}])
def test_save_of_a_nul_is_refused(changes: dict[str, Any]) -> None:
    # psycopg refuses it before it is sent.
    with pytest.raises((DatabaseError, ValueError)), transaction.atomic():
        CapturedMail.objects.create(**{"subject": "a", "body": "a", "to": "a@demo.example"} | changes)

    assert CapturedMail.objects.count() == 0


@pytest.mark.parametrize(("text", "accepted"), [("a\0b", False), ("a\\u0000b", True), ("\\", True), ("æ", True)])
def test_json_holds_a_written_escape_but_no_nul(text: str, accepted: bool) -> None:
    person = get_user_model().objects.create(email="json@demo.example")
    row = Authenticator(user=person, type=Authenticator.Type.TOTP, data={"text": text})

    if accepted:
        row.save()
        row.refresh_from_db()
        assert row.data == {"text": text}
    else:
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()
        assert Authenticator.objects.count() == 0


def test_every_text_column_of_sqlite_says_its_length(on_postgresql: bool) -> None:
    if on_postgresql:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        tables = dict(cursor.fetchall())
    fields = [
        (model._meta.db_table, field)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if isinstance(field, models.CharField) and model._meta.managed
    ]

    unlimited = [
        f"{table}.{field.column}"
        for table, field in fields
        if f'length("{field.column}") <= {field.max_length}' not in tables[table]
    ]

    assert unlimited == []
    assert len(fields) > 100
