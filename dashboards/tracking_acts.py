"""What a creator does with a work on its way: send it again with changes, or take it back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from accounts.access import user_of
from consent import actions as consent
from consent import queries as consents
from consent.models import Notice, Record
from consent.states import MOVES as CONSENT_MOVES
from core import states, uploads
from core.errors import DomainError
from creators import access
from dashboards import consequences
from licensing.states import OPEN
from submissions import actions, details, pictures, queries, refusals
from submissions.forms import ResubmissionForm, WithdrawalForm, as_initial
from submissions.models import MediaFile, Submission
from submissions.states import MOVES, State
from submissions.views import arrived_file, tell, upload_context


@access.creator_required
@require_http_methods(["GET", "HEAD", "POST"])
@uploads.takes_files
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everything that was written is there again; the reason for the changes stands on top."""
    submission = _mine(request, public_id)
    user = request.user
    assert user.is_authenticated
    current = queries.current_file(submission)
    notice = _changed_notice(submission)
    if request.method != "POST":
        states.find(MOVES, "resubmit", submission.state)
        form = ResubmissionForm(
            notice=notice, initial=as_initial(details.of(submission)) | {"revision": submission.revision}
        )
        return _edit_page(request, submission, form, None)
    form = ResubmissionForm(request.POST, request.FILES, notice=notice)
    now = timezone.now()
    media_file = arrived_file(request, form, required=current.state == MediaFile.State.REFUSED, now=now)
    status = 422
    if form.is_valid():
        try:
            actions.resubmit(
                submission=submission,
                actor=user,
                revision=form.cleaned_data["revision"],
                details=form.details,
                notice=notice or submission.notice_record.notice,
                media_file=media_file,
                now=now,
            )
        except DomainError as refused:
            tell(form, refused)
            status = refused.status
            submission = _mine(request, public_id)
            form.renew_for(submission.revision)
        else:
            return redirect(f"{reverse('tracking_submission', args=[public_id])}?handed-in")
    return _edit_page(request, submission, form, media_file, status=status)


def _edit_page(
    request: HttpRequest,
    submission: Submission,
    form: ResubmissionForm,
    media_file: MediaFile | None,
    *,
    status: int = 200,
) -> HttpResponse:
    current = queries.current_file(submission)
    context = {
        "form": form,
        "notice": form.notice,
        "submission": submission,
        "picture": pictures.of(submission),
        "decision": submission.decisions.order_by("-pk").first(),
        "refusal": refusals.message(current.refusal_code) if submission.state == State.QUARANTINED else "",
        "file_required": current.state == MediaFile.State.REFUSED,
        **upload_context(media_file),
    }
    return render(request, "dashboards/tracking_edit.html", context, status=status)


def _changed_notice(submission: Submission) -> Notice | None:
    """The notice, if there is a newer version than the one that was agreed to."""
    current = consent.current_notice("submission", translation.get_language() or "en")
    return None if current.version == submission.notice_record.notice.version else current


@access.creator_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """First what it means, for the gallery, for brands that asked and for licenses that stand; then the act."""
    submission = _mine(request, public_id)
    user = request.user
    assert user.is_authenticated
    record = submission.notice_record
    if not states.can(MOVES, "withdraw", submission.state) and record.state == Record.State.GIVEN:
        return redirect("consent_withdraw", record.public_id)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(submission=submission, actor=user, reason=form.cleaned_data["reason"], now=timezone.now())
        return redirect(f"{reverse('tracking_submission', args=[public_id])}?taken-back")
    states.find(MOVES, "withdraw", submission.state)
    context = {
        "submission": submission,
        "picture": pictures.of(submission),
        "form": form,
        "licenses": consequences.for_licenses(submission, timezone.now()),
        "open_requests": submission.license_requests.filter(state__in=OPEN).select_related("brand").order_by("-pk"),
    }
    return render(request, "dashboards/tracking_withdraw.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_consent(request: HttpRequest, public_id: str) -> HttpResponse:
    """First what follows, then the act. A work that stands is taken back together with its consent."""
    user = user_of(request)
    record = get_object_or_404(consents.visible_to(user), public_id=public_id)
    states.find(CONSENT_MOVES, "withdraw", record.state)
    submission = queries.owned_by(user).filter(public_id=record.subject).first()
    if submission is not None and states.can(MOVES, "withdraw", submission.state):
        return redirect("tracking_withdraw", submission.public_id)
    if request.method != "POST":
        context = {"record": record, "submission": submission}
        return render(request, "dashboards/consent_withdraw.html", context)
    if submission is None:
        consent.withdraw(record=record, actor=user, now=timezone.now())
    else:
        actions.withdraw_consent(submission=submission, actor=user, now=timezone.now())
    return redirect(f"{reverse('consent', args=[public_id])}?withdrawn")


def _mine(request: HttpRequest, public_id: str) -> Submission:
    return get_object_or_404(queries.with_pictures(queries.owned_by(request.user)), public_id=public_id)
