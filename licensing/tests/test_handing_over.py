from __future__ import annotations

import hashlib
import io
from contextlib import ExitStack
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
from core import slots
from core.errors import TooMany
from licensing import actions, certificate, policies, stamping, verification
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


def gone(license: License) -> None:
    default_storage.delete(license.media_file.storage_key)


def broken(license: License) -> None:
    gone(license)
    default_storage.save(license.media_file.storage_key, ContentFile(photo()[:200] + b"broken" * 40))


def cage_without_python(license: License, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")


def disk_full(license: License, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("fault", [gone, broken, cage_without_python, disk_full], ids=lambda fault: fault.__name__)
def test_deliver_of_a_file_that_cannot_be_made_is_told_and_records_nothing(
    license: License, fault: Any, language: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(owner(license))
    client.cookies["django_language"] = language
    before = Entry.objects.count()
    fault(*[license, monkeypatch][: fault.__code__.co_argcount])

    response = client.post(f"/licenses/{license.public_id}/file/")

    assert response.status_code == 503
    told = {"en": "The file could not be prepared.", "da": "Filen kunne ikke gøres klar."}
    assert told[language] in response.content.decode()
    assert (Delivery.objects.count(), Entry.objects.count()) == (0, before)
    assert license.number in caplog.text
    monkeypatch.undo()
    default_storage.delete(license.media_file.storage_key)
    default_storage.save(license.media_file.storage_key, ContentFile(photo()))
    assert client.post(f"/licenses/{license.public_id}/file/").status_code == 200


@pytest.mark.parametrize("name", ["stamping", "stamping/brand"])
def test_deliver_while_all_places_are_taken_is_refused(
    license: License, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamping, "WAIT", timedelta(0))
    name = name.replace("brand", license.licensee.public_id)
    client, address = signed_in(owner(license)), f"/licenses/{license.public_id}/file/"
    with ExitStack() as taken:
        while taken.enter_context(slots.held(name, limit=1 if "/" in name else 2, lease=stamping.LEASE)):
            pass

        refused = client.post(address)

    assert refused.status_code == 503
    assert "Try again in a moment." in refused.content.decode()
    assert (Delivery.objects.count(), Entry.objects.filter(kind="license.delivered").count()) == (0, 0)
    assert client.post(address).status_code == 200


def test_deliver_more_often_than_anybody_needs_is_refused_for_that_brand(
    license: License, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "DELIVERIES_AN_HOUR", 3)
    now = timezone.now()
    for minutes in (70, 50, 30, 10):
        factories.delivery(license, now=now - timedelta(minutes=minutes))
    other = factories.license(now=now - timedelta(days=1))
    before = (Delivery.objects.count(), Entry.objects.count())

    response = signed_in(owner(license)).post(f"/licenses/{license.public_id}/file/")

    assert response.status_code == 429
    assert "within an hour" in response.content.decode()
    with pytest.raises(TooMany):
        factories.delivery(license, now=now)
    assert (Delivery.objects.count(), Entry.objects.count()) == before
    factories.delivery(other, now=now)
    factories.delivery(license, now=now + timedelta(minutes=11))


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
