"""Notices, consents and their evidence, to look at."""

from __future__ import annotations

from django.contrib import admin

from consent.models import Evidence, Notice, Record
from core.readonly import ReadOnlyAdmin


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
    list_display = ("key", "version", "language", "title", "effective_at", "text_hash")
    list_filter = ("key", "language")
    ordering = ("key", "-version", "language")


@admin.register(Record)
class RecordAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "person", "notice", "subject", "state", "given_at", "withdrawn_at")
    list_filter = ("state", "notice__key")
    search_fields = ("=public_id", "=subject", "=person__public_id", "person__email")
    list_select_related = ("person", "notice")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "person", "act", "method", "detail", "text_version", "acted_at")
    list_filter = ("act", "method")
    search_fields = ("=public_id", "=person__public_id", "person__email")
    list_select_related = ("person",)
    ordering = ("-pk",)
    show_full_result_count = False
