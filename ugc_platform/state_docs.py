"""docs/states/*.md, drawn from the tables of states: what can happen to a thing, by whom, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils import translation

from core.states import Move

FOLDER = Path(settings.BASE_DIR) / "docs" / "states"


@dataclass(frozen=True)
class Machine:
    """One table: the app and the name under which its moves are kept, and what the moves are of."""

    app: str
    table: str
    thing: str
    first: str

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.thing.replace(' ', '_')}.md"

    @property
    def moves(self) -> Sequence[Move]:
        moves: Sequence[Move] = getattr(import_module(f"{self.app}.states"), self.table)
        return moves


# `first` is the state in which a thing comes to be.
MACHINES = (
    Machine("submissions", "MOVES", "submission", "received"),
    Machine("licensing", "REQUEST_MOVES", "license request", "sent"),
    Machine("licensing", "LICENSE_MOVES", "license", "active"),
    Machine("consent", "MOVES", "consent record", "given"),
)


def tables() -> Iterator[tuple[str, str]]:
    """Every table of moves that any app's `states.py` holds, as (app, name)."""
    for config in apps.get_app_configs():
        if not (Path(config.path) / "states.py").exists() or not config.path.startswith(str(settings.BASE_DIR)):
            continue
        for name, value in vars(import_module(f"{config.name}.states")).items():
            if isinstance(value, list | tuple) and value and all(isinstance(item, Move) for item in value):
                yield config.label, name


def render(machine: Machine) -> str:
    """The document, in English whatever the language of the process."""
    with translation.override("en"):
        lines = [
            f"# States of a {machine.thing}",
            "",
            f"Written by `manage.py write_state_docs` from `{machine.app}/states.py`; a test keeps it true.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {machine.first}",
            *(f"    {source} --> {move.target}: {move.name}" for move in machine.moves for source in _sorted(move)),
            *(f"    {state} --> [*]" for state in _ends(machine)),
            "```",
            "",
            "| move | from | to | by | entry in the trail |",
            "|---|---|---|---|---|",
            *(
                f"| {move.name} | {', '.join(_sorted(move))} | {move.target} | {_by(move)} | {_event(move)} |"
                for move in machine.moves
            ),
            *_still_planned(machine),
        ]
    return "\n".join(lines) + "\n"


def _sorted(move: Move) -> list[str]:
    return sorted(str(source) for source in move.sources)


def _ends(machine: Machine) -> list[str]:
    """States that nothing leads out of."""
    left = {source for move in machine.moves for source in _sorted(move)}
    return sorted({str(move.target) for move in machine.moves} - left)


def _by(move: Move) -> str:
    return f"{move.by}, not yet" if move.planned else move.by


def _still_planned(machine: Machine) -> list[str]:
    if not any(move.planned for move in machine.moves):
        return []
    return [
        "",
        "“Not yet”: nobody can make this move so far, since no action does.",
    ]


def _event(move: Move) -> str:
    return f"`{move.event}`" if move.event else "none"
