"""The squares of the QR code in a certificate, read from the strokes that draw it; paper and camera are left out."""

from __future__ import annotations

import re

from licensing.tests.pdf_text import page_contents

Matrix = list[list[bool]]

_STROKE = re.compile(rb"([\d.]+) ([\d.]+) m ([\d.]+) [\d.]+ l")
_BORDER = 1


def matrix_of(pdf: bytes) -> Matrix:
    """Row by row from the top left, true where it is dark. The border of the drawing is left out."""
    drawing = re.search(rb"/Alt\(QR[^)]*\)>>BDC.*?\nW\nn\n(.*?)EMC", page_contents(pdf)[0], re.DOTALL)
    assert drawing is not None, "there is no QR code on the first page"
    dark = {
        (int(float(y)), x)
        for left, y, right in _STROKE.findall(drawing[1])
        for x in range(int(float(left)), int(float(right)))
    }
    size = max(max(square) for square in dark) + 1 - _BORDER
    return [[(y + _BORDER, x + _BORDER) in dark for x in range(size)] for y in range(size)]
