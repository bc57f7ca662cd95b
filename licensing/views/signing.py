"""Signing: the exact text, and one act on exactly that text.

With a passkey that is not new the act is its signature over the text. Otherwise the person signs in again first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import passkeys, reauthentication
from accounts.access import user_of
from accounts.passkeys import Signed
from accounts.reauthentication import Proof
from core.errors import Conflict, NotAllowed
from creators import access
from licensing import actions, credits, policies, shown, signing
from licensing.forms import SignForm
from licensing.models import LicenseRequest
from licensing.terms.wording import Wording, wording_hash
from licensing.views import creators
from submissions import pictures

NONCE = "licensing.nonce"


@access.creator_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, request_id: str) -> HttpResponse:
    """Granting is a POST of this page, by signature or after signing in again."""
    asked = creators.asked_of(request, request_id)
    now = timezone.now()
    if request.method != "POST" and hasattr(asked, "license"):
        return redirect("studio_license", asked.license.public_id)
    if request.method == "POST" and "credential" in request.POST:
        return _grant(request, asked, None, now)
    by_passkey = "again" not in request.GET and passkeys.has_one_that_may_sign(user_of(request), now)
    if request.method != "POST" and by_passkey:
        policies.check_is_open(asked, now)
        return _sign_page(request, asked, None, now)
    proof = _proof(request, asked, now)
    if proof is None or proof.is_new(now):
        policies.check_way_is_not_new(reauthentication.all_new_until(request, now=now), now)
    if request.method == "POST":
        return _grant(request, asked, proof, now)
    policies.check_is_open(asked, now)
    if proof is None or proof.is_new(now):
        return reauthentication.ask(request, f"{request.path}?again", purpose=_purpose(asked), now=now)
    return _sign_page(request, asked, None, now, proof=proof)


@access.creator_required
@require_safe
def granted(request: HttpRequest, license_id: str) -> HttpResponse:
    license = creators.license_of(request, license_id)
    context = {
        "license": license,
        "terms": license.parsed_terms,
        "fee": shown.fee(license.parsed_terms),
        "starts_later": license.starts_at > license.granted_at,
        "verify_url": credits.verify_address(license),
    }
    return render(request, "licensing/studio_granted.html", context)


def _proof(request: HttpRequest, asked: LicenseRequest, now: datetime) -> Proof | None:
    """A sign-in made for this signature, and not long ago."""
    since = max(now - policies.PROOF_LASTS, asked.current_offer.made_at)
    return reauthentication.proof(request, purpose=_purpose(asked), since=since, now=now)


def _purpose(asked: LicenseRequest) -> str:
    """One request and exactly this offer: a sign-in for it signs nothing else."""
    return f"{asked.public_id} {asked.current_offer.terms_hash}"


def _worded(asked: LicenseRequest) -> Wording:
    return shown.to_sign(asked, asked.current_offer, get_language() or "en")


def _statement(asked: LicenseRequest, nonce: str) -> signing.Statement:
    return signing.statement(asked, policies.licensed_file(asked.submission), _worded(asked), nonce)


def _sign_page(
    request: HttpRequest,
    asked: LicenseRequest,
    form: SignForm | None,
    now: datetime,
    *,
    proof: Proof | None = None,
    status: int = 200,
) -> HttpResponse:
    worded = _worded(asked)
    if form is None:
        form = SignForm(initial={"offer_hash": asked.current_offer.terms_hash, "text_hash": worded.hash})
    context: dict[str, Any] = {
        "asked": asked,
        "worded": worded,
        "picture": pictures.of(asked.submission),
        "form": form,
        "revocation": asked.current_offer.parsed_terms.revocation,
        "passkey_options": None,
    }
    if proof is None:
        request.session[NONCE] = signing.new_nonce()
        statement = _statement(asked, request.session[NONCE])
        context["passkey_options"] = passkeys.options(user_of(request), statement, now)
    return render(request, "licensing/studio_sign.html", context, status=status)


def _grant(request: HttpRequest, asked: LicenseRequest, proof: Proof | None, now: datetime) -> HttpResponse:
    form = SignForm(request.POST)
    if not form.is_valid():
        return _sign_page(request, asked, form, now, proof=proof, status=422)
    # The text that stood on the page is known by its hash; the action compares the text itself, under lock.
    worded = _worded(asked)
    shown_text = worded.text if form.cleaned_data["text_hash"] == wording_hash(worded.text) else ""
    try:
        license = actions.grant(
            request=asked,
            offer_hash=form.cleaned_data["offer_hash"],
            shown_text=shown_text,
            language=get_language() or "en",
            proof=_signed(request, asked, now) if shown_text and "credential" in request.POST else proof,
            actor=access.current(request).user,
            now=now,
        )
    except NotAllowed as refused:
        if refused.code not in ("reauthentication_required", "passkey_refused"):
            raise
        messages.info(request, str(refused.message))
        if refused.code == "passkey_refused":
            return redirect(request.path)
        return reauthentication.ask(request, f"{request.path}?again", purpose=_purpose(asked), now=now)
    except Conflict as conflict:
        context = {"error": conflict, "asked": asked, "moved": conflict.code in ("offer_moved", "wording_moved")}
        return render(request, "licensing/studio_conflict.html", context, status=conflict.status)
    reauthentication.use_up(request)
    return redirect(reverse("studio_granted", args=[license.public_id]))


def _signed(request: HttpRequest, asked: LicenseRequest, now: datetime) -> Signed:
    """The nonce of the page is used up by that, whatever comes of it."""
    nonce = request.session.pop(NONCE, "")
    return passkeys.check(user_of(request), request.POST["credential"], _statement(asked, nonce), now)
