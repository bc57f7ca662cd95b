"""Four people, one work: handed in, published, asked for, licensed, delivered, asked about, taken back."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import APIResponse, Page, expect

from accounts import actions as accounts
from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from accounts.ways import NEW_FOR
from brands import actions as brands
from brands.models import Brand, Membership
from core.tests.page_text import lines
from licensing.models import Delivery, License
from licensing.tests.test_signing_page import said
from moderation.actions import moderators_group
from submissions.models import Rendition, Submission
from tests.journeys.test_passkey import give_device
from trail.models import Entry

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SECRET = "salt wind over Skagen"


def photo(path: Path) -> Path:
    """A picture that knows where it was taken, and with what."""
    image = Image.linear_gradient("L").resize((1600, 1200)).convert("RGB")
    exif = Image.Exif()
    exif[0x0110] = "Secret Camera 9000"
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 34.0)
    image.save(path, "JPEG", exif=exif, quality=90)
    return path


def sign_up(page: Page, name: str, email: str) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(SECRET)
    for label, value in (("Day", "7"), ("Month", "3"), ("Year", "1990")):
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Enter the code")).to_be_visible()
    code = re.search(r"^[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code is not None
    page.get_by_label("Code").fill(code[0])
    page.get_by_role("button", name="Confirm").click()


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile("home|studio|moderation|/b/|welcome"))


def hand_in(page: Page, file: Path) -> str:
    """On a phone; gives back the id of the submission."""
    page.goto("/studio/submit/")
    page.locator("#id_file").set_input_files(file)
    page.get_by_label("Title").fill("Morning at the pier")
    page.get_by_label("Description").fill("The first boat comes in.")
    page.get_by_label("Alt text").fill("A gray pier in the morning light, with one boat.")
    page.get_by_text("I made it and hold the rights").click()
    page.get_by_text("Nobody can be recognized").click()
    page.get_by_text("No AI: captured and edited by people").click()
    page.get_by_label("I have read this and agree").check()
    page.get_by_role("button", name="Hand it in").click()
    page.wait_for_url(re.compile(r"/studio/submissions/sub_"))
    found = re.search(r"sub_[0-9a-z]+", page.url)
    assert found is not None
    return found[0]


def ask(page: Page, submission: str) -> None:
    page.goto("/gallery/")
    page.get_by_role("link", name="Morning at the pier").first.click()
    page.get_by_role("link", name="Ask to use this").first.click()
    page.wait_for_url(re.compile(rf"/b/[a-z0-9-]+/request/{submission}/"))
    page.locator("label", has_text="Own website").first.click()
    page.locator("label", has_text="Nordic").first.click()
    page.get_by_role("spinbutton", name="Months").fill("6")
    page.locator("label.choice-card", has_text="A fee, paid once").click()
    page.get_by_role("textbox", name="Amount").fill("1200")
    page.get_by_label("Message to the creator").fill("For our autumn page, with your name.")
    page.get_by_role("spinbutton", name="Months").press("Tab")
    expect(page.locator("#preview-sentence")).to_contain_text("website")
    page.get_by_role("button", name="Send request").click()


def add_passkey(page: Page) -> None:
    give_device(page)
    page.goto("/accounts/2fa/webauthn/add/")
    if "reauthenticate" in page.url:
        page.get_by_label("Password").fill(SECRET)
        page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    # A day passes: a passkey that is new signs no license.
    Authenticator.objects.update(created_at=timezone.now() - NEW_FOR)


def grant(page: Page) -> list[str]:
    """With the passkey; gives back what could be read on the page when the button was pressed."""
    page.goto("/studio/requests/")
    page.get_by_role("link", name=re.compile("Morning at the pier")).first.click()
    page.get_by_role("link", name="Read and sign").click()
    page.wait_for_url(re.compile("/studio/.*/sign/$"))
    page.get_by_role("checkbox").check()
    read = lines(page.locator(".legal-sheet").inner_text())
    page.get_by_role("button", name="Grant with your passkey").click()
    page.wait_for_url(re.compile("/granted/"))
    return read


def fetch_file(page: Page, license: License) -> APIResponse:
    """What the button does, for somebody who kept its address."""
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie.get("name") == "csrftoken")
    return page.request.post(f"/licenses/{license.public_id}/file/", headers={"X-CSRFToken": token})


def decision(page: Page, submission: str, token: str, licensee: str) -> dict[str, Any]:
    answer = page.request.get(
        "/api/v1/rights/decision",
        params={"submission": submission, "licensee": licensee, "channel": "website", "territory": "DK"},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status == 200
    body: dict[str, Any] = answer.json()
    return body


def test_work_is_submitted_licensed_proven_delivered_and_taken_back(
    open_browser: Callable[..., Page], catch_up: Callable[[], None], tmp_path: Path
) -> None:
    creator, reviewer, brand, visitor = (
        open_browser(phone=True), open_browser(), open_browser(), open_browser(dark=True),
    )  # fmt: skip

    sign_up(creator, "Mia Berg", "mia@example.com")
    creator.get_by_role("link", name="Open my page").click()
    creator.get_by_role("button", name="Open my page").click()
    add_passkey(creator)
    submission = hand_in(creator, photo(tmp_path / "pier.jpg"))
    work = Submission.objects.get(public_id=submission)
    expect(creator.get_by_text("Received").first).to_be_visible()
    assert visitor.goto(f"/w/{submission}/").status == 404  # type: ignore[union-attr]

    catch_up()
    expect(creator.get_by_text("In review").first).to_be_visible()
    rendition = Rendition.objects.filter(media_file__submission=work, format="webp").order_by("-width").first()
    assert rendition is not None
    assert visitor.request.get(f"/media/r/{rendition.public_id}/").status == 404

    review(reviewer, submission)
    catch_up()
    shown = visitor.request.get(f"/media/r/{rendition.public_id}/")
    assert shown.status == 200
    assert b"Secret Camera" not in shown.body()
    assert b"Mia Berg" in shown.body()

    sign_up(brand, "Karen Bech", "karen@nordlys.example")
    brand.get_by_role("link", name=re.compile("brand")).first.click()
    brand.get_by_label("Name").fill("Nordlys Home")
    brand.get_by_role("button", name="Set up the brand").click()
    brand.wait_for_url(re.compile("/b/nordlys-home/"))
    ask(brand, submission)
    catch_up()

    read = grant(creator)
    catch_up()
    license = License.objects.get()
    evidence = license.evidence
    expect(creator.get_by_text(license.number).first).to_be_visible()
    assert read == said(evidence)
    assert "Nordlys Home" in evidence.text
    assert (evidence.method, evidence.detail) == ("passkey_signature", "webauthn")
    assert (evidence.language, evidence.text_version) == ("en", "terms-3")
    assert evidence.text_hash == hashlib.sha256(evidence.text.encode()).hexdigest()

    brand.goto(f"/b/nordlys-home/licenses/{license.public_id}/")
    with brand.expect_download() as download:
        brand.get_by_role("button", name="Download the file").click()
    content = Path(download.value.path()).read_bytes()
    assert license.number.encode() in content
    assert b"Secret Camera" not in content
    again = fetch_file(brand, license)
    assert (again.status, again.headers["content-type"]) == (200, "image/jpeg")
    pdf = brand.request.get(f"/licenses/{license.public_id}/certificate.pdf")
    assert pdf.body().startswith(b"%PDF-")
    visitor.goto(f"/verify/{license.number}/")
    expect(visitor.get_by_role("heading", name="In force")).to_be_visible()

    house = Brand.objects.get()
    token = brands.create_token(by=Membership.objects.get(), name="shop", now=timezone.now())[1]
    assert decision(visitor, submission, token, house.public_id)["allowed"] is True

    creator.goto(f"/studio/licenses/{license.public_id}/revoke/")
    creator.get_by_role("textbox").first.fill("Shown without my name.")
    creator.get_by_role("button", name="Revoke the license").click()
    creator.wait_for_load_state()
    answer = decision(visitor, submission, token, house.public_id)
    assert (answer["allowed"], answer["reasons"][0]["code"]) == (False, "license_revoked")
    brand.reload()
    expect(brand.get_by_role("button", name="Download the file")).to_have_count(0)
    assert [fetch_file(page, license).status for page in (brand, creator, reviewer)] == [409, 403, 404]
    assert Delivery.objects.count() == 2
    visitor.reload()
    expect(visitor.get_by_role("heading", name="Revoked")).to_be_visible()
    catch_up()
    assert any("karen@nordlys.example" in one.to for one in mail.outbox[-4:])

    creator.goto(f"/studio/submissions/{submission}/withdraw/")
    creator.get_by_role("button", name="Take it back").click()
    creator.wait_for_load_state()
    gone = [f"/w/{submission}/", f"/licensing/ask/{submission}/", f"/b/nordlys-home/request/{submission}/"]
    gone += [f"/media/r/{one.public_id}/" for one in Rendition.objects.filter(media_file__submission=work)]
    for page in (visitor, brand):
        assert {page.request.get(address, max_redirects=0).status for address in gone[3:]} == {404}
        assert page.request.get(gone[0]).status == 404
        for address in ("/", "/gallery/", "/gallery/?q=pier", "/@mia-berg/"):
            assert "Morning at the pier" not in page.request.get(address).text()
    assert {brand.request.get(address).status for address in gone[1:3]} == {404}
    assert fetch_file(brand, license).status == 409
    answer = decision(visitor, submission, token, house.public_id)
    assert (answer["allowed"], answer["credit_line"], answer["duties"]) == (False, "", [])
    # The proof of what was granted stays, for both; the picture is no part of it.
    kept = brand.request.get(f"/licenses/{license.public_id}/certificate.pdf")
    assert (kept.status, kept.headers["content-type"]) == (200, "application/pdf")

    catch_up()
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {
        "account.registered", "consent.given", "submission.received", "submission.checked", "submission.published",
        "request.sent", "request.seen", "license.granted", "license.delivered", "license.revoked",
        "submission.withdrawn",
    } <= kinds  # fmt: skip
    report = io.StringIO()
    call_command("verify_trail", stdout=report)
    assert "The trail holds." in report.getvalue(), report.getvalue()


def review(page: Page, submission: str) -> None:
    reviewer = person(name="Mona")
    accounts.set_access(
        user=reviewer,
        actor=User.objects.create_superuser("root@example.com"),
        is_active=True,
        is_staff=False,
        is_superuser=False,
        groups=[moderators_group()],
        now=timezone.now(),
    )
    sign_in(page, reviewer.email, PASSWORD)
    page.goto(f"/moderation/{submission}/")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published. Its creator is told.").first).to_be_visible()
