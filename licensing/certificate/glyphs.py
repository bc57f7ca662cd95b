"""Characters that no font at hand can show. None is dropped: each stands as its number in Unicode, `[U+1F3A8]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import typst

# PDF/UA wants a glyph for every character, so typst names each that has none, quoted and escaped as Rust does.
_NAMED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def missing(error: typst.TypstError) -> frozenset[str]:
    """The characters for want of which typst refused. Any other refusal is raised again."""
    named = _NAMED.findall(error.diagnostic)
    if not named:
        raise error
    return frozenset("".join(_ESCAPED.sub(_meant, text) for text in named))


def _meant(escaped: re.Match[str]) -> str:
    number, letter = escaped.groups()
    return chr(int(number, 16)) if number else _CONTROLS.get(letter, letter)


def numbered(said: Mapping[str, Any], characters: frozenset[str]) -> dict[str, Any]:
    """The same texts with these characters as numbers, those that stand side by side in one pair of brackets."""
    run = re.compile(f"[{''.join(map(re.escape, sorted(characters)))}]+")
    return {name: _each(value, run) for name, value in said.items()}


def _each(value: Any, run: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return run.sub(_numbers, value)
    if isinstance(value, list):
        return [_each(item, run) for item in value]
    if isinstance(value, dict):
        return {name: _each(item, run) for name, item in value.items()}
    return value


def _numbers(run: re.Match[str]) -> str:
    return f"[{' '.join(f'U+{ord(character):04X}' for character in run[0])}]"
