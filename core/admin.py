"""Background jobs, and those that were given up."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core import jobs
from core.models import Job
from core.readonly import ReadOnlyAdmin


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "kind", "subject", "state", "attempts", "due_at", "done_at")
    list_filter = ("state", "kind")
    search_fields = ("public_id", "subject")
    ordering = ("-pk",)
    show_full_result_count = False
    actions = ("release",)

    @admin.action(description=_("Let parked jobs try again"), permissions=["release"])
    def release(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        released = sum(jobs.release(job) for job in queryset.filter(state=Job.State.PARKED))
        said = ngettext("%(number)d job tries again.", "%(number)d jobs try again.", released)
        self.message_user(request, said % {"number": released}, messages.SUCCESS)

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("core.change_job")
