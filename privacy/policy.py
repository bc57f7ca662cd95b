"""The field policy: what `fields.toml` says about each field of each table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "fields.toml"
# What erasure can do with a field; the first word of `erasure`.
ERASURES = ("delete", "empty", "replace", "keep")


@dataclass(frozen=True)
class Personal:
    what: str
    why: str
    kept: str
    erasure: str


@dataclass(frozen=True)
class ModelPolicy:
    """`people` are fields that point to an account; `personal` those that say something about a person themselves."""

    not_personal: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    personal: Mapping[str, Personal] = field(default_factory=dict)

    def names(self) -> list[str]:
        """All fields, in the order of the file; a field that stands twice is here twice."""
        return [*self.not_personal, *self.people, *self.personal]


def load(path: Path = FILE) -> tuple[Personal, dict[str, ModelPolicy]]:
    """What holds for all pointers, and the policy of each model by its label, such as `accounts.User`."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    pointers = Personal(**data.pop("pointers"))
    models = {
        f"{app}.{model}": ModelPolicy(
            tuple(section.pop("not_personal", ())),
            tuple(section.pop("people", ())),
            {name: Personal(**rest) for name, rest in section.pop("personal", {}).items()},
            **section,
        )
        for app, sections in data.items()
        for model, section in sections.items()
    }
    return pointers, models
