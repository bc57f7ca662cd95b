"""Where a creator hands a work in, and where its file arrives while the form is filled in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import User
from consent import actions as consent
from core import problems, uploads
from core.errors import DomainError, Invalid
from creators import access
from creators.models import Creator
from submissions import actions, queries
from submissions.actions.receiving import too_large
from submissions.forms import SubmissionForm
from submissions.models import MediaFile

ACCEPT = "image/jpeg,image/png,image/webp,image/avif"


@access.creator_required
@require_http_methods(["GET", "HEAD", "POST"])
@uploads.takes_files
def submit(request: HttpRequest) -> HttpResponse:
    creator = access.current(request)
    notice = consent.current_notice("submission", translation.get_language() or "en")
    if request.method != "POST":
        form = SubmissionForm(notice=notice, initial={"credit_line": creator.default_credit_line})
        return _page(request, form, creator)
    form = SubmissionForm(request.POST, request.FILES, notice=notice)
    now = timezone.now()
    media_file = arrived_file(request, form, required=True, now=now)
    status = 422
    if form.is_valid() and media_file is not None:
        try:
            submission = actions.submit(
                creator=creator,
                actor=creator.user,
                media_file=media_file,
                details=form.details,
                notice=notice,
                form_key=form.cleaned_data["form_key"] or form.initial["form_key"],
                now=now,
            )
        except DomainError as refused:
            tell(form, refused)
            form.renew()
            status = refused.status
        else:
            return redirect(f"{reverse('tracking_submission', args=[submission.public_id])}?handed-in")
    return _page(request, form, creator, media_file=media_file, status=status)


def _page(
    request: HttpRequest,
    form: SubmissionForm,
    creator: Creator,
    *,
    media_file: MediaFile | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "notice": form.notice, "creator": creator, **upload_context(media_file)}
    return render(request, "submissions/submit.html", context, status=status)


def upload_context(media_file: MediaFile | None) -> dict[str, Any]:
    """What the drop zone has to know: what it may take, and what has come already."""
    rows = []
    if media_file is not None:
        rows = [{"name": media_file.file_name, "size": filesizeformat(media_file.byte_size), "state": "done"}]
    limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
    return {
        "accept": ACCEPT,
        "limit_bytes": settings.UPLOAD_LIMIT_BYTES,
        "limit": limit,
        "file_help": _("JPEG, PNG, WebP or AVIF, at most %(limit)s.") % {"limit": limit},
        "rows": rows,
    }


def arrived_file(request: HttpRequest, form: SubmissionForm, *, required: bool, now: datetime) -> MediaFile | None:
    """The file that came with the form or before it; kept even where a text is missing, so that it is sent once."""
    user = request.user
    assert user.is_authenticated
    form.is_valid()
    media_file = None
    try:
        media_file = _arrived(request, user, form.data.get("media_file", ""), now)
        if media_file is None and required:
            raise Invalid(_("Choose a picture."), code="file_missing")
    except DomainError as refused:
        form.add_error("file", str(refused.message))
    form.keep(media_file)
    return media_file


def _arrived(request: HttpRequest, user: User, earlier: str, now: datetime) -> MediaFile | None:
    if uploads.was_too_large(request):
        raise too_large()
    if sent := request.FILES.get("file"):
        return actions.receive_upload(user=user, file=sent, now=now)
    if not earlier:
        return None
    # One that is handed in already is the second click on the same button; the action knows what to do.
    found = MediaFile.objects.filter(uploaded_by=user, public_id=earlier).first()
    if found is None:
        raise Invalid(_("This file is no longer here. Choose it again."), code="file_gone")
    return found


def tell(form: SubmissionForm, refused: DomainError) -> None:
    """Put a refusal of the action where the form shows it."""
    for field, message in (refused.fields or {"": refused.message}).items():
        form.add_error(field if field in form.fields else None, str(message))


@require_POST
@uploads.takes_files
def upload(request: HttpRequest) -> HttpResponse:
    """One file, sent by the page while the form is being filled in: 201 with its id, or why not."""
    user = request.user
    if not user.is_authenticated:
        return _problem(_("You are signed out. Sign in again in another window, then try again."), "signed_out", 401)
    try:
        if uploads.was_too_large(request):
            raise too_large()
        sent = request.FILES.get("file")
        if sent is None:
            raise Invalid(_("Choose a picture."), code="file_missing")
        media_file = actions.receive_upload(user=user, file=sent, now=timezone.now())
    except DomainError as refused:
        return problems.with_wait(_problem(str(refused.message), refused.code, refused.status), refused)
    return JsonResponse(_described(media_file), status=201)


@require_GET
def known_upload(request: HttpRequest) -> JsonResponse:
    """Whether these bytes are here already, so that they do not travel twice: among one's own files only."""
    user = request.user
    if not user.is_authenticated:
        return _problem(_("You are signed out. Sign in again in another window, then try again."), "signed_out", 401)
    sha256 = request.GET.get("sha256", "")
    besides = queries.owned_by(user).filter(public_id=request.GET.get("besides", "")).first()
    twin = queries.standing_twin(user, sha256, besides=besides)
    if twin is not None:
        message = _("You have handed in this very file before, as “%(title)s”.") % {"title": twin.title}
        return _problem(message, "duplicate_file", 409, url=reverse("tracking_submission", args=[twin.public_id]))
    media_file = queries.unclaimed(user).filter(sha256=sha256).order_by("-id").first()
    return JsonResponse(_described(media_file) if media_file else {"media_file": None})


@require_POST
def discard_upload(request: HttpRequest, public_id: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return _problem(_("You are signed out. Sign in again in another window, then try again."), "signed_out", 401)
    actions.discard_upload(user=request.user, public_id=public_id)
    return HttpResponse(status=204)


def _described(media_file: MediaFile) -> dict[str, Any]:
    return {
        "media_file": media_file.public_id,
        "name": media_file.file_name,
        "size": filesizeformat(media_file.byte_size),
    }


def _problem(message: str, code: str, status: int, **more: str) -> JsonResponse:
    return JsonResponse({"message": message, "code": code, **more}, status=status)
