from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import amounts


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("1500", "en", "1500"),
        ("1500", "da", "1500"),
        (" 1 500 ", "da", "1500"),
        ("1\u00a0500,50", "da", "1500.50"),
        ("1.500", "da", "1500"),
        ("1,500", "en", "1500"),
        ("1.500.000", "en", "1500000"),
        ("1.500,50", "da", "1500.50"),
        ("1.500,50", "en", "1500.50"),
        ("1,500.50", "en", "1500.50"),
        ("1,500.50", "da", "1500.50"),
        ("1500.5", "da", "1500.5"),
        ("1500,5", "en", "1500.5"),
        ("12'000.00", "en", "12000"),
    ],
)
def test_read_understands_both_ways_to_write(text: str, language: str, amount: str) -> None:
    assert amounts.read(text, language) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1.500", "en"),
        ("1,500", "da"),
        ("", "en"),
        ("-5", "en"),
        ("1e5", "en"),
        ("NaN", "en"),
        ("1,50,00", "en"),
        ("1.5.0", "en"),
        ("1,2.3,4", "en"),
        ("1.2345", "en"),
        ("٣", "en"),
        ("five", "en"),
        ("1,", "en"),
        ("9" * 30, "en"),
    ],
)
def test_read_refuses_what_is_unclear_or_no_amount(text: str, language: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        amounts.read(text, language)


@given(st.integers(0, 10**10), st.integers(0, 99), st.sampled_from(["en", "da"]))
def test_read_gives_back_what_each_language_prints(whole: int, part: int, language: str) -> None:
    printed = f"{whole:,}.{part:02}"
    if language == "da":
        printed = printed.translate(str.maketrans(",.", ".,"))
    assert amounts.read(printed, language) == Decimal(f"{whole}.{part:02}")


@given(st.text(max_size=30), st.sampled_from(["en", "da"]))
def test_read_any_text_is_an_amount_or_refused(text: str, language: str) -> None:
    with contextlib.suppress(ValueError):
        assert amounts.read(text, language) >= 0
