"""Migrations that change what stands in rows, there and back."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from licensing.models import Use
from licensing.tests import factories


def go_to(*targets: tuple[str, str]) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets) or executor.loader.graph.leaf_nodes())


def last_column() -> list[date | None]:
    return list(Use.objects.order_by("pk").values_list("ends_on", flat=True))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_end_of_a_use_is_the_day_after_and_undone_the_last_day() -> None:
    license = factories.license()
    factories.use(license=license, starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 31))
    factories.use(license=license, starts_on=date(2027, 3, 1), ends_on=None)
    before = last_column()
    assert before[1] is None
    try:
        go_to(("licensing", "0004_party_names"))
        undone = last_column()
    finally:
        go_to()

    assert undone == [date(2027, 3, 30), None]
    assert last_column() == before == [date(2027, 3, 31), None]
