"""Somebody with full rights bends the database: verify_trail finds it, or whoever kept an earlier checkpoint does."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from trail import issuing, sequencer, verification
from trail.models import Checkpoint, Entry
from trail.notes import Note
from trail.tests import tampering
from trail.tests.factories import entries, sealing_entry

pytestmark = pytest.mark.django_db
ROUNDS = 48


@pytest.fixture
def log() -> None:
    """300 entries and one that seals something, so that there are full tiles and one above, under four checkpoints."""
    for count in (1, 258, 40):
        entries(count)
        sequencer.number_all()
    sealing_entry()
    sequencer.number_all()
    assert verification.verify().holds


class Undone(Exception):
    pass


def find_after(act: Callable[[random.Random], None], chance: random.Random) -> str:
    """What verify_trail says after that was done; then it is undone."""
    found = ""
    try:
        with transaction.atomic():
            act(chance)
            found = verification.verify().deviation
            raise Undone
    except Undone:
        return found


@pytest.mark.slow
@pytest.mark.parametrize("name", tampering.ACTS)
def test_each_way_to_bend_the_trail_is_found(log: None, name: str) -> None:
    """21 ways, 48 random places each: 1,008 tamperings."""
    chance = random.Random(f"seed of {name}")
    with tampering.without_triggers():
        missed = [turn for turn in range(ROUNDS) if not find_after(tampering.ACTS[name], chance)]
    assert missed == []
    assert ROUNDS * len(tampering.ACTS) >= 1000
    assert verification.verify().holds


def test_whole_rebuild_by_who_has_the_key_is_found_by_an_earlier_checkpoint(log: None) -> None:
    held = [issuing.note(row) for row in Checkpoint.objects.order_by("size")]
    with tampering.without_triggers():
        tampering.rebuild_from(7)

    assert verification.verify().holds
    # Of one entry nothing was changed: that checkpoint still fits.
    assert [verification.verify([note]).deviation for note in held] == [
        "",
        "the checkpoint of 259 that somebody else holds does not fit the entries before it",
        "the checkpoint of 299 that somebody else holds does not fit the entries before it",
        "the checkpoint of 300 that somebody else holds does not fit the entries before it",
    ]


def test_cut_tail_with_its_tiles_and_checkpoints_is_found_by_an_earlier_checkpoint(log: None) -> None:
    held = issuing.note(Checkpoint.objects.latest("size"))
    with tampering.without_triggers():
        tampering.run("DELETE FROM trail_sealedvalue")
        tampering.run('DELETE FROM trail_entry WHERE "index" >= 259')
        for table in ("signature", "checkpoint", "tile", "signingkey"):
            tampering.run(f"DELETE FROM trail_{table}")
        sequencer.number_all()

    assert verification.verify().holds
    assert verification.verify([held]).deviation == (
        "the checkpoint of 300 that somebody else holds covers 300 entries, and only 259 are there"
    )


def test_fork_is_found_by_the_checkpoint_of_the_other_branch(log: None) -> None:
    before = verification.verify()
    held: list[Note] = []
    try:
        with transaction.atomic():
            entries(3)
            sequencer.number_all()
            held.append(issuing.note(Checkpoint.objects.latest("size")))
            raise Undone
    except Undone:
        pass
    entries(3)
    sequencer.number_all()

    assert verification.verify().holds
    assert verification.verify().entries == before.entries + 3
    assert "does not fit" in verification.verify(held).deviation


def test_command_takes_a_checkpoint_from_a_file(log: None, tmp_path: Path, capsys: Any) -> None:
    kept = tmp_path / "checkpoint"
    kept.write_text(str(issuing.note(Checkpoint.objects.latest("size"))))
    call_command("verify_trail", checkpoint=[str(kept)])
    assert (
        "300 entries numbered, 0 waiting for a number, 0 for a signature; 4 checkpoints with 4"
        in capsys.readouterr().out
    )

    with tampering.without_triggers():
        tampering.rebuild_from(7)
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_trail", checkpoint=[str(kept)])
    assert stopped.value.code == 1

    kept.write_text("no checkpoint")
    with pytest.raises(CommandError) as refused:
        call_command("verify_trail", checkpoint=[str(kept)])
    assert refused.value.returncode == 2


def test_verify_says_how_many_wait_for_a_signature(log: None, settings: Any) -> None:
    settings.TRAIL_SIGNING_KEY = "none"
    entries(4)
    sequencer.number_all()
    entries(2)

    report = verification.verify()

    assert (report.holds, report.entries, report.unsigned, report.unnumbered) == (True, 304, 4, 2)
    assert Entry.objects.count() == 306
