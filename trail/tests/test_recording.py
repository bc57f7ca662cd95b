from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from trail import canonical, merkle, readers, recording, sequencer, verification
from trail.models import Cursor, Entry, SealedValue

pytestmark = pytest.mark.django_db


def write(kind: str = "thing.made", **kwargs: Any) -> Entry:
    defaults: dict[str, Any] = {"actor": "usr_1", "at": timezone.now(), "subject": "sub_1"}
    return recording.record(kind, **(defaults | kwargs))


def test_record_keeps_canonical_json_and_its_leaf() -> None:
    entry = write(topic="sub_9", facts={"b": 1, "a": "ø"})

    body = json.loads(entry.body)
    assert entry.body.encode() == canonical.encode(body)
    assert body["facts"] == {"a": "ø", "b": 1}
    assert bytes(entry.leaf_hash) == merkle.leaf_hash(entry.body.encode())
    assert entry.index is None


def test_record_same_fact_twice_has_different_leaves() -> None:
    now = timezone.now()
    assert write(at=now).leaf_hash != write(at=now).leaf_hash


@pytest.mark.django_db(transaction=True)
def test_record_outside_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError):
        write()
    assert Entry.objects.count() == 0


def test_seal_keeps_personal_value_out_of_the_entry() -> None:
    entry = write(sealed={"date_of_birth": recording.Sealed("1990-01-02", "usr_1")})

    assert "1990-01-02" not in entry.body
    value = SealedValue.objects.get(entry=entry)
    assert value.value == '"1990-01-02"'
    assert verification.verify().holds


def test_verify_after_erasure_holds() -> None:
    entry = write(sealed={"name": recording.Sealed("Ada", "usr_1")})
    SealedValue.objects.filter(entry=entry).update(value=None, salt=None, erased_at=timezone.now())

    report = verification.verify()

    assert (report.holds, report.erased) == (True, 1)


def test_number_all_leaves_no_gap() -> None:
    for _ in range(5):
        write()
    assert sequencer.number_batch(3) == 3
    assert sequencer.number_all() == 2
    assert list(Entry.objects.order_by("id").values_list("index", flat=True)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_entry SET body = '{}'",
        "UPDATE trail_entry SET recorded_at = '2001-01-01 00:00:00+00'",
        'UPDATE trail_entry SET "index" = 7',
        'UPDATE trail_entry SET "index" = NULL',
        "DELETE FROM trail_entry",
        "UPDATE trail_sealedvalue SET value = '\"x\"'",
        "DELETE FROM trail_sealedvalue",
    ],
)
def test_change_entry_by_sql_is_refused(statement: str) -> None:
    write(sealed={"name": recording.Sealed("Ada", "usr_1")})
    sequencer.number_all()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert verification.verify().holds


def test_follow_takes_each_entry_once_and_stops_at_a_failing_one() -> None:
    seen: list[str] = []

    def apply(entry: Entry) -> None:
        if entry.subject == "bad" and len(seen) == 1 and not healed:
            raise ValueError("cannot")
        seen.append(entry.subject)

    healed = False
    readers.register("test", apply)
    try:
        for subject in ("one", "bad", "three"):
            write(subject=subject)
        sequencer.number_all()

        assert readers.follow("test") == 1
        assert "cannot" in Cursor.objects.get(reader="test").error
        healed = True
        assert readers.follow("test") == 2
        assert readers.follow("test") == 0
        assert seen == ["one", "bad", "three"]
        assert Cursor.objects.get(reader="test").error == ""
    finally:
        readers._readers.pop("test")


def test_verify_finds_a_sealed_value_without_its_row() -> None:
    with transaction.atomic():
        recording.record(
            "test.told",
            actor="system",
            at=timezone.now(),
            subject="sub_1",
            sealed={"name": recording.Sealed("Ada", "usr_1"), "place": recording.Sealed("Oslo", "usr_1")},
        )
    sequencer.number_all()
    assert verification.verify().sealed == 2
    with connection.cursor() as cursor:
        table = ' ON "trail_sealedvalue"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "trail_sealedvalue_no_delete"{table}')
        cursor.execute("DELETE FROM trail_sealedvalue WHERE name = 'place'")

    assert verification.verify().deviation == "entry 0: its sealed values are not those that it commits to"


def test_verify_finds_a_sealed_value_that_no_entry_promised() -> None:
    with transaction.atomic():
        entry = recording.record("test.told", actor="system", at=timezone.now(), subject="sub_1")
    sequencer.number_all()
    SealedValue.objects.create(entry=entry, name="name", person="usr_1", value='"Eve"', salt=b"x" * 32)

    assert verification.verify().deviation == "entry 0: its sealed values are not those that it commits to"
