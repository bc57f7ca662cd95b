"""The log as C2SP tlog-tiles publishes it: checkpoint, hash tiles and keys. What entries say is nowhere here."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from trail import issuing, tiles, tree
from trail.models import SigningKey

_TILE = re.compile(r"(?P<number>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?", re.ASCII)
_FOR_EVER = "public, max-age=31536000, immutable"


@never_cache
@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest checkpoint with every signature that has come in for it."""
    found = issuing.latest()
    if found is None:
        raise Http404("no entry has been recorded yet")
    return HttpResponse(str(issuing.note(found)), content_type="text/plain; charset=utf-8")


@require_safe
def tile(request: HttpRequest, level: int, path: str) -> HttpResponse:
    """The hashes of a tile, full or partial, once a checkpoint covers them; what an address gives never changes."""
    named = _TILE.fullmatch(path)
    last = issuing.latest()
    if named is None or last is None or level > tiles.MOST_LEVEL:
        raise Http404
    try:
        wanted = tiles.Tile(level, tiles.read_number(named["number"]), int(named["width"] or tiles.WIDTH))
    except ValueError as error:
        raise Http404 from error
    if (named["width"] and wanted.width == tiles.WIDTH) or not tiles.is_covered(wanted, last.size):
        raise Http404
    response = HttpResponse(tree.read(wanted), content_type="application/octet-stream")
    response["Cache-Control"] = _FOR_EVER
    return response


@cache_control(public=True, max_age=300)
@require_safe
def keys(request: HttpRequest) -> JsonResponse:
    """Who has signed for this log, and when; `until` is empty for the one that signs now."""
    return JsonResponse(
        {
            "origin": settings.TRAIL_ORIGIN,
            "keys": [
                {
                    "verifier": key.verifier,
                    "from": key.starts_at.isoformat(),
                    "until": key.ends_at.isoformat() if key.ends_at else None,
                }
                for key in SigningKey.objects.order_by("starts_at", "pk")
            ],
        }
    )
