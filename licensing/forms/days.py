"""Days as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

# Days that can be reckoned with.
IN_REACH: list[Callable[[Any], None]] = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2200, 1, 1))]


class DayInput(forms.DateInput):
    """The browser's own calendar; it sends ISO dates and wants them."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
