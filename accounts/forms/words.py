"""The same words for the same thing in every form of allauth, and nothing asked twice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import second_step
from accounts.models import User

LABELS = {
    "email": _("E-mail address"),
    "login": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Password until now"),
    "remember": _("Stay signed in on this device"),
    "code": _("Code"),
}
PASSWORD_HELP = _("10 characters or more. Not only digits, no common password, nothing close to your name or address.")

APP_HELP = _("Enter the code that your authenticator app shows now, or one of your recovery codes.")
RECOVERY_CODE_HELP = _("Enter one of your recovery codes. Each works once.")


class OurWords(forms.BaseForm):
    """Labels of ours; no text in a field that vanishes while one types; a new password once: it can be looked at."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            if isinstance(field.widget, forms.PasswordInput):
                field.widget.attrs |= {"data-show": _("Show password"), "data-hide": _("Hide password")}
        if "password1" in self.fields:
            self.fields["password1"].label = _("New password") if "oldpassword" in self.fields else _("Password")
            self.fields["password1"].help_text = PASSWORD_HELP


class CodeWords(forms.BaseForm):
    """Names what this person can take a code from; a passkey alone comes with recovery codes, not with an app."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = APP_HELP if second_step.has_app(self.user) else RECOVERY_CODE_HELP
