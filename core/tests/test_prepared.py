from __future__ import annotations

from typing import Any

import pytest
from django.db.models import QuerySet

from core import jobs
from core.models import Job
from core.prepared import Prepared

pytestmark = pytest.mark.django_db


def of_kind(kind: str, least: int) -> QuerySet[Job, Any]:
    return Job.objects.filter(kind=kind, pk__gte=least).order_by("pk").values_list("subject")


def test_ask_again_sees_rows_and_arguments_of_now() -> None:
    prepared = Prepared(of_kind, "?", 2_000_000_001)
    assert prepared.rows("a", 0) == []
    first = jobs.enqueue("a", "one")
    jobs.enqueue("b", "two")
    second = jobs.enqueue("a", "it's % three")

    assert prepared.rows("a", 0) == [("one",), ("it's % three",)]
    assert prepared.rows("a", first.pk + 1) == [("it's % three",)]
    assert prepared.rows("b", second.pk) == []


def test_ask_again_compiles_once_and_costs_one_query(django_assert_num_queries: Any) -> None:
    built = []

    def make(kind: str, least: int) -> QuerySet[Job, Any]:
        built.append(kind)
        return of_kind(kind, least)

    prepared = Prepared(make, "?", 2_000_000_001)
    with django_assert_num_queries(3):
        for _ in range(3):
            prepared.rows("a", 0)
    assert built == ["?"]


def test_argument_that_does_not_reach_the_database_is_refused() -> None:
    with pytest.raises(ValueError, match="does not reach"):
        Prepared(lambda kind: Job.objects.filter(kind__startswith=kind).values_list("subject"), "?").rows("a")
