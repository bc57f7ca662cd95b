"""What is typed about a brand, its people and its tokens."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from brands.models import Role
from core import names
from core.forms import ChoiceCards, Described, LineField, ParagraphsField

ROLE_HELP = {
    Role.OWNER: _("Everything an editor does, and manages members, tokens and settings."),
    Role.EDITOR: _("Asks for licenses, downloads files and notes uses."),
    Role.VIEWER: _("Sees requests and licenses, changes nothing."),
}


class BrandForm(forms.Form):
    name = LineField(
        label=_("Name of the brand"),
        error_messages={"required": _("Enter a name.")},
        max_length=80,
        help_text=_("As creators will read it in a request."),
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"autocomplete": "url", "placeholder": "https://"}),
    )
    about = ParagraphsField(
        label=_("About the brand"),
        required=False,
        max_length=280,
        help_text=_("A sentence or two for creators who do not know you."),
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_name(self) -> str:
        """A name that the brand has already is kept, whatever the rules were when it was chosen."""
        name: str = self.cleaned_data["name"]
        if name != self.initial.get("name") and (fault := names.fault(name)):
            raise forms.ValidationError(fault, code="name_invalid")
        return name


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "off"}))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role.value, Described(role.label, ROLE_HELP[role])) for role in Role],
        initial=Role.EDITOR,
        widget=ChoiceCards,
    )

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class TokenForm(forms.Form):
    name = LineField(
        label=_("Name of the token"),
        error_messages={"required": _("Enter a name.")},
        max_length=80,
        help_text=_("Which program will use it, such as “Web shop” or “DAM”."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
