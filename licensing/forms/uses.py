"""Noting where a licensed work was published."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import LineField
from licensing.forms.days import IN_REACH, DayInput
from licensing.forms.reserved import ReservedForm
from licensing.models import License
from licensing.terms.vocabulary import Channel


class UseForm(ReservedForm):
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    place = LineField(
        label=_("Where"), help_text=_("Such as “Instagram, @nordvind” or “Spring catalog, page 4”."), max_length=200
    )
    url = forms.URLField(
        label=_("Web address"),
        help_text=_("If it can be seen on the web."),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    credit_line = LineField(label=_("Credit, as it stands there"), max_length=200)
    starts_on = forms.DateField(label=_("First day"), widget=DayInput, validators=IN_REACH)
    last_day = forms.DateField(
        label=_("Last day"),
        help_text=_("Leave empty while it is still there."),
        required=False,
        widget=DayInput,
        validators=IN_REACH,
    )

    def __init__(self, *args: Any, license: License, **kwargs: Any) -> None:
        terms = license.parsed_terms
        kwargs["initial"] = {
            "credit_line": terms.attribution.credit_line or license.submission.credit_line,
            "starts_on": timezone.now().date(),
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        covered = [(value, label) for value, label in Channel.choices if value in terms.channels]
        others = [(value, label) for value, label in Channel.choices if value not in terms.channels]
        channel = self.fields["channel"]
        assert isinstance(channel, forms.ChoiceField)
        channel.choices = [
            (_("Covered by this license"), covered),
            (_("Not covered by this license"), others),
        ]

    def noted(self) -> dict[str, Any]:
        """For `actions.note_use`, which takes the day after the last one."""
        names = ("channel", "place", "url", "credit_line", "starts_on")
        return {name: self.cleaned_data[name] for name in names} | {"ends_on": day_after(self.cleaned_data["last_day"])}


class EndUseForm(forms.Form):
    last_day = forms.DateField(label=_("Last day"), widget=DayInput, validators=IN_REACH)

    def ends_on(self) -> date:
        last: date = self.cleaned_data["last_day"]
        return last + timedelta(days=1)


def day_after(last: date | None) -> date | None:
    return last and last + timedelta(days=1)
