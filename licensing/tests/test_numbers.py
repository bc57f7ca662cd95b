from __future__ import annotations

from datetime import UTC, datetime

import pytest

from licensing import numbers


def test_new_number_is_readable_and_never_the_same() -> None:
    made = {numbers.new_number(datetime(2026, 5, 1, tzinfo=UTC)) for _ in range(200)}

    assert len(made) == 200
    assert all(numbers.PATTERN.match(number) and number.startswith("L26-") for number in made)


@pytest.mark.parametrize("typed", ["L26-7F3K-9Q2M", " l26 7f3k 9q2m ", "l267f3k9q2m", "L26–7F3K–9Q2M"])
def test_normalize_takes_what_people_type(typed: str) -> None:
    assert numbers.normalize(typed) == "L26-7F3K-9Q2M"


def test_normalize_reads_letters_that_look_like_digits() -> None:
    assert numbers.normalize("L26-OI1L-0000") == "L26-0111-0000"


@pytest.mark.parametrize("typed", ["", "7F3K-9Q2M", "L26-7F3K-9Q2", "L26-7F3K-9Q2U", "L2X-7F3K-9Q2M", "<script>"])
def test_normalize_refuses_what_cannot_be_a_number(typed: str) -> None:
    assert numbers.normalize(typed) == ""
