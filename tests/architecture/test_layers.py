"""The rule on imports inside an app speaks of every app; `lint-imports` holds it."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_layers_inside_apps_are_checked_for_every_app() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    [inside] = [contract for contract in linter["contracts"] if "containers" in contract]

    assert sorted(inside["containers"]) == sorted(linter["root_packages"])
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert apps - set(inside["containers"]) == set()
