"""Brands, to look at: members, tokens and settings are their owners' to change. Secrets are not shown."""

from __future__ import annotations

from django.contrib import admin
from django.db import models

from brands.models import ApiToken, Brand, Invitation, Membership
from core.readonly import ReadOnlyAdmin


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Membership
    fields = ("user", "role", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, *args: object) -> bool:
        return False


@admin.register(Brand)
class BrandAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "public_id", "created_at")
    search_fields = ("name", "slug", "=public_id")
    ordering = ("-pk",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    inlines = (MembershipInline,)


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "brand", "email", "role", "created_at", "expires_at", "accepted_at", "canceled_at")
    search_fields = ("email", "=public_id", "brand__name")
    list_select_related = ("brand",)
    exclude = ("token_digest",)
    ordering = ("-pk",)


@admin.register(ApiToken)
class ApiTokenAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "brand", "name", "hint", "created_at", "created_by", "revoked_at")
    search_fields = ("name", "=public_id", "brand__name")
    list_select_related = ("brand", "created_by")
    exclude = ("digest",)
    ordering = ("-pk",)
