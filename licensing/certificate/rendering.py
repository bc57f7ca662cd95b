"""Typst makes the PDF: tagged for screen readers (PDF/UA-1), and the same bytes each time."""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path

import segno
import typst

from licensing.certificate.content import content
from licensing.models import License
from licensing.stamping import verify_address

TEMPLATE = Path(__file__).parent / "certificate.typ"


def render(license: License, language: str) -> bytes:
    """The certificate as PDF; needs the license with its parties, evidence, work and file."""
    data = _without_pictographs(json.dumps(content(license, language), ensure_ascii=False, sort_keys=True))
    inputs = {"data": data, "qr": qr_code(verify_address(license))}
    timestamp = int(license.granted_at.timestamp())
    # Without system fonts the bytes are the same everywhere; with them, a name in a script that ours lack is shown too.
    for plain in (True, False):
        try:
            return typst.compile(
                TEMPLATE,
                format="pdf",
                sys_inputs=inputs,
                timestamp=timestamp,
                ignore_system_fonts=plain,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
    return typst.compile(TEMPLATE, format="pdf", sys_inputs=inputs, timestamp=timestamp)


def qr_code(address: str) -> str:
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="svg", border=1, xmldecl=False, nl=False)
    return buffer.getvalue().decode()


def _without_pictographs(text: str) -> str:
    """Emoji have no glyph in a text font and would spoil the whole document's accessibility."""
    return "".join(character for character in text if unicodedata.category(character) != "So")
