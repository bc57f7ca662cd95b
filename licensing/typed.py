"""Texts that people type: messages, reasons, places."""

from __future__ import annotations

from licensing.terms import characters


def tidy(text: str) -> str:
    """Without characters that hide or reverse what others read; lines are kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(c for c in line if not characters.is_refused(c)) for line in lines).strip()
