"""Noting where a licensed work was published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from licensing.models import License
from licensing.terms.vocabulary import Channel


class DayInput(forms.DateInput):
    """The browser's own calendar; it sends ISO dates and wants them."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class UseForm(forms.Form):
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    place = forms.CharField(
        label=_("Where"), help_text=_("Such as “Instagram, @nordvind” or “Spring catalog, page 4”."), max_length=200
    )
    url = forms.URLField(
        label=_("Web address"),
        help_text=_("If it can be seen on the web."),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    credit_line = forms.CharField(label=_("Credit, as it stands there"), max_length=200)
    starts_on = forms.DateField(label=_("Since"), widget=DayInput)
    ends_on = forms.DateField(
        label=_("Until"), help_text=_("Leave empty while it is still there."), required=False, widget=DayInput
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


class EndUseForm(forms.Form):
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput)
