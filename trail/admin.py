"""The log as it is, and how far its readers have come. Sealed values are not shown here."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import F, QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError
from core.readonly import ReadOnlyAdmin
from trail import readers
from trail.models import Checkpoint, Cursor, Entry, SigningKey


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ("index", "kind", "subject", "topic", "actor", "recorded_at")
    list_filter = ("kind",)
    search_fields = ("=subject", "=topic", "=actor")
    fields = ("index", "kind", "subject", "topic", "actor", "recorded_at", "body")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Checkpoint)
class CheckpointAdmin(ReadOnlyAdmin):
    list_display = ("size", "signed_at")
    fields = ("size", "signed_at", "note")
    ordering = ("-size",)
    show_full_result_count = False


@admin.register(SigningKey)
class SigningKeyAdmin(ReadOnlyAdmin):
    list_display = ("verifier", "starts_at", "ends_at")
    ordering = ("-pk",)


class ReasonForm(ActionForm):
    reason = forms.CharField(label=_("Reason for leaving out"), required=False, max_length=500)


@admin.register(Cursor)
class CursorAdmin(ReadOnlyAdmin):
    """A reader that stops at an entry tries it again by itself; an administrator can also let it go on."""

    list_display = ("reader", "next_index", "lag", "advanced_at", "failed_at", "last_error")
    fields = ("reader", "next_index", "advanced_at", "failed_at", "error")
    action_form = ReasonForm
    actions = ("retry", "skip")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cursor]:
        cursors: QuerySet[Cursor] = super().get_queryset(request)
        return cursors.annotate(behind=Value(readers.size()) - F("next_index"))

    @admin.display(description=_("lag"))
    def lag(self, cursor: Cursor) -> int:
        return int(cursor.behind)  # type: ignore[attr-defined]

    @admin.display(description=_("last error"))
    def last_error(self, cursor: Cursor) -> str:
        return cursor.error.strip().rpartition("\n")[2][:200]

    @admin.action(description=_("Try again now"), permissions=["follow"])
    def retry(self, request: HttpRequest, queryset: QuerySet[Cursor]) -> None:
        for cursor in queryset:
            taken = readers.follow(cursor.reader)
            said = _("%(reader)s took in %(number)d entries.") % {"reader": cursor.reader, "number": taken}
            self.message_user(request, said, messages.SUCCESS if taken else messages.WARNING)

    @admin.action(description=_("Leave out the entry at which it stopped"), permissions=["follow"])
    def skip(self, request: HttpRequest, queryset: QuerySet[Cursor]) -> None:
        actor = str(getattr(request.user, "public_id", ""))
        for cursor in queryset:
            try:
                readers.skip(cursor.reader, reason=request.POST.get("reason", ""), actor=actor, now=timezone.now())
            except DomainError as refused:
                self.message_user(request, f"{cursor.reader}: {refused.message}", messages.ERROR)
            else:
                said = _("%(reader)s goes on with the next entry.") % {"reader": cursor.reader}
                self.message_user(request, said, messages.SUCCESS)

    def has_follow_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("trail.change_cursor")
