"""What the database itself refuses about consents, whoever writes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, models, transaction
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from consent import actions
from consent.models import Evidence, Record
from trail.models import Entry

pytestmark = pytest.mark.django_db


def given(by: User, language: str = "en", subject: str = "sub_1") -> Record:
    notice = actions.current_notice("submission", language)
    return actions.give(person=by, notice=notice, subject=subject, method="session", now=timezone.now())


def copied(record: Record, **changes: object) -> None:
    """Written past the actions, as a bulk import would."""
    values = {
        name: getattr(record, name)
        for name in ("person", "notice", "evidence", "subject", "state", "given_at", "given_by")
    }
    with transaction.atomic():
        Record.objects.bulk_create([Record(**values | changes)])


def test_second_given_record_of_one_wording_is_refused() -> None:
    record = given(person())
    entries = Entry.objects.count()

    with pytest.raises(IntegrityError, match=r"consent_one_given_record|UNIQUE"):
        copied(record)

    assert list(Record.objects.all()) == [record]
    assert Entry.objects.count() == entries


def test_english_and_danish_wording_of_one_version_are_both_given() -> None:
    ada = person()

    english, danish = given(ada), given(ada, "da")

    assert english.notice.version == danish.notice.version
    assert Record.objects.filter(person=ada, subject="sub_1", state="given").count() == 2


def test_withdrawn_record_does_not_stand_in_the_way_of_a_new_one() -> None:
    ada = person()
    actions.withdraw(record=given(ada), actor=ada, now=timezone.now())

    given(ada)

    assert sorted(Record.objects.values_list("state", flat=True)) == ["given", "withdrawn"]


@pytest.mark.parametrize("changes", [{"state": "maybe"}, {"state": "withdrawn"}, {"state": ""}], ids=str)
def test_record_in_no_known_state_is_refused(changes: dict[str, str]) -> None:
    record = given(person())
    before = Record.objects.values().get()

    with pytest.raises(IntegrityError, match="consent_record_withdrawn_whole"), transaction.atomic():
        Record.objects.filter(pk=record.pk).update(**changes)

    assert Record.objects.values().get() == before


@pytest.mark.parametrize("half", ["withdrawn_at", "withdrawn_by"])
def test_record_is_not_half_withdrawn(half: str) -> None:
    record = given(person())
    changes = {half: timezone.now() if half == "withdrawn_at" else record.person}

    for state in ("given", "withdrawn"):
        with pytest.raises(IntegrityError, match="consent_record_withdrawn_whole"), transaction.atomic():
            Record.objects.filter(pk=record.pk).update(state=state, **changes)

    assert Record.objects.get().withdrawn_at is None


def test_evidence_of_no_known_method_is_refused() -> None:
    kept = given(person()).evidence
    values = Evidence.objects.values().get() | {"id": None, "public_id": "evi_other", "method": "hearsay"}

    with pytest.raises(DatabaseError, match="consent_evidence_method"), transaction.atomic():
        Evidence.objects.bulk_create([Evidence(**values)])

    assert Evidence.objects.get() == kept


def test_methods_are_those_of_the_database() -> None:
    rules = {rule.name: rule for rule in Evidence._meta.constraints if isinstance(rule, models.CheckConstraint)}

    assert rules["consent_evidence_method"].condition == models.Q(method__in=Evidence.Method.values)
