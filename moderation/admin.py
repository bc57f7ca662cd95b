"""Decisions are read in admin, never changed."""

from django.contrib import admin

from core.readonly import ReadOnlyAdmin
from moderation.models import Decision


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "kind", "reason_code", "submission", "decided_by", "decided_at")
    list_filter = ("kind", "reason_code")
    search_fields = ("public_id", "submission__public_id")
    date_hierarchy = "decided_at"
