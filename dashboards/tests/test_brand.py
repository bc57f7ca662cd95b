from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.tests.factories import person
from brands.models import Role
from brands.tests.factories import brand, member
from licensing import actions
from licensing.tests import factories as licenses
from licensing.tests.sample_terms import terms
from submissions.tests.factories import submission
from trail import readers, sequencer

pytestmark = pytest.mark.django_db


def follow() -> None:
    sequencer.number_all()
    readers.follow("notifications")


def test_brand_of_a_visitor_asks_to_sign_in(client: Client) -> None:
    of = brand()
    assert client.get(f"/b/{of.slug}/")["Location"] == f"/accounts/login/?next=/b/{of.slug}/"


def test_brand_of_others_is_404_like_one_that_does_not_exist(client: Client) -> None:
    mine, theirs = brand(), brand()
    client.force_login(mine.memberships.get().user)
    assert client.get(f"/b/{mine.slug}/").status_code == 200
    assert client.get(f"/b/{theirs.slug}/").status_code == 404
    assert client.get("/b/nothing-here/").status_code == 404


def test_page_for_a_new_brand_is_not_taken_for_a_brand(client: Client) -> None:
    client.force_login(person())
    assert client.get("/b/new/").status_code == 200


def test_brand_without_requests_shows_first_steps_that_fit_the_role(client: Client) -> None:
    of = brand()
    owner = of.memberships.get().user
    client.force_login(owner)
    assert [step.done for step in client.get(f"/b/{of.slug}/").context["steps"]] == [True, False, False, False]
    viewer = member(of, Role.VIEWER).user
    client.force_login(viewer)
    assert len(client.get(f"/b/{of.slug}/").context["steps"]) == 1
    client.force_login(owner)
    assert [step.done for step in client.get(f"/b/{of.slug}/").context["steps"]] == [True, False, True, False]


def test_brand_counts_requests_by_where_they_stand_now(client: Client) -> None:
    of = brand()
    now = timezone.now()
    licenses.request(brand=of)
    licenses.license(brand=of)
    licenses.request(brand=of, now=now - timedelta(days=20))
    declined = licenses.request(brand=of)
    actions.decline(request=declined, reason="", actor=declined.submission.creator.user, now=now)
    licenses.request()
    client.force_login(of.memberships.get().user)

    response = client.get(f"/b/{of.slug}/")

    assert {state["label"]: state["count"] for state in response.context["states"]} == {
        "Waiting for an answer": 1, "Granted": 1, "Declined": 1, "Without an answer": 1,
    }  # fmt: skip
    assert response.context["waiting"] == 1
    assert len(response.context["requests"]) == 4


def test_brand_shows_what_it_may_use_and_what_ends_soon(client: Client) -> None:
    of = brand()
    now = timezone.now()
    going_on = licenses.license(brand=of)
    soon = licenses.license(brand=of, now=now - timedelta(days=350))
    licenses.license(brand=of, now=now - timedelta(days=400))
    revoked = licenses.license(brand=of, terms=terms(revocation={"allowed": True, "notice_days": 0}))
    actions.revoke(license=revoked, reason="", actor=revoked.licensor.user, now=now)
    licenses.license()
    client.force_login(of.memberships.get().user)

    response = client.get(f"/b/{of.slug}/")

    assert [row["license"].number for row in response.context["in_force"]] == [soon.number, going_on.number]
    assert [row["license"].number for row in response.context["ending"]] == [soon.number]
    assert (response.context["in_force_count"], response.context["ending_count"]) == (2, 1)
    assert "Ends soon" in response.content.decode()


def test_brand_shows_news_of_this_brand_only(client: Client) -> None:
    user = person(name="Olga")
    first, second = brand(user, name="First"), brand(user, name="Second")
    licenses.license(brand=first)
    licenses.license(brand=second)
    follow()
    client.force_login(user)
    news = client.get(f"/b/{first.slug}/").context["news"]
    assert [row["notification"].url.startswith(f"/b/{first.slug}/") for row in news] == [True]


@pytest.mark.parametrize("rows", [1, 30])
def test_brand_costs_the_same_with_one_row_and_thirty(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    of = brand()
    for _ in range(rows):
        licenses.license(brand=of, submission=submission())
        licenses.request(brand=of, submission=submission())
    follow()
    client.force_login(of.memberships.get().user)
    client.get(f"/b/{of.slug}/")
    with django_assert_num_queries(11):
        client.get(f"/b/{of.slug}/")
