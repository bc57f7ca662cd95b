"""A form that carries the public id of what it will make."""

from __future__ import annotations

from django import forms
from django.http import QueryDict


class ReservedForm(forms.Form):
    """`reserved` is a token of views.reserving."""

    reserved = forms.CharField(required=False, widget=forms.HiddenInput)

    def renew(self, reserved: str) -> None:
        """Let the form, should it be shown again, be another one than the one that was sent, with all that it says."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["reserved"] = reserved
        self.data = data
