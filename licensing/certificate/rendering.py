"""Typst makes the PDF: tagged for screen readers (PDF/UA-1), and the same bytes each time."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import segno
import typst

from licensing.certificate import glyphs
from licensing.certificate.content import content, note_on_numbers
from licensing.credits import verify_address
from licensing.models import License

TEMPLATE = Path(__file__).parent / "certificate.typ"


def render(license: License, language: str) -> bytes:
    """The certificate as PDF; needs the license with its parties, evidence, work and file."""
    said = content(license, language)
    inputs = {
        "qr": qr_code(verify_address(license)),
        # Attached as they are: whoever has the PDF can compute both fingerprints that stand on it.
        "signed_text": license.evidence.text,
        "terms": license.terms,
    }
    timestamp = int(license.granted_at.timestamp())
    missing: frozenset[str] = frozenset()
    # Without system fonts the bytes are the same everywhere; with them, a name in a script that ours lack is shown too.
    for plain in (True, False):
        try:
            return _compiled(said, inputs, timestamp, plain=plain)
        except typst.TypstError as error:
            missing = glyphs.missing(error)
    numbered = glyphs.numbered(said, missing) | {"note": note_on_numbers(language)}
    return _compiled(numbered, inputs, timestamp, plain=False)


def _compiled(said: Mapping[str, Any], inputs: Mapping[str, str], timestamp: int, *, plain: bool) -> bytes:
    pdf: bytes = typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": json.dumps(said, ensure_ascii=False, sort_keys=True), **inputs},
        timestamp=timestamp,
        ignore_system_fonts=plain,
        pdf_standards=["ua-1"],
    )
    return pdf


def qr_code(address: str) -> str:
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="svg", border=1, xmldecl=False, nl=False)
    return buffer.getvalue().decode()
