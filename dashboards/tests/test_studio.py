from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.tests.factories import person
from creators.tests.factories import creator
from licensing.tests import factories as licenses
from submissions.tests.factories import failed, submission
from trail import readers, sequencer

pytestmark = pytest.mark.django_db


def follow() -> None:
    sequencer.number_all()
    readers.follow("notifications")


def test_studio_of_a_visitor_asks_to_sign_in(client: Client) -> None:
    assert client.get("/studio/")["Location"] == "/accounts/login/?next=/studio/"


def test_studio_of_somebody_who_is_no_creator_offers_to_become_one(client: Client) -> None:
    client.force_login(person())
    assert client.get("/studio/")["Location"] == "/welcome/?next=%2Fstudio%2F"


def test_studio_without_works_shows_the_first_steps(client: Client) -> None:
    user = creator().user
    client.force_login(user)
    response = client.get("/studio/")
    assert [step.done for step in response.context["steps"]] == [True, False, False, False]
    assert "Your first steps" in response.content.decode()
    assert 'class="stats"' not in response.content.decode()


def test_studio_shows_what_waits_most_urgent_first(client: Client) -> None:
    made = creator()
    later = licenses.request(submission=submission(creator=made, title="Later"))
    now = timezone.now()
    sooner = licenses.request(submission=submission(creator=made, title="Sooner"), answer_by=now + timedelta(days=3))
    submission("changes_requested", creator=made, title="To change")
    submission("quarantined", creator=made, title="Our fault")
    failed(submission("processing", creator=made, title="Broken"), code="truncated")
    client.force_login(made.user)

    response = client.get("/studio/")

    assert [row.public_id for row in response.context["requests"]] == [sooner.public_id, later.public_id]
    assert [work.title for work in response.context["to_mend"]] == ["To change", "Broken"]
    assert response.context["waiting"] == 2
    assert response.context["steps"] == []
    html = response.content.decode()
    assert f"{sooner.brand.name} asks for “Sooner”" in html


def test_studio_does_not_show_requests_that_ran_out(client: Client) -> None:
    asked = licenses.request(now=timezone.now() - timedelta(days=20))
    client.force_login(asked.submission.creator.user)
    response = client.get("/studio/")
    assert list(response.context["requests"]) == []
    assert response.context["waiting"] == 0
    assert "Nothing waits for you" in response.content.decode()


def test_studio_shows_licenses_in_force_and_news_of_ones_own_only(client: Client) -> None:
    mine, other = licenses.license(), licenses.license()
    follow()
    client.force_login(mine.licensor.user)
    response = client.get("/studio/")
    assert [row.number for row in response.context["licenses"]] == [mine.number]
    assert response.context["license_count"] == 1
    html = response.content.decode()
    assert mine.licensee.name in html
    assert other.licensee.name not in html
    assert f"You licensed “{mine.submission.title}” to {mine.licensee.name}" in html


@pytest.mark.parametrize("rows", [1, 30])
def test_studio_costs_the_same_with_one_row_and_thirty(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = creator()
    for _ in range(rows):
        licenses.license(submission=submission(creator=made))
        licenses.request(submission=submission(creator=made))
        submission("changes_requested", creator=made)
    follow()
    client.force_login(made.user)
    client.get("/studio/")
    with django_assert_num_queries(13):
        client.get("/studio/")
