"""Notices as files, `notices/<key>/<version>.<language>.md`: a title line, paragraphs, `##` headings and `-` lists."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "notices"
FALLBACK = "en"


@dataclass(frozen=True)
class Wording:
    key: str
    version: int
    language: str
    title: str
    text: str


@dataclass(frozen=True)
class Block:
    """`kind` is heading, paragraph or list; a list has several lines, the others one."""

    kind: str
    lines: tuple[str, ...]


def latest(key: str, language: str) -> tuple[int, str]:
    """The newest version of the notice, and the language in which it will be read: `language`, else English."""
    names = [path.name.split(".") for path in (FOLDER / key).glob("*.md")]
    version = max(int(name[0]) for name in names)
    languages = {name[1] for name in names if int(name[0]) == version}
    wanted = language.lower().split("-")[0]
    return version, wanted if wanted in languages else FALLBACK


def read(key: str, version: int, language: str, *, names: Mapping[str, str]) -> Wording:
    """The wording of one file, with `$operator` and the like filled in from `names`."""
    source = (FOLDER / key / f"{version}.{language}.md").read_text(encoding="utf-8")
    title, _, text = Template(source).substitute(names).strip().partition("\n")
    return Wording(key, version, language, title.removeprefix("# ").strip(), text.strip())


def full(title: str, text: str) -> str:
    """What a person reads, as one text: this is what is hashed and kept as evidence."""
    return f"# {title}\n\n{text}\n"


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def blocks(text: str) -> list[Block]:
    """The text cut for a template, so that it is shown without any HTML of its own."""
    found: list[Block] = []
    for paragraph in text.split("\n\n"):
        for is_item, lines in groupby(paragraph.strip().splitlines(), key=lambda line: line.startswith("- ")):
            if is_item:
                found.append(Block("list", tuple(line[2:].strip() for line in lines)))
                continue
            line = " ".join(part.strip() for part in lines)
            kind = "heading" if line.startswith("## ") else "paragraph"
            found.append(Block(kind, (line.removeprefix("## "),)))
    return found
