"""The log as it is, and how far its readers have come. Sealed values are not shown here."""

from __future__ import annotations

from django.contrib import admin

from core.readonly import ReadOnlyAdmin
from trail.models import Cursor, Entry


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ("index", "kind", "subject", "topic", "actor", "recorded_at")
    list_filter = ("kind",)
    search_fields = ("=subject", "=topic", "=actor")
    fields = ("index", "kind", "subject", "topic", "actor", "recorded_at", "body")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Cursor)
class CursorAdmin(ReadOnlyAdmin):
    list_display = ("reader", "next_index", "advanced_at", "failed_at")
