"""What is typed about a creator."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, ParagraphsField
from creators import handles, queries


class PublicFields(forms.Form):
    name = LineField(
        label=_("Name"),
        error_messages={"required": _("Enter a name.")},
        max_length=80,
        help_text=_("Shown beside your works. It can be a stage name."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    default_credit_line = LineField(
        label=_("Credit line"),
        max_length=120,
        required=False,
        help_text=_("How you want to be credited where your work is used. You can change it for each work."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class OpenProfileForm(PublicFields):
    handle = forms.CharField(
        label=_("Handle"),
        # Room for a typed @ and spaces around; the rule on the length is in `handles`.
        max_length=handles.LONGEST + 4,
        help_text=_("Your page will be at /@handle/. Letters a to z, digits, hyphens and underscores. It stays."),
        widget=forms.TextInput({"autocomplete": "nickname", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("name", "handle", "default_credit_line")

    def clean_handle(self) -> str:
        handle = handles.normalize(self.cleaned_data["handle"])
        if complaint := handles.complaint(handle):
            raise forms.ValidationError(str(complaint), code="handle_refused")
        if queries.handle_is_taken(handle):
            raise forms.ValidationError(_("Somebody has this handle. Choose another one."), code="handle_taken")
        return handle


class ProfileForm(PublicFields):
    bio = ParagraphsField(
        label=_("About you"),
        max_length=280,
        required=False,
        help_text=_("A few words for your public page."),
        widget=forms.Textarea({"rows": 4}),
    )
    field_order = ("name", "bio", "default_credit_line")
