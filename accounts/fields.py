"""A date of birth, asked in three parts: quick to type, read out well, filled in by browsers that know it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.age import is_plausible

PARTS = ("day", "month", "year")


class DateOfBirthWidget(forms.MultiWidget):
    template_name = "accounts/widgets/date_of_birth.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        labels = (_("Day"), _("Month"), _("Year"))
        super().__init__(
            {
                part: forms.TextInput(
                    {
                        "inputmode": "numeric",
                        "autocomplete": f"bday-{part}",
                        "maxlength": 4 if part == "year" else 2,
                        "size": 4 if part == "year" else 2,
                        "label": label,
                    }
                )
                for part, label in zip(PARTS, labels, strict=True)
            },
            attrs,
        )

    def decompress(self, value: date | None) -> list[int | None]:
        return [None, None, None] if value is None else [value.day, value.month, value.year]

    def id_for_label(self, id_: str) -> str:
        """The first part: where a link in the error summary leads."""
        return f"{id_}_0" if id_ else ""


class DateOfBirthField(forms.MultiValueField):
    widget = DateOfBirthWidget
    default_error_messages = {
        "required": _("Enter your date of birth."),
        "incomplete": _("Enter day, month and year."),
        "no_date": _("Enter a real date in numbers, such as 27 3 1990."),
        "implausible": _("Check the year of your date of birth."),
        "future": _("Your date of birth must be in the past."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(fields=[forms.CharField(max_length=4) for _part in PARTS], **kwargs)

    def clean(self, value: Sequence[str] | None) -> date:
        typed = [str(part).strip() if part else "" for part in value or ("", "", "")]
        if not any(typed):
            raise self._complaint("required")
        if not all(typed):
            raise self._complaint("incomplete")
        try:
            day, month, year = (int(part) for part in typed)
            born = date(year, month, day)
        except (ValueError, OverflowError):
            raise self._complaint("no_date") from None
        today = timezone.now().date()
        if born > today:
            raise self._complaint("future")
        if not is_plausible(born, today):
            raise self._complaint("implausible")
        return born

    def _complaint(self, code: str) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code)
