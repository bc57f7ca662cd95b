"""The grant: the licensor's own act on exactly the terms that were shown, with its evidence."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.passkeys import Signed
from accounts.reauthentication import Proof
from consent import actions as consent_actions
from consent.models import Evidence
from core.errors import Conflict
from core.text import line
from licensing import exclusivity, facts, numbers, policies, shown, signing
from licensing.actions import moving
from licensing.models import License, LicenseRequest, Offer
from licensing.states import RequestState
from licensing.terms.wording import Wording
from trail import recording


@transaction.atomic
def grant(
    *,
    request: LicenseRequest,
    offer_hash: str,
    shown_text: str,
    language: str,
    proof: Proof | Signed | None,
    actor: User,
    now: datetime,
) -> License:
    """The creator grants what was asked for. The license is in force from the start that its terms name.

    `offer_hash` names the offer and `shown_text` is the text that the creator read, in `language`; both must be what
    this request says at this moment. Granting the same offer twice is one license. `proof` is that they signed in
    again, or the signature of their passkey over all of that.

    Raises:
        NotAllowed: not the creator, or not signed in again since the offer (`reauthentication_required`), or the
            passkey signed something else (`passkey_refused`).
        Conflict: the offer or its wording has moved, the request is no longer open, the work cannot be licensed any
            more, or it would overlap an exclusive license.
    """
    work = moving.lock_submission(request.submission_id)
    request = moving.lock_request(request.pk)
    policies.check_can_answer(request, actor)
    offer = request.current_offer
    if request.state == RequestState.GRANTED and offer.terms_hash == offer_hash:
        return request.license
    policies.check_is_open(request, now)
    policies.check_offer_unchanged(offer, offer_hash)
    worded = _check_wording(request, offer, shown_text, language)
    policies.check_can_be_licensed(work)
    file = policies.licensed_file(work)
    if isinstance(proof, Signed):
        policies.check_signed(proof, signing.statement(request, file, worded, proof.statement.get("nonce", "")))
    else:
        proof = policies.check_proof(proof, offer=offer, now=now)
    starts_at, ends_at = offer.parsed_terms.term.period(now)
    exclusivity.check_no_overlap(request, offer.parsed_terms, starts_at, ends_at, now=now)
    evidence = consent_actions.keep_evidence(
        person=actor,
        act="license.grant",
        **_proven(proof),
        text=shown_text,
        language=worded.locale,
        text_version=worded.version,
        now=now,
    )
    license = License.objects.create(
        number=_free_number(now),
        request=request,
        offer=offer,
        submission=work,
        licensor=work.creator,
        licensee=request.brand,
        media_file=file,
        evidence=evidence,
        licensor_name=line(work.creator.name),
        licensee_name=line(request.brand.name),
        work_title=line(request.submission.title),
        terms=offer.terms,
        terms_hash=offer.terms_hash,
        starts_at=starts_at,
        ends_at=ends_at,
        notice=offer.parsed_terms.revocation.notice,
        granted_at=now,
        granted_by=actor,
    )
    event = moving.set_request_state(request, "grant", answered_at=now, answered_by=actor)
    recording.record(
        event,
        actor=actor.public_id,
        at=now,
        subject=license.public_id,
        topic=work.public_id,
        facts=facts.granted(license),
        sealed=moving.typed("licensor_name", license.licensor_name or "", actor)
        | moving.typed("work_title", license.work_title, actor),
    )
    return license


def _proven(proof: Proof | Signed) -> dict[str, str]:
    if isinstance(proof, Signed):
        return {"method": Evidence.Method.PASSKEY_SIGNATURE, "detail": "webauthn", "signature": proof.as_text()}
    return {"method": Evidence.Method.REAUTHENTICATION, "detail": proof.method}


def _check_wording(request: LicenseRequest, offer: Offer, shown_text: str, language: str) -> Wording:
    worded = shown.to_sign(request, offer, language)
    if shown_text != worded.text:
        raise Conflict(
            _("The text has changed since you opened the page. Nothing was signed. Please read it again."),
            code="wording_moved",
        )
    return worded


def _free_number(now: datetime) -> str:
    number = numbers.new_number(now)
    return number if not License.objects.filter(number=number).exists() else _free_number(now)
