"""Accounts. Staff see who somebody is and change what they may do; name, address and keys are the person's own."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from accounts import actions, policies
from accounts.access import user_of
from accounts.models import User
from core.readonly import ReadOnlyAdmin

ACCESS = ("is_active", "is_staff", "is_superuser", "groups")


@admin.register(User)
class UserAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("email", "name", "public_id", "is_active", "is_staff", "date_joined", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    search_fields = ("email", "name", "=public_id")
    ordering = ("-pk",)
    fields = ("public_id", "email", "name", "language", "date_joined", "last_login", *ACCESS)
    filter_horizontal = ("groups",)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        own = ("public_id", "email", "name", "language", "date_joined", "last_login")
        return own if policies.can_change_access(user_of(request)) else (*own, *ACCESS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up by themselves, with their age; administrators are made on the command line."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm[User], change: bool) -> None:
        """Nothing by itself: see `save_related`."""

    def save_related(self, request: HttpRequest, form: ModelForm[User], formsets: Any, change: bool) -> None:
        """One act for all fields, so that it is asked, locked and recorded as one."""
        wanted = form.cleaned_data
        if not set(ACCESS) <= wanted.keys():
            return
        actions.set_access(
            user=form.instance,
            actor=user_of(request),
            is_active=wanted["is_active"],
            is_staff=wanted["is_staff"],
            is_superuser=wanted["is_superuser"],
            groups=list(wanted["groups"]),
            now=timezone.now(),
        )


# Secrets of people, and what they manage themselves: allauth would let staff edit it.
for model in (Authenticator, SocialToken, UserSession, EmailAddress, SocialAccount):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


@admin.register(EmailAddress)
class EmailAddressAdmin(ReadOnlyAdmin):
    list_display = ("email", "user", "verified", "primary")
    list_filter = ("verified", "primary")
    search_fields = ("email",)
    list_select_related = ("user",)


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnlyAdmin):
    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    search_fields = ("user__email",)
    list_select_related = ("user",)
    exclude = ("data",)
