from __future__ import annotations

import re
from pathlib import Path

from django.utils import translation

from submissions.imaging import messages
from submissions.imaging.refusals import Unreadable


def test_every_code_that_is_raised_has_a_message() -> None:
    package = Path(messages.__file__).parent
    source = "\n".join(path.read_text() for path in package.rglob("*.py") if "tests" not in path.parts)
    calls = re.findall(r'(?:Unreadable\(|"refused": |code = )"([a-z_]+)"(?: if [^"]+ else "([a-z_]+)")?', source)
    raised = {code for pair in calls for code in pair if code}

    assert {"empty", "polyglot", "broken", "too_demanding"} <= raised
    assert raised <= set(messages.MESSAGES)


def test_message_of_a_stored_code_names_the_default_limit() -> None:
    with translation.override("en"):
        assert "100 megapixels" in messages.text_for("too_many_pixels")


def test_message_of_an_unknown_code_reads_as_broken() -> None:
    with translation.override("en"):
        assert Unreadable("code-of-last-year").message == messages.text_for("broken")


def test_every_message_is_a_whole_sentence() -> None:
    with translation.override("en"):
        for code in messages.MESSAGES:
            text = messages.text_for(code)
            assert text.endswith(".")
            assert "%" not in text
