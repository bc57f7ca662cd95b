"""What the database itself refuses about works and their files, whoever writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from submissions.models import MediaFile, Rendition, Submission
from submissions.states import State
from submissions.tests.factories import submission
from trail.models import Entry

pytestmark = pytest.mark.django_db


def refused(model: type[models.Model], constraint: str, **changes: Any) -> None:
    """In a bulk update of the whole table, with nothing changed and nothing recorded."""
    before, recorded = list(model._default_manager.order_by("pk").values()), Entry.objects.count()
    assert before
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model._default_manager.update(**changes)
    assert list(model._default_manager.order_by("pk").values()) == before
    assert Entry.objects.count() == recorded


@pytest.mark.parametrize(
    ("column", "constraint"),
    [
        ("state", "submissions_(state_known|withdrawn_whole)"),
        ("rights_holder", "submissions_rights_holder_known"),
        ("people", "submissions_people_known"),
        ("ai_use", "submissions_ai_use_known"),
    ],
)
def test_choice_outside_the_vocabulary_is_refused(column: str, constraint: str) -> None:
    submission()

    refused(Submission, constraint, **{column: "x"})
    refused(Submission, constraint, **{column: ""})


def test_file_outside_the_vocabulary_is_refused() -> None:
    submission()

    refused(MediaFile, "submissions_media_state", state="lost")


def test_rendition_outside_the_vocabulary_is_refused() -> None:
    """At its making: a trigger refuses every change after that."""
    submission()
    values: dict[str, Any] = dict(Rendition.objects.values()[0])
    values |= {"id": None, "public_id": "ren_00000000000000000000", "width": 1, "format": "gif", "storage_key": "x"}

    with pytest.raises(IntegrityError, match="submissions_rendition_format"), transaction.atomic():
        Rendition.objects.create(**values)

    assert not Rendition.objects.filter(format="gif").exists()


def test_states_of_a_file_are_those_of_the_database() -> None:
    rules = {rule.name: rule for rule in MediaFile._meta.constraints if isinstance(rule, models.CheckConstraint)}

    assert rules["submissions_media_state"].condition == models.Q(state__in=MediaFile.State.values)


@pytest.mark.parametrize("column", ["width", "height"])
def test_file_has_no_half_size(column: str) -> None:
    submission()

    refused(MediaFile, "submissions_media_size_whole", **{column: None})


@pytest.mark.parametrize("state", [State.REMOVED, State.PUBLISHED])
@pytest.mark.parametrize("column", ["published_at", "published_by"])
def test_work_is_not_half_published(column: str, state: State) -> None:
    submission(state)

    refused(Submission, "submissions_published", **{column: None})


@pytest.mark.parametrize("column", ["withdrawn_at", "withdrawn_by"])
def test_work_is_not_half_withdrawn(column: str) -> None:
    work = submission(State.WITHDRAWN)
    refused(Submission, "submissions_withdrawn_whole", **{column: None})

    assert work.withdrawn_at is not None


def test_withdrawn_work_does_not_come_back_with_its_withdrawal() -> None:
    submission(State.WITHDRAWN)

    refused(Submission, "submissions_withdrawn_whole", state=State.IN_REVIEW)


@pytest.mark.parametrize("column", ["withdrawn_at", "withdrawn_by"])
def test_work_that_stands_carries_no_withdrawal(column: str) -> None:
    work = submission()
    changes = {column: timezone.now() if column == "withdrawn_at" else work.creator.user}

    refused(Submission, "submissions_withdrawn_whole", **changes)
    refused(Submission, "submissions_withdrawn_whole", state=State.WITHDRAWN, **changes)
