"""allauth's forms in our words."""

from __future__ import annotations

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import actions, second_step
from accounts.actions import PasswordProof
from accounts.forms.words import CodeWords, OurWords
from accounts.models import User
from core.text import line


class ChoosesPassword(OurWords):
    """A form for a new password; `proof` is what it has asked for."""

    proof: PasswordProof
    user: User

    def save(self) -> None:
        actions.change_password(
            user=self.user, password=self.cleaned_data["password1"], proof=self.proof, now=timezone.now()
        )


class LoginForm(OurWords, account.LoginForm):  # type: ignore[misc]
    pass


class AddEmailForm(OurWords, account.AddEmailForm):  # type: ignore[misc]
    pass


class ChangeEmailForm(OurWords, account.ChangeEmailForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(ChoosesPassword, account.ChangePasswordForm):  # type: ignore[misc]
    proof = PasswordProof.OLD_PASSWORD


class SetPasswordForm(ChoosesPassword, account.SetPasswordForm):  # type: ignore[misc]
    proof = PasswordProof.SIGNED_IN_AGAIN


class ResetPasswordForm(OurWords, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordKeyForm(ChoosesPassword, account.ResetPasswordKeyForm):  # type: ignore[misc]
    proof = PasswordProof.MAIL


class ReauthenticateForm(OurWords, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class ConfirmEmailCodeForm(OurWords, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    pass


class SecondStepForm(CodeWords, OurWords, mfa.AuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateByCodeForm(CodeWords, OurWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateAppForm(OurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    pass


class AddPasskeyForm(OurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    @property
    def changes_sign_in(self) -> bool:
        """Is this the first thing that is asked for beside the password?"""
        return not second_step.is_asked_for(self.user)

    def clean_name(self) -> str:
        """Without one it is numbered: a new passkey is not lost for want of a name."""
        self.cleaned_data["name"] = line(self.cleaned_data["name"])
        name: str = super().clean_name()
        return name


class EditPasskeyForm(OurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    def clean_name(self) -> str:
        name = line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Enter a name."), code="required")
        return name
