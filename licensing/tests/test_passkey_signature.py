"""A grant that the creator's passkey has signed: over exactly this text, once, and to be checked by anybody."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

import verify_proof
from accounts.tests.passkeys import Passkey
from consent.models import Evidence
from licensing import proofs
from licensing.models import License, LicenseRequest
from licensing.tests import factories
from licensing.tests.sample_terms import terms as new_terms
from licensing.tests.test_brand_pages import signed_in
from licensing.tests.test_proofs import key, leaves, refused, signed_again, with_other
from licensing.tests.test_signing_page import hidden, sign_url
from submissions.tests.factories import submission as new_submission
from trail import canonical
from trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> LicenseRequest:
    return factories.request()


@pytest.fixture
def passkey(asked: LicenseRequest) -> Passkey:
    return Passkey(asked.submission.creator.user)


@pytest.fixture
def client(asked: LicenseRequest) -> Client:
    return signed_in(asked.submission.creator.user)


def options(page: str) -> Any:
    return json.loads(page.split('id="sign-options" type="application/json">')[1].split("</script>")[0])["publicKey"]


def posted(page: str, passkey: Passkey) -> dict[str, str]:
    credential = json.dumps(passkey.answer(options(page)["challenge"]))
    return hidden(page) | {"agreed": "on", "credential": credential}


def opened(client: Client, asked: LicenseRequest) -> str:
    response = client.get(sign_url(asked))
    assert response.status_code == 200
    return response.content.decode()


def test_passkey_signs_without_signing_in_again(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    page = opened(client, asked)

    response = client.post(sign_url(asked), posted(page, passkey))

    license = License.objects.get()
    assert response["Location"] == f"/studio/licenses/{license.public_id}/granted/"
    evidence = license.evidence
    assert (evidence.method, evidence.detail) == (Evidence.Method.PASSKEY_SIGNATURE, "webauthn")
    signed = json.loads(evidence.signature)
    assert signed["statement"] | {"nonce": ""} == {
        "act": "license.grant",
        "request": asked.public_id,
        "offer": asked.current_offer.public_id,
        "terms_hash": license.terms_hash,
        "evidence_hash": evidence.text_hash,
        "language": "en",
        "work": license.submission.public_id,
        "file_sha256": license.media_file.sha256,
        "licensor": license.licensor.public_id,
        "licensee": license.licensee.public_id,
        "nonce": "",
    }
    challenge = hashlib.sha256(canonical.encode(signed["statement"])).digest()
    assert verify_proof.unpadded(options(page)["challenge"]) == challenge
    facts = Entry.objects.get(kind="license.granted").facts
    assert (facts["method"], len(facts["passkey_sha256"])) == ("passkey_signature", 64)
    assert factories.rows_match()


def test_bundle_shows_that_the_device_has_signed(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    client.post(sign_url(asked), posted(opened(client, asked), passkey))
    factories.follow()
    license = License.objects.get()

    data = proofs.bundle(license, timezone.now())

    assert "Signed by a passkey, on a device of the person who granted it." in verify_proof.check(data, [key()])
    page = client.get(f"/studio/licenses/{license.public_id}/").content.decode()
    assert "Your passkey, which signed the text itself" in page


def test_every_field_of_the_signature_counts(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    """Also for who has the key of the log, and signs the bundle again."""
    client.post(sign_url(asked), posted(opened(client, asked), passkey))
    factories.follow()
    content = json.loads(proofs.bundle(License.objects.get(), timezone.now()))["bundle"]
    places = list(leaves(content["evidence"]))
    assert len(places) == 16

    held = []
    for place in places:
        for other in ("", "AAAA", "other"):
            changed = with_other(content, ("evidence", *place), other)
            if not refused(signed_again(changed)):
                held.append((place, other))
    assert held == []
    assert refused(signed_again(content | {"evidence": {}}))
    assert not refused(signed_again(content))


def nothing_was_signed(asked: LicenseRequest) -> bool:
    return not License.objects.exists() and not Entry.objects.filter(kind="license.granted").exists()


def test_signature_counts_once(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    answer = posted(opened(client, asked), passkey)
    client.session.flush()
    client = signed_in(asked.submission.creator.user)

    response = client.post(sign_url(asked), answer)

    assert response["Location"] == sign_url(asked)
    assert nothing_was_signed(asked)


def test_signature_for_one_request_signs_no_other(passkey: Passkey, asked: LicenseRequest, client: Client) -> None:
    other = factories.request(
        submission=new_submission(creator=asked.submission.creator), terms=new_terms(paid_use=True)
    )
    answer = posted(opened(client, asked), passkey)

    client.post(sign_url(other), answer | hidden(opened(client, other)))

    assert nothing_was_signed(other)


def test_passkey_of_somebody_else_signs_nothing(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    stolen = Passkey(factories.owner(asked.brand))
    client.post(sign_url(asked), posted(opened(client, asked), stolen))
    assert nothing_was_signed(asked)


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", "x", '{"id": 1}', '{"id": "AAAA", "response": {}}'])
def test_credential_that_is_none_signs_nothing(
    asked: LicenseRequest, passkey: Passkey, client: Client, credential: str
) -> None:
    answer = posted(opened(client, asked), passkey)
    response = client.post(sign_url(asked), answer | {"credential": credential})
    assert response["Location"] == sign_url(asked)
    assert nothing_was_signed(asked)


def test_text_that_moved_is_refused_with_409(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    answer = posted(opened(client, asked), passkey)
    response = client.post(sign_url(asked), answer | {"text_hash": "0" * 64})
    assert response.status_code == 409
    assert nothing_was_signed(asked)


def test_new_passkey_signs_nothing_and_is_not_offered(asked: LicenseRequest, passkey: Passkey, client: Client) -> None:
    answer = posted(opened(client, asked), passkey)
    Authenticator.objects.update(created_at=timezone.now() - timedelta(hours=23))

    client.post(sign_url(asked), answer)

    assert nothing_was_signed(asked)
    assert client.get(sign_url(asked)).status_code != 200


def test_page_without_a_passkey_offers_none(asked: LicenseRequest, client: Client) -> None:
    assert "/accounts/reauthenticate/" in client.get(sign_url(asked))["Location"]


def test_form_without_the_signature_asks_to_sign_in_again(
    asked: LicenseRequest, passkey: Passkey, client: Client
) -> None:
    """As a browser without JavaScript sends it."""
    response = client.post(sign_url(asked), hidden(opened(client, asked)) | {"agreed": "on"})
    assert "reauthenticate" in response["Location"]
    assert nothing_was_signed(asked)
