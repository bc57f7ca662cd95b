from __future__ import annotations

import pytest

from core import numbers


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_digits_are_read(text: str, number: int) -> None:
    assert numbers.whole(text, otherwise=-1) == number


@pytest.mark.parametrize("text", ["", "-1", "1.0", "1e3", "NaN", "²", "٣", " 1", "9" * 19, "9" * 5000])
def test_anything_else_is_not(text: str) -> None:
    assert numbers.whole(text, otherwise=-1) == -1
