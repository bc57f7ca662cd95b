from __future__ import annotations

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import person
from consent import actions, wording
from consent.models import Evidence, Notice, Record
from core.errors import Conflict, NotAllowed
from core.tests.unchanged import nothing_happens
from trail.models import Entry

pytestmark = pytest.mark.django_db

# What people agreed to under version 1. A change of these words is a new version in a new file, never an edit.
PUBLISHED = {
    "1.en": "75f4a8aa8b712be71c3d721e73f3bccd8f4182e0802d38e50034bfa6be58f809",
    "1.da": "66b7bc9936307094d58498603ea19635a4b4b24c6e046a7419716da79d1b19fd",
    "2.en": "916f6172b9065fea74259de0bcfc9d97043eaa3d27fb3f26ad4dcc61b5350009",
    "2.da": "9a872f5fece00a80ffbd6ec20cadc01f5211bcdc0dabfa87249e8bbd1870632f",
}


def given(subject: str = "sub_1") -> Record:
    notice = actions.current_notice("submission", "en")
    return actions.give(person=person(), notice=notice, subject=subject, method="session", now=timezone.now())


def test_notice_file_of_a_published_version_is_unchanged() -> None:
    files = (wording.FOLDER / "submission").glob("*.md")
    assert {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in files} == PUBLISHED


def test_current_notice_publishes_file_once() -> None:
    first = actions.current_notice("submission", "da")
    again = actions.current_notice("submission", "da-dk")

    assert first == again
    assert (first.version, first.language) == (2, "da")
    assert first.text_hash == hashlib.sha256(first.full_text.encode()).hexdigest()
    assert Notice.objects.count() == 1


def test_current_notice_in_unknown_language_is_english() -> None:
    assert actions.current_notice("submission", "fr").language == "en"


def test_current_notice_names_who_is_responsible(settings) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_CONTACT = "Nordlys Foundation", "privacy@example.com"
    text = actions.current_notice("submission", "en").text
    assert "Nordlys Foundation is responsible" in text
    assert "privacy@example.com" in text
    assert "$" not in text


def test_change_published_notice_by_sql_is_refused() -> None:
    actions.current_notice("submission", "en")
    with (
        nothing_happens(),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE consent_notice SET text = 'other words'")


def test_give_keeps_exact_wording_as_evidence_and_records() -> None:
    record = given()

    assert record.state == "given"
    assert record.evidence.text == record.notice.full_text
    assert record.evidence.text_hash == record.notice.text_hash
    assert record.evidence.text_version == "submission/2"
    entry = Entry.objects.get(kind="consent.given")
    assert (entry.subject, entry.topic, entry.actor) == (record.public_id, "sub_1", record.person.public_id)
    assert entry.facts == {
        "notice": "submission",
        "version": 2,
        "language": "en",
        "text_hash": record.notice.text_hash,
        "evidence": record.evidence.public_id,
        "method": "session",
    }


def test_give_twice_is_one_record() -> None:
    record = given()
    again = actions.give(
        person=record.person, notice=record.notice, subject="sub_1", method="session", now=timezone.now()
    )
    assert again == record
    assert (Record.objects.count(), Evidence.objects.count(), Entry.objects.count()) == (1, 1, 1)


def test_withdraw_keeps_the_giving_and_records() -> None:
    record = given()
    now = timezone.now()

    withdrawn = actions.withdraw(record=record, actor=record.person, now=now)

    assert (withdrawn.state, withdrawn.withdrawn_at, withdrawn.withdrawn_by) == ("withdrawn", now, record.person)
    assert withdrawn.given_at == record.given_at
    entry = Entry.objects.get(kind="consent.withdrawn")
    assert (entry.subject, entry.topic) == (record.public_id, "sub_1")


def test_withdraw_by_somebody_else_is_refused() -> None:
    record, other = given(), person()
    with nothing_happens(), pytest.raises(NotAllowed):
        actions.withdraw(record=record, actor=other, now=timezone.now())


def test_withdraw_twice_is_conflict() -> None:
    record = given()
    actions.withdraw(record=record, actor=record.person, now=timezone.now())

    with nothing_happens(), pytest.raises(Conflict):
        actions.withdraw(record=record, actor=record.person, now=timezone.now())


def test_keep_evidence_cannot_be_changed() -> None:
    evidence = given().evidence
    with nothing_happens(), pytest.raises(DatabaseError), transaction.atomic():
        Evidence.objects.filter(pk=evidence.pk).update(text="something else")
