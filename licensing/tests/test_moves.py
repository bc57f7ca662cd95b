"""The tables of states and the actions say the same: what is not made by any action is marked as planned."""

from __future__ import annotations

import ast
from pathlib import Path

from licensing import actions
from licensing.states import LICENSE_MOVES, REQUEST_MOVES

MOVERS = {"move_request", "set_request_state", "move_license"}


def made() -> set[str]:
    """Names of moves that some action makes."""
    names = set()
    for path in Path(actions.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in MOVERS:
                name = call.args[1]
                assert isinstance(name, ast.Constant), f"{path.name}:{call.lineno}: which move is this?"
                names.add(str(name.value))
    return names


def test_every_move_is_made_by_an_action_or_planned() -> None:
    moves = [*REQUEST_MOVES, *LICENSE_MOVES]
    assert {step.name for step in moves if not step.planned} == made()
    assert {step.name for step in moves if step.planned} == {"suspend", "resume", "terminate", "supersede"}
