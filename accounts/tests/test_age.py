from __future__ import annotations

from datetime import date

import pytest
from django import forms

from accounts import age
from accounts.fields import DateOfBirthField


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        (date(2010, 11, 24), date(2026, 11, 24), 16),
        (date(2010, 11, 25), date(2026, 11, 24), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2008, 2, 29), date(2025, 2, 28), 16),
        (date(2008, 2, 29), date(2025, 3, 1), 17),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ],
)
def test_age_on_counts_full_years(born: date, today: date, years: int) -> None:
    assert age.age_on(born, today) == years
    assert age.is_old_enough(born, today) is (years >= 16)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["", "", ""], "required"),
        (["27", "", "1990"], "incomplete"),
        (["31", "2", "1990"], "no_date"),
        (["0", "1", "1990"], "no_date"),
        (["ten", "1", "1990"], "no_date"),
        (["1", "1", "0"], "no_date"),
        (["²", "1", "1990"], "no_date"),
        (["1", "1", "90"], "implausible"),
        (["1", "1", "1850"], "implausible"),
        (["1", "1", "2990"], "future"),
    ],
)
def test_clean_date_of_birth_refuses(typed: list[str], code: str) -> None:
    with pytest.raises(forms.ValidationError) as refusal:
        DateOfBirthField().clean(typed)
    assert refusal.value.code == code


def test_clean_date_of_birth_takes_spaces_and_zeros() -> None:
    assert DateOfBirthField().clean([" 07", "03 ", "1990"]) == date(1990, 3, 7)
