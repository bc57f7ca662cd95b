"""A license keeps the names of its parties and the title of its work, whatever they are called later."""

from __future__ import annotations

import json
import re

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from brands.models import Brand
from consent.models import Evidence
from creators.models import Creator
from licensing import shown, stamping
from licensing.certificate.content import content
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_brand_pages import signed_in
from licensing.tests.test_granting import tamper
from submissions.models import Submission
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db

EARLIER = ("Maja of before", "Nordlys of before", "Boats of before")
LATER = ("Maja of later", "Nordlys of later", "Boats of later")


def call(license: License, names: tuple[str, str, str]) -> None:
    creator, brand, work = names
    Creator.objects.filter(pk=license.licensor_id).update(name=creator)
    Brand.objects.filter(pk=license.licensee_id).update(name=brand)
    Submission.objects.filter(pk=license.submission_id).update(title=work)


def renamed() -> License:
    """Granted under the earlier names; everybody has others by now."""
    asked = factories.request(terms=terms(attribution={"required": False}))
    Creator.objects.filter(pk=asked.submission.creator_id).update(name=EARLIER[0])
    Brand.objects.filter(pk=asked.brand_id).update(name=EARLIER[1])
    Submission.objects.filter(pk=asked.submission_id).update(title=EARLIER[2])
    license = factories.grant(asked)
    call(license, LATER)
    return License.objects.with_parties().get(pk=license.pk)


def pages(license: License) -> dict[str, str]:
    brand, creator = signed_in(factories.owner(license.licensee)), signed_in(license.licensor.user)
    addresses = {
        f"/b/{license.licensee.slug}/licenses/": brand,
        f"/b/{license.licensee.slug}/licenses/{license.public_id}/": brand,
        "/studio/licenses/": creator,
        f"/studio/licenses/{license.public_id}/": creator,
        f"/studio/licenses/{license.public_id}/revoke/": creator,
        f"/studio/licenses/{license.public_id}/granted/": creator,
        f"/verify/{license.number}/": Client(),
    }
    eyebrow = f'<p class="eyebrow">{license.licensee.name}</p>'
    texts = {}
    for address, client in addresses.items():
        # Without the frame, which is headed by what the brand is called now.
        text = client.get(address).content.decode().split("</main>", 1)[0]
        texts[address] = re.split('<main |workspace__main page">', text)[-1].replace(eyebrow, "")
    return texts


def test_grant_fixes_the_names_and_records_them() -> None:
    license = renamed()

    assert (license.licensor_name, license.licensee_name, license.work_title) == EARLIER
    entry = Entry.objects.get(kind="license.granted")
    sealed = {value.name: json.loads(value.value or "") for value in SealedValue.objects.filter(entry=entry)}
    assert sealed == {"licensor_name": EARLIER[0], "work_title": EARLIER[2]}
    assert entry.facts["licensee_name"] == EARLIER[1]
    assert EARLIER[0] not in entry.body
    assert EARLIER[2] not in entry.body
    assert factories.rows_match()


def test_names_in_a_license_are_one_line_as_in_the_text_that_was_signed() -> None:
    asked = factories.request()
    Submission.objects.filter(pk=asked.submission_id).update(title="Boats\n at\u202e dawn")

    license = factories.grant(asked)

    assert license.work_title == "Boats at dawn"
    assert f"“{license.work_title}”" in license.evidence.text


def test_every_page_of_a_license_shows_the_names_of_the_grant() -> None:
    license = renamed()
    texts = pages(license)

    for address, text in texts.items():
        assert EARLIER[2] in text, address
        assert [name for name in LATER if name in text] == [], address
    assert EARLIER[1] in texts[f"/verify/{license.number}/"]
    assert EARLIER[0] not in texts[f"/verify/{license.number}/"]


@pytest.mark.parametrize("language", ["en", "da"])
def test_certificate_and_file_name_the_parties_of_the_grant(language: str) -> None:
    license = renamed()
    rights = stamping.rights_of(license)
    certificate = json.dumps(content(license, language), ensure_ascii=False)

    assert all(name in certificate for name in EARLIER)
    assert not any(name in certificate for name in LATER)
    assert (rights.creator, rights.licensor_name, rights.credit_line) == (EARLIER[0],) * 3
    assert rights.copyright_notice == f"© {EARLIER[0]}"
    assert EARLIER[1] in rights.usage_terms
    assert not any(name in str(rights) for name in LATER)


@pytest.mark.parametrize("column", ["licensor_name", "licensee_name", "work_title"])
def test_name_in_a_license_cannot_be_changed(column: str) -> None:
    license = renamed()

    with pytest.raises(DatabaseError), transaction.atomic():
        License.objects.filter(pk=license.pk).update(**{column: "Another"})

    license.refresh_from_db()
    assert (license.licensor_name, license.licensee_name, license.work_title) == EARLIER


@pytest.mark.parametrize("column", ["licensor_name", "licensee_name", "work_title"])
def test_verify_names_a_license_whose_name_was_tampered_with(column: str) -> None:
    renamed()
    assert factories.rows_match()

    with transaction.atomic():
        tamper(f"UPDATE licensing_license SET {column} = 'Another'", "licensing_license_no_update")

        assert not factories.rows_match()
        transaction.set_rollback(True)


def erase_licensor_name(license: License) -> None:
    """What erasure will do with a license that is over; nothing else does."""
    License.objects.filter(pk=license.pk).update(licensor_name=None)
    SealedValue.objects.filter(person=license.licensor.user.public_id, name="licensor_name").update(
        value=None, salt=None, erased_at=timezone.now()
    )


def test_name_of_the_licensor_can_be_erased_and_never_comes_back() -> None:
    license = renamed()
    assert EARLIER[0] in pages(license)[f"/studio/licenses/{license.public_id}/"]

    erase_licensor_name(license)

    with pytest.raises(DatabaseError), transaction.atomic():
        License.objects.filter(pk=license.pk).update(licensor_name=EARLIER[0])
    license = License.objects.with_parties().get(pk=license.pk)
    assert license.licensor_name is None
    assert "Name erased" in pages(license)[f"/b/{license.licensee.slug}/licenses/{license.public_id}/"]
    assert not any(EARLIER[0] in text for text in pages(license).values())
    assert EARLIER[0] not in json.dumps(content(license, "en"))
    assert (stamping.rights_of(license).creator, stamping.rights_of(license).copyright_notice) == ("", "")
    assert factories.rows_match()


def test_page_of_the_creator_shows_the_deed_that_was_signed() -> None:
    license = factories.license()
    signed = license.evidence.text
    assert "- put text on it" not in signed

    with transaction.atomic():
        # As if the wording had been another one on the day of the signature.
        other = signed.replace("- change its size and file format\n", "- turn it upside down\n")
        assert other != signed
        tamper("UPDATE consent_evidence SET act = 'license.grant'", "consent_evidence_no_update")
        Evidence.objects.filter(pk=license.evidence_id).update(text=other)
        text = pages(license)[f"/studio/licenses/{license.public_id}/"]
        transaction.set_rollback(True)

    card = text.split('<article class="scope-card">')[1].split("</article>")[0]
    assert "<li>turn it upside down</li>" in card
    assert "change its size" not in card


def test_signed_text_that_has_no_sections_is_shown_as_it_is() -> None:
    license = factories.license()

    assert shown.signed(license.evidence) is not None
    for text in ("", "They may do all.", license.evidence.text.replace("They may\n", "Allowed\n")):
        assert shown.signed(Evidence(text=text, language="en")) is None
