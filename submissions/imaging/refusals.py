"""Why a file was not taken."""

from __future__ import annotations

from collections.abc import Mapping

MAX_PIXELS = 100_000_000
# Of one side. A row costs the decoder something however short it is: a strip of one pixel by 100 million is minutes of
# work from 200 KB. Twice the longest side of a sensor that is sold, and long enough for a panorama.
MAX_SIDE = 30_000
# Chunks, segments or boxes of one file. A PNG of 50 MB in pieces of 8 KB has 6,400.
MAX_PARTS = 65_536

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
