from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.tests.factories import person
from core.models import Job
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(person(is_staff=True, is_superuser=True))
    return client


def test_list_tells_where_the_check_stands(staff: Client) -> None:
    submission = factories.submission(State.RECEIVED)
    Job.objects.filter(subject=submission.public_id).update(state=Job.State.PARKED)

    page = staff.get("/admin/submissions/submission/").content.decode()

    assert submission.public_id in page
    assert '<td class="field-check_state">parked</td>' in page


@pytest.mark.parametrize("rows", [1, 30])
def test_list_costs_the_same_with_one_and_with_thirty_works(
    staff: Client, django_assert_max_num_queries: Any, rows: int
) -> None:
    for _ in range(rows):
        factories.submission(State.RECEIVED)
    with django_assert_max_num_queries(6):
        staff.get("/admin/submissions/submission/")


def test_pages_show_rows_and_change_nothing(staff: Client) -> None:
    submission = factories.submission(State.PUBLISHED, people="others", people_names=("Bo Lund",), releases_stated=True)
    media_file = submission.media_files.get()

    page = staff.get(f"/admin/submissions/submission/{submission.pk}/change/").content.decode()
    file_page = staff.get(f"/admin/submissions/mediafile/{media_file.pk}/change/").content.decode()
    staff.post(f"/admin/submissions/submission/{submission.pk}/change/", {"state": "rejected", "title": "x"})

    assert "Bo Lund" in page
    assert media_file.sha256 in file_page
    assert "/media/r/" not in page + file_page
    assert Submission.objects.get().state == State.PUBLISHED
    assert staff.post(f"/admin/submissions/submission/{submission.pk}/delete/").status_code == 403
