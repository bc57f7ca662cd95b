"""Works and their files, to look at: everything about them is changed by acts. Pictures are not shown here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.models import Job
from core.readonly import ReadOnlyAdmin
from submissions.models import CHECK_JOB, DepictedPerson, MediaFile, Rendition, Submission


class MediaFileInline(admin.TabularInline):  # type: ignore[type-arg]
    model = MediaFile
    fields = ("public_id", "state", "is_current", "refusal_code", "media_type", "byte_size", "sha256", "uploaded_at")
    readonly_fields = fields
    can_delete = False
    show_change_link = True
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DepictedPersonInline(admin.TabularInline):  # type: ignore[type-arg]
    model = DepictedPerson
    fields = ("public_id", "name", "release_stated")
    readonly_fields = fields
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "title", "creator", "state", "check_state", "revision", "received_at")
    list_filter = ("state", "ai_use", "people", "rights_holder")
    search_fields = ("=public_id", "title", "creator__handle")
    list_select_related = ("creator",)
    ordering = ("-pk",)
    show_full_result_count = False
    exclude = ("form_key", "form_digest", "resent_digest", "check_run")
    inlines = (MediaFileInline, DepictedPersonInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        newest = Job.objects.filter(kind=CHECK_JOB, subject=OuterRef("public_id")).order_by("-pk")
        works: QuerySet[Submission] = super().get_queryset(request)
        return works.annotate(newest_check=Subquery(newest.values("state")[:1]))

    @admin.display(description=_("check"), empty_value="–")
    def check_state(self, submission: Submission) -> str | None:
        """Where the newest check of the file stands; a parked one can be let go again under Jobs."""
        state: str | None = getattr(submission, "newest_check", None)
        return state


class RenditionInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Rendition
    fields = ("public_id", "format", "width", "height", "byte_size")
    readonly_fields = fields
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(MediaFile)
class MediaFileAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "state", "submission", "media_type", "byte_size", "refusal_code", "uploaded_at")
    list_filter = ("state", "refusal_code", "media_type")
    search_fields = ("=public_id", "=sha256", "=submission__public_id")
    list_select_related = ("submission",)
    ordering = ("-pk",)
    show_full_result_count = False
    exclude = ("placeholder",)
    inlines = (RenditionInline,)
