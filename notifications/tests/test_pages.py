from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from notifications.models import Notification
from submissions.tests import factories as works
from trail.models import Entry

pytestmark = pytest.mark.django_db


def news(user: User, number: int = 1) -> list[Notification]:
    works.submission("received")
    entries = list(Entry.objects.order_by("-pk")[:1])
    while len(entries) < number:
        works.submission("received")
        entries = list(Entry.objects.exclude(kind="account.registered").order_by("-pk")[:number])
    return [
        Notification.objects.create(
            recipient=user,
            entry=entry,
            kind="submission.published",
            context={"work": f"Boat {place} <b>"},
            url="/studio/submissions/sub_1/",
            created_at=timezone.now(),
        )
        for place, entry in enumerate(entries)
    ]


def test_notifications_of_a_visitor_ask_to_sign_in(client: Client) -> None:
    assert client.get("/notifications/")["Location"] == "/accounts/login/?next=/notifications/"


def test_notifications_without_any_say_what_will_come(client: Client) -> None:
    client.force_login(person())
    html = client.get("/notifications/").content.decode()
    assert "No news yet" in html
    assert "Mark all as read" not in html


def test_notifications_are_ones_own_with_unread_marked(client: Client) -> None:
    user, other = person(), person()
    row = news(user)[0]
    news(other)
    client.force_login(user)
    html = client.get("/notifications/").content.decode()
    assert html.count("news--unread") == 1
    assert f"/notifications/{row.public_id}/" in html
    assert "Boat 0 &lt;b&gt;" in html


def test_open_notification_leads_on_and_counts_as_read(client: Client) -> None:
    user = person()
    row = news(user)[0]
    client.force_login(user)
    response = client.get(f"/notifications/{row.public_id}/")
    assert response["Location"] == row.url
    row.refresh_from_db()
    assert row.read_at is not None


def test_open_notification_of_somebody_else_is_404_and_stays_unread(client: Client) -> None:
    row = news(person())[0]
    client.force_login(person())
    assert client.get(f"/notifications/{row.public_id}/").status_code == 404
    row.refresh_from_db()
    assert row.read_at is None


def test_read_all_marks_ones_own_only(client: Client) -> None:
    user, other = person(), person()
    news(user)
    news(other)
    client.force_login(user)
    assert client.get("/notifications/read/").status_code == 405
    assert client.post("/notifications/read/")["Location"] == "/notifications/"
    assert Notification.objects.filter(recipient=user, read_at=None).count() == 0
    assert Notification.objects.filter(recipient=other, read_at=None).count() == 1


def test_notifications_page_by_key(client: Client) -> None:
    user = person()
    news(user, 30)
    client.force_login(user)
    first = client.get("/notifications/")
    assert len(first.context["rows"]) == 24
    second = client.get(first.context["next_url"])
    assert len(second.context["rows"]) == 6
    shown = [row["notification"].pk for page in (first, second) for row in page.context["rows"]]
    assert shown == sorted(shown, reverse=True)
    assert len(set(shown)) == 30
