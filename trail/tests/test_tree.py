from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from trail import checkpoints, issuing, merkle, notes, sequencer, tiles, tree
from trail.models import Checkpoint, Entry, SigningKey, Tile
from trail.tests.factories import entries

pytestmark = pytest.mark.django_db


def leaves() -> list[bytes]:
    return [bytes(leaf) for leaf in Entry.objects.order_by("index").values_list("leaf_hash", flat=True)]


def test_number_all_adds_each_entry_to_the_tree() -> None:
    entries(5)
    sequencer.number_all()
    entries(3)
    sequencer.number_all()

    assert tree.size() == 8
    assert tree.root(8) == merkle.root(leaves())
    assert tree.root(5) == merkle.root(leaves()[:5])


def test_number_all_signs_what_the_tree_holds() -> None:
    entries(5)

    sequencer.number_all()

    checkpoint = Checkpoint.objects.get()
    note = notes.read(checkpoint.note.encode())
    assert note.verified(issuing.verifiers()) == issuing.verifiers()
    assert checkpoints.read(note.text) == checkpoints.Checkpoint("localhost/trail", 5, merkle.root(leaves()))
    assert (checkpoint.size, bytes(checkpoint.root)) == (5, merkle.root(leaves()))


def test_number_all_signs_nothing_where_nothing_is_new() -> None:
    entries(2)
    sequencer.number_all()
    assert sequencer.number_all() == 0
    assert Checkpoint.objects.count() == 1


def test_tree_over_several_tiles_has_the_root_of_its_leaves() -> None:
    entries(600)
    sequencer.number_batch(250)
    sequencer.number_batch(250)
    sequencer.number_all()

    assert list(Tile.objects.order_by("level", "number").values_list("level", "number")) == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
    ]
    assert [checkpoint.size for checkpoint in Checkpoint.objects.order_by("size")] == [250, 500, 600]
    for checkpoint in Checkpoint.objects.all():
        assert bytes(checkpoint.root) == merkle.root(leaves()[: checkpoint.size])


def test_proofs_of_the_tree_hold() -> None:
    entries(300)
    sequencer.number_all()
    everything = leaves()
    root = merkle.root(everything)

    for index in (0, 1, 255, 256, 299):
        assert merkle.verify_inclusion(index, 300, everything[index], tree.inclusion_proof(index, 300), root)
    for size in (1, 255, 256, 257, 300):
        first = merkle.root(everything[:size])
        assert merkle.verify_consistency(size, 300, first, root, tree.consistency_proof(size, 300))


def test_tree_takes_in_entries_that_were_numbered_before_there_was_one() -> None:
    entries(3)
    for number, entry in enumerate(Entry.objects.order_by("pk")):
        Entry.objects.filter(pk=entry.pk).update(index=number)

    sequencer.number_all()

    assert (tree.size(), Checkpoint.objects.get().size) == (3, 3)


def test_partial_tile_is_the_beginning_of_the_one_that_grew() -> None:
    entries(10)
    sequencer.number_all()
    assert tree.read(tiles.Tile(0, 0, 4)) == b"".join(leaves()[:4])


def test_tile_that_the_tree_does_not_hold_yet_is_refused() -> None:
    entries(10)
    sequencer.number_all()
    with pytest.raises(LookupError):
        tree.read(tiles.Tile(0, 0, 11))
    with pytest.raises(LookupError):
        tree.read(tiles.Tile(0, 0))


def test_nobody_to_sign_stops_no_numbers(settings: object) -> None:
    settings.TRAIL_SIGNING_KEY = ""  # type: ignore[attr-defined]
    settings.TRAIL_SIGNING_KEY_FILE = ""  # type: ignore[attr-defined]
    entries(2)

    sequencer.number_all()

    assert (tree.size(), Entry.objects.filter(index__isnull=True).count()) == (2, 0)
    assert not Checkpoint.objects.exists()
    assert not SigningKey.objects.exists()


def test_signature_that_failed_is_made_by_the_next_pass(settings: object) -> None:
    key, settings.TRAIL_SIGNING_KEY = settings.TRAIL_SIGNING_KEY, "no key"  # type: ignore[attr-defined]
    entries(2)
    sequencer.number_all()
    settings.TRAIL_SIGNING_KEY = key  # type: ignore[attr-defined]

    sequencer.number_all()

    assert Checkpoint.objects.get().size == 2


@pytest.mark.parametrize("changed", [b"\0" * 32, b"", b"\0" * 64])
def test_hashes_of_a_tile_can_only_become_more(changed: bytes) -> None:
    entries(1)
    sequencer.number_all()
    before = bytes(Tile.objects.get().hashes)
    with pytest.raises(DatabaseError), transaction.atomic():
        Tile.objects.update(hashes=changed)
    assert bytes(Tile.objects.get().hashes) == before
