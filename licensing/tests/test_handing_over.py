from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from PIL import Image

from accounts.models import User
from brands.models import Role
from brands.tests.factories import brand as new_brand
from brands.tests.factories import member
from licensing import actions, certificate, verification
from licensing.models import Delivery, License
from licensing.tests import factories
from trail.models import Entry

pytestmark = pytest.mark.django_db


@cache
def photo() -> bytes:
    """A JPEG that knows where it was taken."""
    image = Image.effect_noise((320, 240), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0110] = "Secret Camera 9000"
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 34.0)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif, quality=90)
    return buffer.getvalue()


@pytest.fixture
def license() -> License:
    made = factories.license(now=timezone.now() - timedelta(days=1))
    key = made.media_file.storage_key
    default_storage.delete(key)
    default_storage.save(key, ContentFile(photo()))
    return made


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def owner(license: License) -> User:
    return factories.owner(license.licensee)


def test_deliver_sends_the_picture_with_credit_and_without_place(license: License) -> None:
    response = signed_in(owner(license)).post(f"/licenses/{license.public_id}/file/")

    content = body(response)
    original = photo()
    assert b"Secret Camera" in original
    assert b"Secret Camera" not in content
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825) == {}
    assert license.number.encode() in content
    assert b"Photo: Maja Holm" in content
    assert f"/verify/{license.number}/".encode() in content
    assert Image.open(io.BytesIO(content)).tobytes() == Image.open(io.BytesIO(original)).tobytes()
    assert response["Content-Disposition"] == f'attachment; filename="{license.number}.jpg"'
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/jpeg", "private, no-store")


def test_deliver_records_the_exact_bytes(license: License) -> None:
    response = signed_in(owner(license)).post(f"/licenses/{license.public_id}/file/")
    content = body(response)

    delivery = Delivery.objects.get()
    assert (delivery.sha256, delivery.byte_size) == (hashlib.sha256(content).hexdigest(), len(content))
    entry = Entry.objects.get(kind="license.delivered")
    assert (entry.subject, entry.facts["sha256"]) == (license.public_id, delivery.sha256)
    assert list(verification.licenses_match_entries()) == []


def test_deliver_after_revocation_is_refused_and_records_nothing(license: License) -> None:
    actions.revoke(license=license, reason="", actor=license.licensor.user, now=timezone.now())

    response = signed_in(owner(license)).post(f"/licenses/{license.public_id}/file/")

    assert response.status_code == 409
    assert Delivery.objects.count() == 0
    assert not Entry.objects.filter(kind="license.delivered").exists()


@pytest.mark.parametrize(
    ("who", "expected"),
    [("licensor", 403), ("viewer", 403), ("editor", 200), ("other_brand", 404), ("stranger", 404), ("visitor", 302)],
)
def test_deliver_only_to_owners_and_editors_of_the_licensee(license: License, who: str, expected: int) -> None:
    client = Client() if who == "visitor" else signed_in(person(license, who))
    response = client.post(f"/licenses/{license.public_id}/file/")
    assert response.status_code == expected
    assert Delivery.objects.count() == (expected == 200)


def person(license: License, who: str) -> User:
    if who == "licensor":
        return license.licensor.user
    if who == "other_brand":
        return factories.owner(new_brand())
    if who == "stranger":
        return User.objects.create_user("stranger@example.com")
    return member(license.licensee, Role(who)).user


def test_deliver_by_get_is_refused(license: License) -> None:
    assert signed_in(owner(license)).get(f"/licenses/{license.public_id}/file/").status_code == 405
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize("language", ["en", "da"])
def test_certificate_is_a_tagged_pdf_and_the_same_each_time(license: License, language: str) -> None:
    first, second = certificate.render(license, language), certificate.render(license, language)
    assert first == second
    assert first.startswith(b"%PDF-")
    assert b"pdfuaid" in first


@pytest.mark.parametrize("title", ["日本語の器", 'Mug 🎨 *bold* #set $x$ [a] \\ "', "عربى"])
def test_certificate_survives_any_title(license: License, title: str) -> None:
    license.work_title = title
    assert certificate.render(license, "en").startswith(b"%PDF-")


@pytest.mark.parametrize(("who", "expected"), [("licensor", 200), ("viewer", 200), ("other_brand", 404)])
def test_certificate_is_for_the_parties(license: License, who: str, expected: int) -> None:
    response = signed_in(person(license, who)).get(f"/licenses/{license.public_id}/certificate.pdf")
    assert response.status_code == expected
