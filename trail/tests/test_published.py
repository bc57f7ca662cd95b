"""What anybody gets without an account: enough to check proofs, nothing of what entries say."""

from __future__ import annotations

import pytest
from django.test import Client

from trail import checkpoints, issuing, merkle, notes, sequencer
from trail.models import Entry
from trail.notes import Key
from trail.tests.factories import entries

pytestmark = pytest.mark.django_db


def leaves() -> list[bytes]:
    return [bytes(leaf) for leaf in Entry.objects.order_by("index").values_list("leaf_hash", flat=True)]


def get(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content


def test_checkpoint_is_signed_by_a_published_key(client: Client) -> None:
    entries(3)
    sequencer.number_all()

    note = notes.read(get(client, "/trail/checkpoint"))
    published = client.get("/.well-known/trail-keys.json").json()

    keys = [Key.read(key["verifier"]) for key in published["keys"]]
    assert note.verified(keys) == keys
    assert checkpoints.read(note.text) == checkpoints.Checkpoint(published["origin"], 3, merkle.root(leaves()))
    assert [key["until"] for key in published["keys"]] == [None]


def test_checkpoint_of_an_empty_log_is_not_found(client: Client) -> None:
    assert client.get("/trail/checkpoint").status_code == 404
    assert client.get("/trail/tile/0/000").status_code == 404


def test_tiles_hold_the_hashes_of_the_tree(client: Client) -> None:
    entries(300)
    sequencer.number_all()

    assert get(client, "/trail/tile/0/000") == b"".join(leaves()[:256])
    assert get(client, "/trail/tile/0/001.p/44") == b"".join(leaves()[256:])
    assert get(client, "/trail/tile/0/001.p/1") == leaves()[256]
    assert get(client, "/trail/tile/1/000.p/1") == merkle.root(leaves()[:256])


def test_tile_is_cached_for_ever(client: Client) -> None:
    entries(1)
    sequencer.number_all()
    response = client.get("/trail/tile/0/000.p/1")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "path",
    [
        "0/000", "0/000.p/4", "0/000.p/0", "0/000.p/256", "0/000.p/03", "0/0", "0/0000", "0/x000/000", "0/001.p/1",
        "0/-01", "1/000.p/1", "7/000", "8/000.p/1", "64/000.p/1", "0/000.p/1/", "0/000.p", "entries/000", "0/../000",
        "0/x999/x999/x999/x999/x999/x999/x999/999",
    ],
)  # fmt: skip
def test_tile_that_the_checkpoint_does_not_cover_is_not_found(client: Client, path: str) -> None:
    entries(3)
    sequencer.number_all()
    assert client.get("/trail/tile/0/000.p/3").status_code == 200
    assert client.get(f"/trail/tile/{path}").status_code == 404


def test_entries_that_nobody_signed_are_not_published(client: Client, settings: object) -> None:
    entries(2)
    sequencer.number_all()
    settings.TRAIL_SIGNING_KEY = "none"  # type: ignore[attr-defined]
    entries(2)
    sequencer.number_all()

    assert client.get("/trail/tile/0/000.p/2").status_code == 200
    assert client.get("/trail/tile/0/000.p/3").status_code == 404


def test_nothing_published_says_what_an_entry_says(client: Client) -> None:
    (entry,) = entries(1)
    sequencer.number_all()
    assert "thing.made" in entry.body

    for path in ("/trail/checkpoint", "/trail/tile/0/000.p/1", "/.well-known/trail-keys.json"):
        assert b"thing" not in get(client, path)


def test_key_that_was_replaced_stays_published_with_its_period(client: Client, settings: object) -> None:
    entries(1)
    sequencer.number_all()
    (old,) = issuing.verifiers()
    settings.TRAIL_SIGNING_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="  # type: ignore[attr-defined]
    entries(1)
    sequencer.number_all()

    published = client.get("/.well-known/trail-keys.json").json()["keys"]

    assert [key["verifier"] for key in published] == [str(key) for key in issuing.verifiers()]
    assert published[0]["verifier"] == str(old)
    assert published[0]["until"] == published[1]["from"]
    assert published[1]["until"] is None
    note = notes.read(get(client, "/trail/checkpoint"))
    assert note.verified(issuing.verifiers()) == issuing.verifiers()[1:]
