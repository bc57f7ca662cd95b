from __future__ import annotations

from consent import wording
from consent.wording import Block


def test_blocks_cuts_headings_paragraphs_and_lists() -> None:
    text = "One line\nand its end.\n\n## Head\n\n- first\n- second\n\nLast <b>one</b>."
    assert wording.blocks(text) == [
        Block("paragraph", ("One line and its end.",)),
        Block("heading", ("Head",)),
        Block("list", ("first", "second")),
        Block("paragraph", ("Last <b>one</b>.",)),
    ]


def test_latest_exists_in_both_languages() -> None:
    assert wording.latest("submission", "en") == (2, "en")
    assert wording.latest("submission", "da") == (2, "da")
