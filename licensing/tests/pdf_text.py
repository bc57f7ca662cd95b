"""Reads back what stands in a PDF as typst writes it: plain objects, page after page, each font with its Unicode map.

No reader for the PDFs of the world: it knows no object streams, no encryption and no filter but Flate.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_TOKEN = re.compile(rb"<<.*?>>|<[0-9A-Fa-f\s]*>|\(|/?[^\s\[\]()<>/]+", re.DOTALL)
_PART_OF_TEXT = re.compile(rb"\\.|[^()\\]+|\(|\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

Fonts = dict[bytes, dict[bytes, str]]


def text_of(pdf: bytes) -> str:
    """All that is shown, without what is marked as no part of the text, such as the foot of a page."""
    objects = _objects(pdf)
    return "".join(_page(objects, page) for page in _pages(objects))


def page_contents(pdf: bytes) -> list[bytes]:
    """The operators of each page."""
    objects = _objects(pdf)
    return [_contents(objects, page) for page in _pages(objects)]


def attachments(pdf: bytes) -> list[bytes]:
    objects = _objects(pdf)
    return [_stream(body) for body in objects.values() if b"/Type/EmbeddedFile" in body]


def _objects(pdf: bytes) -> dict[int, bytes]:
    return {int(number): body for number, body in _OBJECT.findall(pdf)}


def _pages(objects: dict[int, bytes]) -> list[bytes]:
    tree = next(body for body in objects.values() if b"/Type/Pages" in body)
    return [objects[number] for number in _numbers(tree, rb"/Kids\[(.*?)\]")]


def _numbers(body: bytes, pattern: bytes) -> list[int]:
    found = re.search(pattern, body, re.DOTALL)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    data = rest.rpartition(b"\nendstream")[0]
    return zlib.decompress(data) if b"/FlateDecode" in head else data


def _page(objects: dict[int, bytes], page: bytes) -> str:
    resources = objects[_numbers(page, rb"/Resources (\d+ 0 R)")[0]]
    named = re.search(rb"/Font<<(.*?)>>", resources)
    fonts = {
        name: _unicode(_stream(objects[_numbers(objects[int(number)], rb"/ToUnicode (\d+ 0 R)")[0]]))
        for name, number in re.findall(rb"/(\w+) (\d+) 0 R", named[1] if named else b"")
    }
    return "".join(_shown(_contents(objects, page), fonts))


def _contents(objects: dict[int, bytes], page: bytes) -> bytes:
    return b"\n".join(_stream(objects[number]) for number in _numbers(page, rb"/Contents (\d+ 0 R)"))


def _unicode(cmap: bytes) -> dict[bytes, str]:
    """Two bytes of a glyph to the characters that it stands for."""
    pairs = b"\n".join(re.findall(rb"beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL))
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in re.findall(rb"<(\w+)> <(\w+)>", pairs)
    }


def _shown(content: bytes, fonts: Fonts) -> Iterator[str]:
    """What the operators of a page show, in their order; a line of text ends with a space."""
    operands: list[bytes] = []
    marks: list[bool] = []
    font: dict[bytes, str] = {}
    for token in _tokens(content):
        if re.match(rb"[(</\d.+-]", token):
            operands.append(token)
            continue
        if token == b"Tf":
            font = fonts[operands[-2][1:]]
        elif token in (b"BDC", b"BMC"):
            marks.append(b"/Artifact" in operands[-2:])
        elif token == b"EMC":
            marks.pop()
        elif token in (b"Tj", b"TJ") and not any(marks):
            yield "".join(_decoded(operand, font) for operand in operands if operand[:1] in b"(<")
        elif token == b"ET":
            yield " "
        operands = []


def _tokens(content: bytes) -> Iterator[bytes]:
    at = 0
    while found := _TOKEN.search(content, at):
        at = _end_of_text(content, found.end()) if found[0] == b"(" else found.end()
        yield content[found.start() : at]


def _end_of_text(content: bytes, at: int) -> int:
    """Parentheses that make pairs stand unescaped in a text."""
    depth = 1
    while depth and (part := _PART_OF_TEXT.match(content, at)):
        depth += {b"(": 1, b")": -1}.get(part[0], 0)
        at = part.end()
    return at


def _decoded(operand: bytes, font: dict[bytes, str]) -> str:
    if operand.startswith(b"<"):
        codes = bytes.fromhex(operand[1:-1].decode())
    else:
        codes = _ESCAPE.sub(_unescaped, operand[1:-1])
    return "".join(font[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    said = escape[1]
    return bytes([int(said, 8) & 255]) if said.isdigit() else _CONTROLS.get(said, said)
