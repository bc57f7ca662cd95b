"""Signing up, with a password or by another service: both ask for name and date of birth."""

from __future__ import annotations

from allauth.account.forms import SignupForm as PasswordSignupForm
from allauth.socialaccount.forms import SignupForm as ServiceSignupForm
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import actions, age_gate
from accounts.age import is_old_enough
from accounts.fields import DateOfBirthField
from accounts.forms.words import OurWords
from accounts.models import User
from core.forms import LineField


class AboutYou(OurWords, forms.Form):
    """Name and date of birth, and what follows from them; beside one of allauth's forms."""

    name = LineField(
        label=_("Your name"),
        error_messages={"required": _("Enter your name.")},
        max_length=80,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    date_of_birth = DateOfBirthField(
        label=_("Date of birth"),
        help_text=_("We ask because an account needs a certain age. It is kept sealed and never shown."),
    )
    via = "password"

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        if not is_old_enough(self.cleaned_data["date_of_birth"], timezone.now().date()):
            return None, age_gate.close(request)
        return super().try_save(request)  # type: ignore[misc, no-any-return]

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """Account and entry in one transaction."""
        return super().save(request)  # type: ignore[misc, no-any-return]

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        actions.register(
            user=user,
            name=self.cleaned_data["name"],
            date_of_birth=self.cleaned_data["date_of_birth"],
            language=get_language() or settings.LANGUAGE_CODE,
            via=self.via,
            now=timezone.now(),
        )


class SignupForm(AboutYou, PasswordSignupForm):  # type: ignore[misc]
    field_order = ("name", "email", "password1", "date_of_birth")


class SocialSignupForm(AboutYou, ServiceSignupForm):  # type: ignore[misc]
    field_order = ("name", "email", "date_of_birth")

    @property
    def via(self) -> str:  # type: ignore[override]
        return str(self.sociallogin.account.provider)
