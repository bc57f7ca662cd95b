"""The certificate and the file, for the parties of a license."""

from __future__ import annotations

from contextlib import ExitStack

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from core.downloads import attachment
from licensing import actions, certificate, policies, proofs, stamping
from licensing.models import License


def party_to(user: User, public_id: str) -> License:
    """The license, for its licensor and the members of its licensee; for everybody else a 404."""
    licenses = License.objects.select_related(
        "licensor__user", "licensee", "submission", "media_file", "evidence", "request"
    )
    party = Q(licensor__user=user) | Q(licensee__memberships__user=user)
    return get_object_or_404(licenses.filter(party).distinct(), public_id=public_id)


@require_safe
@login_required
def certificate_pdf(request: HttpRequest, public_id: str) -> HttpResponse:
    license = party_to(request.user, public_id)  # type: ignore[arg-type]
    pdf = certificate.render(license, get_language() or "en")
    return attachment(pdf, f"{license.number}.pdf", "application/pdf")


@require_safe
@login_required
def proof(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everything that proves the license, in one file that is checked without us."""
    license = party_to(request.user, public_id)  # type: ignore[arg-type]
    return attachment(proofs.bundle(license, timezone.now()), f"{license.number}.proof.json", "application/json")


@require_POST
@login_required
def deliver(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """A POST, because each hand-over is recorded: a link that is merely followed must not count as one."""
    license = party_to(request.user, public_id)  # type: ignore[arg-type]
    user: User = request.user  # type: ignore[assignment]
    policies.check_can_act_for(user, license.licensee)
    policies.check_can_be_delivered(license, timezone.now())
    policies.check_not_too_many(license.licensee, timezone.now())
    with stamping.stamped(license) as file, ExitStack() as unless_sent:
        # The open file outlives its folder; nothing of it stays on the disk when the response has gone out.
        content = unless_sent.enter_context(file.path.open("rb"))
        actions.deliver(license=license, file=file, actor=user, now=timezone.now())
        unless_sent.pop_all()
    response = FileResponse(content, as_attachment=True, filename=file.file_name, content_type=file.media_type)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
