"""What a certificate says beside the terms: who, what, from when, how it was granted, and where to ask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import segno
from django.test import override_settings

from licensing import certificate
from licensing.models import License
from licensing.tests import factories, pdf_squares, pdf_text
from licensing.tests.sample_terms import terms
from licensing.tests.test_certificate import shown, squeezed

pytestmark = pytest.mark.django_db

GRANTED = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def english(license: License) -> list[tuple[str, str]]:
    return [
        ("Work", f"Harbor at dawn ({license.submission.public_id})"),
        ("Licensor", f"{license.licensor_name} ({license.licensor.public_id})"),
        ("Licensee", license.request.brand.name),
        ("In force from", "1 March 2026, 12:30 UTC"),
        ("Until", "1 March 2027, 12:30 UTC"),
        ("Credit line", "Photo: Maja Holm"),
        ("Granted", "1 March 2026, 12:30 UTC"),
        ("Proven by", "Reauthentication (password)"),
        ("Text that was read", "terms-3, en"),
        ("SHA-256 of that text", license.evidence.text_hash),
        ("SHA-256 of the terms", license.terms_hash),
        ("SHA-256 of the original file", license.media_file.sha256),
    ]


def danish(license: License) -> list[tuple[str, str]]:
    return [
        ("Værk", f"Harbor at dawn ({license.submission.public_id})"),
        ("Licensgiver", f"{license.licensor_name} ({license.licensor.public_id})"),
        ("Licenstager", license.request.brand.name),
        ("Gyldig fra", "1. marts 2026 kl. 12.30 UTC"),
        ("Til", "1. marts 2027 kl. 12.30 UTC"),
        ("Kreditering", "Photo: Maja Holm"),
        ("Givet", "1. marts 2026 kl. 12.30 UTC"),
        ("SHA-256 af originalfilen", license.media_file.sha256),
    ]


@pytest.mark.parametrize(("language", "facts"), [("en", english), ("da", danish)])
def test_certificate_says_each_fact_beside_its_label(language, facts) -> None:
    license = factories.license(now=GRANTED)

    text = shown(license, language)

    assert [label for label, value in facts(license) if squeezed(label + value) not in text] == []
    assert squeezed(license.number) in text


def test_certificate_without_end_or_credit_says_so() -> None:
    license = factories.license(
        now=GRANTED, terms=terms(term={"kind": "perpetual"}, attribution={"required": False, "credit_line": ""})
    )

    text = shown(license)

    assert squeezed("Until" + "no end date") in text
    assert squeezed("Credit line") not in text


@override_settings(SITE_URL="https://works.example")
def test_certificate_leads_to_the_page_of_its_own_license() -> None:
    license, other = factories.license(), factories.license()
    address = f"https://works.example/verify/{license.number}/"

    pdf = certificate.render(license, "en")

    drawn = pdf_squares.matrix_of(pdf)
    assert drawn == squares(address)
    assert drawn != squares(f"https://works.example/verify/{other.number}/")
    assert drawn != pdf_squares.matrix_of(certificate.render(other, "en"))
    assert f"/Alt(QR code with the address {address})".encode() in pdf_text.page_contents(pdf)[0]


def squares(address: str) -> pdf_squares.Matrix:
    return [[bool(square) for square in row] for row in segno.make(address, error="m", micro=False).matrix]
