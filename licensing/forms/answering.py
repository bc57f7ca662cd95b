"""Saying no, signing, and taking a license back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

REASON_LIMIT = 500


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("If you like. The brand reads it."),
        required=False,
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SignForm(forms.Form):
    """The two hashes name what the person has read; they are checked again under lock."""

    offer_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    text_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=_("I have read this text and grant this license."),
        error_messages={"required": _("Tick the box to say that you have read the text and grant the license.")},
    )


class RevokeForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The brand reads it, and it is kept with the license."),
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words why you take the license back.")},
    )
