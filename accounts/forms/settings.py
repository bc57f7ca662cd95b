"""What people change about themselves."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import one_line


def clean_name(typed: str) -> str:
    name = one_line(typed)
    if not name:
        raise forms.ValidationError(_("Enter your name."), code="required")
    return name


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("Brands read it on licenses that you grant, and members of your brand see it."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])
