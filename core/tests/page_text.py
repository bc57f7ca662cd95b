"""What a person reads in a piece of HTML: its lines, without markup and without how the source is broken."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Elements that stand in the middle of a line; every other one begins and ends lines.
_INLINE = frozenset(("a", "abbr", "b", "bdi", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"))
_SILENT = frozenset(("script", "style", "template"))
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "use", "wbr"))


class _Lines(HTMLParser):
    def __init__(self, within: str) -> None:
        super().__init__()
        self.within = within
        self.depth = 0
        self.silent = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self.depth and self.within not in (given.get("class") or "").split():
            return
        if tag not in _VOID:
            self.depth += 1
        self.silent += tag in _SILENT or "hidden" in given
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if not self.depth or tag in _VOID:
            return
        self.depth -= 1
        self.silent -= tag in _SILENT
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def lines_of(html: str, within: str) -> list[str]:
    """The lines inside the elements of class `within`. What is `hidden` ends the reading: it is not seen."""
    parser = _Lines(within)
    parser.feed(html)
    return lines("".join(parser.parts))


def lines(text: str) -> list[str]:
    """Lines that say something, with single spaces."""
    found = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in found if line]
