"""A reader that cannot take in an entry stops there, says so, and goes on when somebody says so, with a reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from core.errors import Conflict, Invalid
from trail import readers, sealed, sequencer
from trail.models import Cursor, Entry
from trail.tests.factories import entries

pytestmark = pytest.mark.django_db


class Stumbling:
    """Takes in subjects, but for `over`."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.over = "thg_1"

    def __call__(self, entry: Entry) -> None:
        if entry.subject == self.over:
            raise ValueError("cannot take that in")
        self.seen.append(entry.subject)


@pytest.fixture
def reader() -> Iterator[Stumbling]:
    made = Stumbling()
    readers.register("test", made)
    entries(3)
    sequencer.number_all()
    readers.follow("test")
    yield made
    readers._readers.pop("test")


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(
        get_user_model()._default_manager.create(email="a@example.com", is_staff=True, is_superuser=True)
    )
    return client


def test_skip_goes_on_behind_the_entry_and_records_why(reader: Stumbling) -> None:
    entry = readers.skip("test", reason=" The work is gone. ", actor="usr_9", now=timezone.now())

    assert readers.follow("test") == 1
    assert reader.seen == ["thg_0", "thg_2"]
    assert (entry.kind, entry.actor, entry.subject) == ("reader.skipped", "usr_9", "test")
    assert entry.facts == {"entry": "1", "kind": "thing.made"}
    assert sealed.of(entry) == {"reason": "The work is gone."}
    assert Cursor.objects.get(reader="test").error == ""


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_skip_without_a_reason_is_refused(reader: Stumbling, reason: str) -> None:
    with pytest.raises(Invalid):
        readers.skip("test", reason=reason, actor="usr_9", now=timezone.now())
    assert (Cursor.objects.get(reader="test").next_index, Entry.objects.count()) == (1, 3)


def test_skip_of_a_reader_that_runs_is_refused(reader: Stumbling) -> None:
    reader.over = ""
    readers.follow("test")
    with pytest.raises(Conflict):
        readers.skip("test", reason="To be sure", actor="usr_9", now=timezone.now())
    with pytest.raises(Conflict):
        readers.skip("nobody", reason="To be sure", actor="usr_9", now=timezone.now())
    assert (Cursor.objects.get(reader="test").next_index, Entry.objects.count()) == (3, 3)


def test_skip_twice_leaves_out_one_entry(reader: Stumbling) -> None:
    readers.skip("test", reason="Once", actor="usr_9", now=timezone.now())
    with pytest.raises(Conflict):
        readers.skip("test", reason="Twice", actor="usr_9", now=timezone.now())
    assert Cursor.objects.get(reader="test").next_index == 2


def test_admin_shows_lag_and_error_and_lets_it_go_on(reader: Stumbling, staff: Client) -> None:
    cursor = Cursor.objects.get(reader="test")
    page = staff.get("/admin/trail/cursor/").content.decode()
    assert "ValueError: cannot take that in" in page
    assert '<td class="field-lag">2</td>' in page

    chosen = {"_selected_action": [cursor.pk]}
    staff.post("/admin/trail/cursor/", chosen | {"action": "skip", "reason": ""})
    assert reader.seen == ["thg_0"]
    staff.post("/admin/trail/cursor/", chosen | {"action": "skip", "reason": "Gone"})
    staff.post("/admin/trail/cursor/", chosen | {"action": "retry"})

    assert reader.seen == ["thg_0", "thg_2"]
    assert Entry.objects.filter(kind="reader.skipped").count() == 1


def test_admin_without_the_permission_leaves_readers_alone(reader: Stumbling, client: Client) -> None:
    client.force_login(get_user_model()._default_manager.create(email="b@example.com", is_staff=True))
    cursor = Cursor.objects.get(reader="test")
    chosen = {"_selected_action": [cursor.pk], "action": "skip", "reason": "Gone"}
    assert client.post("/admin/trail/cursor/", chosen).status_code == 403
    assert Cursor.objects.get(reader="test").next_index == 1
