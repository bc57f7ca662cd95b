from __future__ import annotations

import pytest

from ugc_platform import state_docs
from ugc_platform.state_docs import MACHINES, Machine


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.thing)
def test_document_says_what_the_table_says(machine: Machine) -> None:
    assert machine.path.read_text(encoding="utf-8") == state_docs.render(machine), "run manage.py write_state_docs"


def test_every_table_of_moves_has_its_document() -> None:
    assert set(state_docs.tables()) == {(machine.app, machine.table) for machine in MACHINES}
    assert {machine.path for machine in MACHINES} == set(state_docs.FOLDER.glob("*.md"))


def test_document_draws_beginning_moves_and_ends() -> None:
    drawn = state_docs.render(MACHINES[0])
    assert "    [*] --> received" in drawn
    assert "    in_review --> published: publish" in drawn
    assert "    withdrawn --> [*]" in drawn
    assert "| publish | in_review | published | moderator | `submission.published` |" in drawn
