"""The certificate says the terms to the letter, read back from the PDF itself."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licensing import actions, certificate
from licensing.certificate import glyphs
from licensing.models import License
from licensing.terms.wording_en import ENGLISH
from licensing.tests import factories, pdf_text
from licensing.tests.sample_terms import stored, terms

pytestmark = pytest.mark.django_db

AWKWARD = "© Ærø Ærlig ® Straße™ 20 ° – “Øre”, ‘Å’ № ½ €5"
QUOTED: list[dict[str, Any]] = [
    {"attribution": {"required": True, "credit_line": AWKWARD}},
    {"compensation": {"kind": "product", "product": f'1 × {AWKWARD} * #set $x$ [a] \\ " `b` <c> @d ~e _f_'}},
    {"exclusivity": {"kind": "exclusive", "category": f"Coffee {AWKWARD}"}},
    {"sublicensing": {"agencies": [f"Büro {AWKWARD}", "office fluffy final"]}},
    {"attribution": {"required": True, "credit_line": "Foto:" + "WordWithoutAnySpace" * 5}},
]


def squeezed(text: str) -> str:
    """Without white space: a term may break over lines."""
    return re.sub(r"\s+", "", text)


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def shown(license: License, language: str = "en") -> str:
    return squeezed(pdf_text.text_of(certificate.render(license, language)))


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("changed", QUOTED, ids=lambda changed: "/".join(changed))
def test_certificate_shows_every_line_of_the_terms_to_the_letter(changed: dict[str, Any], language: str) -> None:
    license = factories.grant(factories.request(terms=stored(**changed)), language=language)
    text = shown(license, language)

    assert "[U+" not in text
    _, _, *sections, _ = license.evidence.text.split("\n\n")
    for line in "\n".join(sections).splitlines():
        assert squeezed(line.removeprefix("- ")) in text, line


@pytest.mark.parametrize("name", [AWKWARD, "A ♥ in Ålesund ☺ ★ →", "Ελληνικά Кириллица"])
def test_certificate_shows_names_to_the_letter(name: str) -> None:
    license = factories.license()
    license.licensor_name = license.licensee_name = license.work_title = name

    assert shown(license).count(squeezed(name)) >= 3


def test_certificate_leaves_no_character_out_that_has_no_glyph() -> None:
    license = factories.license(terms=terms(attribution={"required": True, "credit_line": "© Ada 🎨👩\u200d🎤 ltd"}))
    text = shown(license)

    assert squeezed("© Ada [U+1F3A8 U+1F469 U+200D U+1F3A4] ltd") in text
    assert squeezed("stand as their numbers in Unicode") in text
    assert "© Ada 🎨👩\u200d🎤 ltd" in pdf_text.attachments(certificate.render(license, "en"))[0].decode()


def test_certificate_says_nothing_of_numbers_where_there_are_none() -> None:
    assert squeezed("numbers in Unicode") not in shown(factories.license())


def test_certificate_carries_what_its_fingerprints_are_of() -> None:
    license = factories.license()
    pdf = certificate.render(license, "da")
    text = squeezed(pdf_text.text_of(pdf))

    signed, canonical = pdf_text.attachments(pdf)

    assert (signed.decode(), canonical.decode()) == (license.evidence.text, license.terms)
    for attached in (signed, canonical):
        assert hashlib.sha256(attached).hexdigest() in text


def test_certificate_says_who_they_and_you_are_and_where_to_ask_whether_it_counts() -> None:
    license = factories.license()
    text = shown(license)

    assert squeezed(f"Here, “they” means “{license.licensee_name}”. “You” means the creator of the work.") in text
    assert squeezed("Whether it is still in force, only the page behind the code tells") in text
    assert squeezed("ended early") not in text


def test_certificate_has_the_signed_lines_even_where_the_wording_moved_on() -> None:
    license = factories.license()
    license.evidence.text = license.evidence.text.replace("change its size and file format", "change its size only")

    assert squeezed("change its size only") in shown(license)


def test_certificate_in_another_language_says_the_terms_in_that_language() -> None:
    text = shown(factories.license(), "da")
    assert squeezed("Her betyder »de«") in text
    assert squeezed("De må ikke") in text


def test_certificate_after_revocation_says_until_when_it_counts() -> None:
    license = factories.license()
    at = license.granted_at + timedelta(days=1)
    license = actions.revoke(license=license, reason="No.", actor=license.licensor.user, now=at)

    assert squeezed(f"This license was ended early. It counts until {ENGLISH.moment(at)} and no longer.") in shown(
        license
    )


SYMBOLS = st.characters(categories=["So", "Sc", "Sm", "Po", "Pi", "Pf", "Lu", "Ll"], max_codepoint=0x1FAFF)


def test_certificate_shows_each_character_or_its_number() -> None:
    license = factories.license()

    @settings(max_examples=25)
    @given(st.text(SYMBOLS, max_size=20))
    def check(name: str) -> None:
        license.work_title = name
        text = shown(license)
        # A font may draw two characters alike that Unicode calls the same, such as the signs for ohm and omega.
        assert [c for c in squeezed(name) if folded(c) not in folded(text) and f"U+{ord(c):04X}" not in text] == []

    check()


class Refusal(Exception):
    def __init__(self, diagnostic: str) -> None:
        self.diagnostic = diagnostic


def test_missing_glyphs_are_read_from_what_typst_says() -> None:
    said = "".join(
        f'the text `"{text}"` could not be displayed with font `"X"`\n' for text in ("日", r"\u{200d}", r"\"\\")
    )

    assert glyphs.missing(Refusal(said)) == {"日", "\u200d", '"', "\\"}  # type: ignore[arg-type]
    with pytest.raises(Refusal):
        glyphs.missing(Refusal("unknown variable: data"))  # type: ignore[arg-type]
