"""The lists of public pages are read along an index, on both databases."""

from __future__ import annotations

import pytest
from django.db import connection

from creators.tests.factories import creator
from galleries import lists
from galleries.filters import Filters
from galleries.searching import Works, narrowed
from submissions import queries as submissions

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(), "submissions_gallery"),
        (Filters(tag="harbor"), "galleries_keyword_newest"),
        (Filters(shape="portrait"), "galleries_keyword_newest"),
    ],
)
def test_gallery_is_read_in_the_order_of_an_index(filters: Filters, index: str) -> None:
    plan = explained(narrowed(submissions.published(), filters))
    assert index in plan
    assert "sort" not in plan.lower().replace("incremental sort", "")
    assert "TEMP B-TREE" not in plan


def test_works_of_a_creator_are_read_in_the_order_of_an_index() -> None:
    plan = explained(Works(submissions.published().filter(creator=creator())))
    assert "submissions_creator_page" in plan
    assert "TEMP B-TREE" not in plan


def explained(works: Works) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The tables are empty: without this, reading them whole is cheaper than any index.
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
    plan: str = lists._rows(works, "en", 24).explain()
    return plan
