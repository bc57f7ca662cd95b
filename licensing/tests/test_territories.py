from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision
from django_countries.data import COUNTRIES

from licensing.terms import currencies, territories


def test_countries_are_those_of_iso_3166() -> None:
    assert set(COUNTRIES) == territories.COUNTRIES


def test_groups_never_change_their_members() -> None:
    table = "\n".join(f"{code}: {' '.join(sorted(found))}" for code, found in sorted(territories.GROUPS.items()))

    assert (
        hashlib.sha256(table.encode()).hexdigest() == "92a9ddc6f79c5d6aa67923b6a3b85d6653ddad4ad212c6afbb68f74a3d201575"
    )


def test_groups_have_the_size_that_their_wording_says() -> None:
    assert {code: len(found) for code, found in territories.GROUPS.items()} == {
        "world": 249,
        "EU": 27,
        "EEA": 30,
        "EEA_UK_CH": 32,
        "nordics": 8,
        "scandinavia": 3,
        "baltics": 3,
        "benelux": 3,
        "DACH": 3,
        "north_america": 3,
    }
    assert all(found <= territories.COUNTRIES for found in territories.GROUPS.values())


def test_no_group_is_written_like_a_country() -> None:
    assert not {code.upper() for code in territories.GROUPS} & territories.COUNTRIES


def test_find_takes_any_case_and_nothing_else() -> None:
    assert territories.find(" dk ") == "DK"
    assert territories.find("WORLD") == "world"
    assert territories.find("") is None
    assert territories.find("UK") is None


def test_minor_digits_are_those_of_iso_4217() -> None:
    cldr_differs = {"HUF", "TRY", "AED", "CNY"}
    for code, digits in currencies.MINOR_DIGITS.items():
        if code not in cldr_differs:
            assert get_currency_precision(code) == digits, code


def test_to_minor_counts_the_smallest_coins() -> None:
    assert currencies.to_minor(Decimal("1234.50"), "DKK") == 123450
    assert currencies.to_minor(Decimal("1234"), "JPY") == 1234
    assert currencies.to_minor(Decimal("1.234"), "KWD") == 1234
    assert currencies.to_major(123450, "DKK") == Decimal("1234.50")


def test_to_minor_refuses_parts_of_a_coin() -> None:
    with pytest.raises(ValueError, match="decimals"):
        currencies.to_minor(Decimal("0.005"), "DKK")
