from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from accounts.tests.factories import person
from brands.models import Role
from brands.tests.factories import brand, member
from creators.tests.factories import creator
from dashboards import standing
from dashboards.context_processors import navigation
from licensing.tests import factories as licenses
from notifications.models import Notification
from submissions.tests.factories import moderator, submission
from trail import readers, sequencer

pytestmark = pytest.mark.django_db


def seen(user: User | AnonymousUser, path: str = "/") -> dict[str, Any]:
    request = RequestFactory().get(path)
    request.user = User.objects.get(pk=user.pk) if user.pk else user
    return navigation(request)


def places(user: User) -> list[tuple[str, str]]:
    return [(place["kind"], place["label"]) for place in seen(user)["workspaces"]]


def labels(user: User, path: str) -> list[str]:
    return [item["label"] for item in seen(user, path)["workspace"]["nav"]]


def test_visitor_costs_no_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        found = seen(AnonymousUser())
        assert (list(found["workspaces"]), bool(found["workspace"]), bool(found["notifications"])) == ([], False, False)
        assert client.get("/help/").status_code == 200


@pytest.mark.parametrize("brands", [1, 30])
def test_person_costs_one_query_however_many_brands(
    brands: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = creator().user
    for _ in range(brands):
        member(brand(), Role.EDITOR, user)
    found = seen(user, "/studio/")
    with django_assert_num_queries(1):
        assert len(found["workspaces"]) == brands + 1
        assert found["workspace"]["kind"] == "studio"
        assert found["notifications"]["count"] == 0
        assert found["nav"] is not None


def test_page_part_that_draws_no_frame_costs_no_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = creator().user
    found = seen(user)
    with django_assert_num_queries(0):
        assert Template("just a part").render(Context(found)) == "just a part"


def test_somebody_without_a_place_has_none() -> None:
    found = seen(person())
    assert list(found["workspaces"]) == []
    assert not found["workspace"]
    assert found["notifications"] == {"url": "/notifications/", "count": 0}


def test_creator_and_member_has_both_places() -> None:
    user = creator().user
    member(brand(name="Nordlys Home"), Role.VIEWER, user)
    assert places(user) == [("studio", "Studio"), ("brand", "Nordlys Home")]


def test_moderator_by_permission_by_group_and_superuser_are_found_and_nobody_else() -> None:
    by_group = person()
    group = Group.objects.create(name="Moderation team")
    group.permissions.add(Permission.objects.get(codename="review", content_type__app_label="moderation"))
    by_group.groups.add(group)
    root = person(is_superuser=True)
    assert [standing.of(user).is_moderator for user in (moderator(), by_group, root, person())] == [
        True, True, True, False,
    ]  # fmt: skip


def test_staff_find_the_administration_and_others_do_not() -> None:
    assert "/admin/" in [item["url"] for item in seen(person(is_staff=True))["nav"]]
    assert "/admin/" not in [item["url"] for item in seen(creator().user)["nav"]]


def test_owner_sees_tokens_and_settings_and_an_editor_does_not() -> None:
    of = brand()
    owner = of.memberships.get().user
    editor = member(of, Role.EDITOR).user
    assert {"Tokens", "Settings"} <= set(labels(owner, f"/b/{of.slug}/"))
    assert {"Tokens", "Settings"} & set(labels(editor, f"/b/{of.slug}/")) == set()


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/studio/", "Home"),
        ("/studio/profile/", "Profile"),
        ("/studio/something-else/", None),
    ],
)
def test_current_page_is_marked(path: str, current: str | None) -> None:
    nav = seen(creator().user, path)["workspace"]["nav"]
    assert next((item["label"] for item in nav if item["current"]), None) == current


def test_workspace_of_a_brand_that_one_is_no_member_of_is_none() -> None:
    assert not seen(creator().user, f"/b/{brand().slug}/")["workspace"]


def test_brand_whose_slug_begins_like_another_is_not_mistaken_for_it() -> None:
    user = person()
    first, second = brand(user, name="Nord"), brand(user, name="Nord Nord")
    assert second.slug.startswith(first.slug)
    assert seen(user, f"/b/{second.slug}/members/")["workspace"]["label"] == "Nord Nord"


def test_counts_are_of_open_requests_and_unread_news() -> None:
    asked = licenses.request()
    user = asked.submission.creator.user
    licenses.request(submission=submission(creator=asked.submission.creator))
    licenses.request()
    sequencer.number_all()
    readers.follow("notifications")
    found = standing.of(User.objects.get(pk=user.pk))
    assert (found.waiting, found.unread) == (2, 4)
    Notification.objects.filter(recipient=user).update(read_at=timezone.now())
    assert standing.of(User.objects.get(pk=user.pk)).unread == 0


def test_every_address_leads_to_a_page() -> None:
    user = moderator(is_staff=True)
    creator(user)
    brand(user)
    found = seen(user)
    urls = [item["url"] for item in found["nav"]]
    for place in found["workspaces"]:
        urls += [place["url"], *(item["url"] for item in place["nav"])]
    assert len(urls) > 8
    for url in urls:
        resolve(url)


def test_bell_shows_the_number_of_unread_news(client: Client) -> None:
    work = submission("published")
    sequencer.number_all()
    readers.follow("notifications")
    client.force_login(work.creator.user)
    html = client.get("/help/").content.decode()
    assert 'href="/notifications/"' in html
    assert '<span class="count">1<span class="visually-hidden"> unread</span></span>' in html
