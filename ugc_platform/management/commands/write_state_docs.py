"""Write docs/states/ from the tables of states."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ugc_platform import state_docs


class Command(BaseCommand):
    help = "Writes docs/states/*.md from the tables of states of all apps."

    def handle(self, *args: Any, **options: Any) -> None:
        state_docs.FOLDER.mkdir(parents=True, exist_ok=True)
        for machine in state_docs.MACHINES:
            machine.path.write_text(state_docs.render(machine), encoding="utf-8")
            self.stdout.write(str(machine.path.relative_to(state_docs.FOLDER.parent.parent)))
