"""Each public action can be called through the API, or the table beside this file says why not."""

from __future__ import annotations

import ast
import importlib
import inspect
import tomllib
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("not_in_api.toml")


def acting_apps() -> list[str]:
    return sorted({path.relative_to(ROOT).parts[0] for path in [*ROOT.glob("*/actions.py"), *ROOT.glob("*/actions/")]})


def public(module: ModuleType) -> set[str]:
    """What a package names in `__all__`; in a plain module, the functions that it defines."""
    if hasattr(module, "__all__"):
        return {name for name in module.__all__ if inspect.isfunction(getattr(module, name))}
    functions = inspect.getmembers(module, inspect.isfunction)
    return {name for name, made in functions if made.__module__ == module.__name__ and not name.startswith("_")}


def actions() -> set[str]:
    found = ((app, importlib.import_module(f"{app}.actions")) for app in acting_apps())
    return {f"{app}.{name}" for app, module in found for name in public(module)}


def called(text: str) -> set[str]:
    """Actions of any app that this API module calls, by whatever name it imports their module."""
    tree = ast.parse(text)
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: node.module or "" for alias in node.names if alias.name == "actions"}
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return {
        f"{names[node.value.id]}.{node.attr}"
        for node in attributes
        if isinstance(node.value, ast.Name) and node.value.id in names
    }


def in_api() -> set[str]:
    modules = [*ROOT.glob("*/api.py"), *ROOT.glob("*/api/*.py")]
    assert modules
    return {name for path in modules for name in called(path.read_text(encoding="utf-8"))}


def listed() -> dict[str, str]:
    return {
        f"{app}.{name}": reason
        for app, names in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()
        for name, reason in names.items()
    }


def test_each_action_is_in_the_api_or_listed_with_a_reason() -> None:
    found = actions()

    assert found - in_api() - set(listed()) == set()
    assert len(found) > 40


def test_no_action_is_listed_that_is_gone_or_in_the_api() -> None:
    assert set(listed()) - actions() == set()
    assert set(listed()) & in_api() == set()


def test_reasons_say_something() -> None:
    assert [name for name, reason in listed().items() if len(reason.split()) < 4] == []


def test_calls_are_found_by_whichever_name() -> None:
    text = "from licensing import actions\nfrom brands import actions as brands\nactions.grant()\nbrands.invite()\n"

    assert called(text) == {"licensing.grant", "brands.invite"}
