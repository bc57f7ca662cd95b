"""Creators, to look at: what is public about them is theirs to change."""

from __future__ import annotations

from django.contrib import admin

from core.readonly import ReadOnlyAdmin
from creators.models import Creator


@admin.register(Creator)
class CreatorAdmin(ReadOnlyAdmin):
    list_display = ("handle", "name", "public_id", "user", "created_at")
    search_fields = ("handle", "name", "=public_id", "user__email")
    list_select_related = ("user",)
    ordering = ("-pk",)
