"""What stands on the page is what is kept as evidence: to the letter, in that language, from that version."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.test import Client

from accounts.tests.factories import PASSWORD
from accounts.tests.passkeys import Passkey
from consent.models import Evidence
from core.tests.page_text import lines, lines_of
from licensing.models import License, LicenseRequest
from licensing.tests import factories
from licensing.tests.sample_terms import stored
from licensing.tests.test_brand_pages import signed_in
from trail.models import Entry

pytestmark = pytest.mark.django_db

RICH: dict[str, Any] = {
    "channels": ["website", "paid_social", "print"],
    "paid_use": True,
    "edits": ["crop", "caption"],
    "exclusivity": {"kind": "exclusive", "category": "Shoes & <boots>"},
    "sublicensing": {"agencies": ["Büro “Ø”", "B & W"]},
    "ai": {"generative_training": True},
    "attribution": {"credit_line": "© Ada <b>Holm</b> & co", "link": "https://maja.example/work"},
    "compensation": {"kind": "flat_fee_and_product", "amount_minor": 150000, "currency": "DKK", "product": "a 'boat'"},
    "revocation": {"allowed": True, "notice_days": 14},
    "excluded_contexts": ["politics"],
}


def sign_url(asked: LicenseRequest) -> str:
    return f"/studio/requests/{asked.public_id}/sign/"


def opened(client: Client, asked: LicenseRequest) -> str:
    client.get(sign_url(asked))
    client.post(f"/accounts/reauthenticate/?next={sign_url(asked)}", {"password": PASSWORD})
    return client.get(sign_url(asked)).content.decode()


def hidden(page: str) -> dict[str, str]:
    return {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("offer_hash", "text_hash")}


def said(evidence: Evidence) -> list[str]:
    """The lines of the kept text as a page has them: the marks of a list are drawn, not written."""
    return [line.removeprefix("- ") for line in lines(evidence.text)]


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("changed", [{}, RICH, {"revocation": {"allowed": False}}], ids=["plain", "rich", "final"])
def test_signing_keeps_exactly_the_text_that_stood_on_the_page(changed: dict[str, Any], language: str) -> None:
    asked = factories.request(terms=stored(**changed))
    client = signed_in(asked.submission.creator.user)
    client.cookies["django_language"] = language

    page = opened(client, asked)
    client.post(sign_url(asked), hidden(page) | {"agreed": "on"})

    evidence = License.objects.get().evidence
    assert lines_of(page, "legal-sheet") == said(evidence)
    assert len(said(evidence)) > 20
    assert f'<article class="legal-sheet" lang="{language}"' in page
    assert (evidence.language, evidence.text_version, evidence.act) == (language, "terms-3", "license.grant")
    assert evidence.text_hash == hashlib.sha256(evidence.text.encode()).hexdigest() == hidden(page)["text_hash"]
    assert Entry.objects.get(kind="license.granted").facts["evidence_hash"] == evidence.text_hash


def test_page_of_a_text_without_its_terms_reads_otherwise() -> None:
    """The comparison above has to see a page that leaves lines out, or hides them."""
    page = '<article class="legal-sheet"><h2>Title</h2><ul><li>One &amp;\n two</li><li>Three</li></ul></article>'

    assert lines_of(page, "legal-sheet") == ["Title", "One & two", "Three"]
    assert lines_of(page.replace("<li>Three</li>", ""), "legal-sheet") == ["Title", "One & two"]
    assert lines_of(page.replace("<li>One", "<li hidden>One"), "legal-sheet") == ["Title"]


def test_signing_in_again_with_a_passkey_says_so_in_the_evidence() -> None:
    asked = factories.request()
    user = asked.submission.creator.user
    passkey = Passkey(user)
    client = signed_in(user)
    again = f"{sign_url(asked)}?again"

    assert "/accounts/2fa/webauthn/reauthenticate/" in client.get(again)["Location"]
    assert passkey.prove(client, again) == again
    page = client.get(again).content.decode()
    client.post(sign_url(asked), hidden(page) | {"agreed": "on"})

    evidence = License.objects.get().evidence
    assert (evidence.method, evidence.detail) == ("reauthentication", "webauthn")
    assert lines_of(page, "legal-sheet") == said(evidence)
    assert factories.rows_match()


def test_signing_with_the_passkey_of_somebody_else_is_refused() -> None:
    asked = factories.request()
    user = asked.submission.creator.user
    Passkey(user)
    stolen = Passkey(factories.owner(asked.brand))
    client = signed_in(user)
    again = f"{sign_url(asked)}?again"
    client.get(again)

    assert stolen.prove(client, again) != again

    assert "/accounts/2fa/webauthn/reauthenticate/" in client.get(again)["Location"]
    assert not License.objects.exists()
