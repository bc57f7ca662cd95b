"""Proof bundles to keep: of a consent, and of a work with every decision on it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import user_of
from consent import proofs as consent_proofs
from consent import queries as consent_queries
from core.downloads import attachment
from submissions import queries as submission_queries
from trail import bundles


@login_required
@require_safe
def consent_proof(request: HttpRequest, public_id: str) -> HttpResponse:
    record = get_object_or_404(consent_queries.visible_to(user_of(request)), public_id=public_id)
    return attachment(consent_proofs.bundle(record, timezone.now()), f"{public_id}.proof.json", "application/json")


@login_required
@require_safe
def work_proof(request: HttpRequest, public_id: str) -> HttpResponse:
    """Handed in, decided on, taken back: all that was recorded about the work, for its creator."""
    work = get_object_or_404(submission_queries.owned_by(user_of(request)), public_id=public_id)
    decisions = work.decisions.order_by("pk").values_list("public_id", flat=True)
    bundle = bundles.make(
        about="work",
        subjects=[work.public_id, *decisions],
        documents=[],
        status={"state": work.state},
        now=timezone.now(),
    )
    return attachment(bundle, f"{public_id}.proof.json", "application/json")
