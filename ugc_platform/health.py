"""Whether this installation works, for a load balancer and for whoever keeps it running."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.models import Job
from trail import readers


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """503 when the database does not answer. Parked jobs and stopped readers are `degraded`: pages keep working, so
    a load balancer gets 200; with `?strict`, for monitoring, that is 503 too.

    Of an error only its kind is told; staff read the rest in admin.
    """
    try:
        parked = Job.objects.filter(state=Job.State.PARKED).count()
        followed = [_reader(status) for status in readers.statuses()]
    except DatabaseError:
        return JsonResponse({"status": "down", "database": "unreachable"}, status=503)
    degraded = parked > 0 or any(reader["error"] for reader in followed)
    found = {
        "status": "degraded" if degraded else "ok",
        "database": "ok",
        "parked_jobs": parked,
        "readers": followed,
    }
    return JsonResponse(found, status=503 if degraded and "strict" in request.GET else 200)


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
