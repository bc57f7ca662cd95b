"""What people type and what their files are called, made safe to show beside other text."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

FILE_NAME_LENGTH = 120
# Letters of right-to-left scripts are welcome; characters that turn the text around them are not.
_KEPT_FORMAT_CHARACTERS = {"\u200c", "\u200d"}


def line(typed: str) -> str:
    """One line: NFC, no control or direction characters, single spaces."""
    return " ".join(_visible(typed).split())


def paragraphs(typed: str) -> str:
    """Several lines: as `line`, with line breaks kept."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(_visible(one).split()) for one in lines).strip()


def file_name(given: str) -> str:
    """The last part of what a browser sent, at most 120 characters with its ending; for showing, never for paths."""
    last = line(given.replace("\\", "/").rsplit("/", 1)[-1]).lstrip(".")
    if not last:
        return "file"
    suffix = PurePosixPath(last).suffix[:10]
    return last.removesuffix(suffix)[: FILE_NAME_LENGTH - len(suffix)] + suffix


def _visible(typed: str) -> str:
    def show(letter: str) -> str:
        if letter in _KEPT_FORMAT_CHARACTERS or unicodedata.category(letter)[0] != "C":
            return letter
        return " " if letter.isspace() else ""

    return "".join(show(letter) for letter in unicodedata.normalize("NFC", typed))
