"""Whether this installation works, for a load balancer and for whoever keeps it running."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import DatabaseError
from django.db.models import Count, Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.models import Job
from trail import issuing, readers
from trail.models import Entry

# The scheduler looks every minute for what a lost message left behind.
PATIENCE = timedelta(minutes=5)


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """503 when the database does not answer. Parked jobs, stopped readers, and entries and work that nobody has
    signed or taken up for `PATIENCE` are `degraded`: pages keep working, so a load balancer gets 200; with `?strict`,
    for monitoring, that is 503 too.

    Of an error only its kind is told; staff read the rest in admin.
    """
    try:
        parked = Job.objects.filter(state=Job.State.PARKED).count()
        overdue = Job.objects.filter(state=Job.State.WAITING, due_at__lte=timezone.now() - PATIENCE).count()
        unnumbered = _unnumbered()
        followed = [_reader(status) for status in readers.statuses()]
        unsigned = _unsigned()
        behind = any(_is_behind(reader) for reader in followed)
    except DatabaseError:
        return JsonResponse({"status": "down", "database": "unreachable"}, status=503)
    stuck = behind or unnumbered["oldest_seconds"] > PATIENCE.total_seconds()
    stuck = stuck or unsigned["oldest_seconds"] > PATIENCE.total_seconds()
    degraded = stuck or parked > 0 or overdue > 0 or any(reader["error"] for reader in followed)
    found = {
        "status": "degraded" if degraded else "ok",
        "database": "ok",
        "parked_jobs": parked,
        "overdue_jobs": overdue,
        "unnumbered_entries": unnumbered,
        "unsigned_entries": unsigned,
        "readers": followed,
    }
    return JsonResponse(found, status=503 if degraded and "strict" in request.GET else 200)


def _unnumbered() -> dict[str, float]:
    """How many entries wait for their number, and for how long the oldest has."""
    waiting = Entry.objects.filter(index__isnull=True).aggregate(count=Count("pk"), oldest=Min("recorded_at"))
    age = (timezone.now() - waiting["oldest"]).total_seconds() if waiting["oldest"] else 0
    return {"count": waiting["count"], "oldest_seconds": max(0, round(age))}


def _unsigned() -> dict[str, float]:
    """How many entries have a number and no checkpoint that covers them, and for how long the oldest has."""
    last = issuing.latest()
    waiting = Entry.objects.filter(index__gte=last.size if last else 0)
    found = waiting.aggregate(count=Count("pk"), oldest=Min("recorded_at"))
    age = (timezone.now() - found["oldest"]).total_seconds() if found["oldest"] else 0
    return {"count": found["count"], "oldest_seconds": max(0, round(age))}


def _is_behind(reader: dict[str, Any]) -> bool:
    """It has entries to take in, and has taken none in for a while."""
    if not reader["lag"]:
        return False
    waiting = Entry.objects.filter(index=reader["next_index"]).values_list("recorded_at", flat=True).first()
    return waiting is not None and waiting < timezone.now() - PATIENCE


def _reader(status: readers.Status) -> dict[str, Any]:
    return {
        "name": status.reader,
        "next_index": status.next_index,
        "lag": status.lag,
        "error": _kind(status.error),
    }


def _kind(error: str) -> str:
    """The class in the last line of a traceback, without the message, which may hold anything."""
    lines = [line for line in error.splitlines() if line and not line.startswith((" ", "\t"))]
    return lines[-1].partition(":")[0] if lines else ""
