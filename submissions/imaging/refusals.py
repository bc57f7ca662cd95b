"""Why a file was not taken."""

from __future__ import annotations

from collections.abc import Mapping

MAX_BYTES = 50 * 1024 * 1024
MAX_PIXELS = 100_000_000

Facts = Mapping[str, int]


class Unreadable(Exception):
    """The file cannot be taken. `code` is stable and can be stored; `message` tells the person what to do."""

    def __init__(self, code: str, facts: Facts | None = None, *, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.facts = dict(facts or {})
        # For the log only: decoders quote bytes of the file in their messages.
        self.detail = detail

    @property
    def message(self) -> str:
        from submissions.imaging import messages

        return messages.text_for(self.code, self.facts)
