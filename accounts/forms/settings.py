"""What people change about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import zones
from core.forms import LineField


class NameForm(forms.Form):
    name = LineField(
        label=_("Your name"),
        error_messages={"required": _("Enter your name.")},
        max_length=80,
        help_text=_("Brands read it on licenses that you grant, and members of your brand see it."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class TimeZoneForm(forms.Form):
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        error_messages={"invalid_choice": _("Choose a time zone from the list.")},
        help_text=_("Times on pages and in mails. Licenses, consents and certificates say theirs in UTC."),
    )

    def __init__(self, *args: Any, in_browser: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_browser = (
            _("As the browser says (%(zone)s)") % {"zone": in_browser} if in_browser else _("As the browser says")
        )
        self.fields["time_zone"].choices = [("", as_browser), *zones.choices()]  # type: ignore[attr-defined]
