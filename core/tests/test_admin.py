from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from core.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(
        get_user_model()._default_manager.create(email="boss@example.com", is_staff=True, is_superuser=True)
    )
    return client


def test_release_parked_jobs_from_admin(staff: Client) -> None:
    parked = Job.objects.create(kind="test", subject="a", state=Job.State.PARKED, attempts=5, last_error="boom")
    done = Job.objects.create(kind="test", subject="b", state=Job.State.DONE)

    staff.post("/admin/core/job/", {"action": "release", "_selected_action": [parked.pk, done.pk]})

    parked.refresh_from_db()
    done.refresh_from_db()
    assert (parked.state, parked.attempts) == (Job.State.WAITING, 0)
    assert done.state == Job.State.DONE


def test_error_of_a_parked_job_is_shown(staff: Client) -> None:
    parked = Job.objects.create(kind="test", subject="a", state=Job.State.PARKED, last_error="boom at line 7")
    assert "boom at line 7" in staff.get(f"/admin/core/job/{parked.pk}/change/").content.decode()
    assert staff.post(f"/admin/core/job/{parked.pk}/delete/").status_code == 403
