"""Hands out renditions, after asking each time whether this person may see them. Originals have no address at all."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from submissions import policies
from submissions.models import Rendition
from submissions.pictures import FORMATS

# From our redirect to the browser's request at the store. Nobody can take such a link back: see docs/adr/0017.
PRESIGNED_SECONDS = 5


@require_safe
def rendition(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The right is asked for before anything else, so that not even "unchanged" is said about a work that is gone."""
    found = Rendition.objects.select_related("media_file__submission__creator").filter(public_id=public_id).first()
    if found is None or not policies.can_see_picture(request.user, found.media_file):
        raise Http404("no such rendition for this person")
    if settings.S3_BUCKET and settings.S3_LINKS:
        return _redirect(found)
    etag = f'"{found.public_id}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    unchanged = etag in known or "*" in known
    response: HttpResponseBase = HttpResponseNotModified() if unchanged else _file(found)
    response["ETag"] = etag
    # Kept by the browser, but asked for again each time: no cache outlives the right.
    response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response


def _file(found: Rendition) -> HttpResponseBase:
    try:
        opened = default_storage.open(found.storage_key)
    except FileNotFoundError as error:
        raise Http404("the store has lost this rendition") from error
    response = FileResponse(opened, content_type=FORMATS[found.format])
    response["Content-Disposition"] = _disposition(found)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _disposition(found: Rendition) -> str:
    # Named by our own ids only: what a creator called the file is theirs, and could be hostile.
    return f'inline; filename="{found.public_id}-{found.width}.{found.format}"'


def _redirect(found: Rendition) -> HttpResponse:
    address = default_storage.url(  # type: ignore[call-arg]
        found.storage_key,
        parameters={
            "ResponseContentType": FORMATS[found.format],
            "ResponseContentDisposition": _disposition(found),
            "ResponseCacheControl": "private, no-store",
        },
        expire=PRESIGNED_SECONDS,
    )
    response = HttpResponse(status=302)
    response["Location"] = address
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
