"""Which texts our templates and modules mark for translation, found without gettext's programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
# Name of the function: where the context, the text and its plural stand among its arguments.
PLAIN, PLURAL, IN_CONTEXT, PLURAL_IN_CONTEXT = (None, 0, None), (None, 0, 1), (0, 1, None), (0, 1, 2)
MARKERS = {
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}
LITERAL = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)", re.DOTALL)

Marked = tuple[str | None, str, str | None]


def in_templates() -> Iterator[tuple[Path, Marked]]:
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            for name, literals in TEMPLATE_CALL.findall(templatize(path.read_text(encoding="utf-8"), origin=str(path))):
                texts = ast.literal_eval(f"({literals},)")
                yield path, _picked(MARKERS.get(name, PLAIN), texts)


def in_modules() -> Iterator[tuple[Path, Marked]]:
    for path in sorted(ROOT.glob("*/**/*.py")):
        folders = path.relative_to(ROOT).parts[:-1]
        if "tests" not in folders and not folders[0].startswith("."):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = _imported(tree)
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                if marker := _marker(call.func, names):
                    yield path, _picked(MARKERS[marker], [_text(path, argument) for argument in call.args])


def _imported(tree: ast.Module) -> dict[str, str]:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    ours = (node for node in imports if node.module == "django.utils.translation")
    return {alias.asname or alias.name: alias.name for node in ours for alias in node.names if alias.name in MARKERS}


def _marker(function: ast.expr, names: dict[str, str]) -> str | None:
    if isinstance(function, ast.Name):
        return names.get(function.id)
    if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "translation":
        return function.attr if function.attr in MARKERS else None
    return None


def _text(path: Path, argument: ast.expr) -> str:
    assert not isinstance(argument, ast.JoinedStr), f"{path}:{argument.lineno}: an f-string cannot be translated"
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def _picked(places: tuple[int | None, int, int | None], texts: list[str] | tuple[str, ...]) -> Marked:
    context, text, plural = places
    return (
        None if context is None else texts[context],
        texts[text],
        None if plural is None else texts[plural],
    )
