"""What people change about themselves."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LineField


class NameForm(forms.Form):
    name = LineField(
        label=_("Your name"),
        error_messages={"required": _("Enter your name.")},
        max_length=80,
        help_text=_("Brands read it on licenses that you grant, and members of your brand see it."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
