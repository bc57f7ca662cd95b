"""A creator grants with the passkey of their device: the device signs exactly the text on the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from playwright.sync_api import Page, expect

import verify_proof
from accounts.ways import NEW_FOR
from licensing.models import License
from licensing.tests import factories
from tests.journeys.test_passkey import add_passkey, give_device, sign_in
from trail import issuing

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_license_is_granted_by_passkey_and_its_proof_holds(open_browser: Callable[..., Page], tmp_path: Path) -> None:
    asked = factories.request()
    creator = open_browser(phone=True)
    give_device(creator)
    sign_in(creator, asked.submission.creator.user)
    add_passkey(creator)
    Authenticator.objects.update(created_at=timezone.now() - NEW_FOR)

    creator.goto(f"/studio/requests/{asked.public_id}/sign/")
    grant = creator.get_by_role("button", name="Grant with your passkey")
    grant.click()
    assert not License.objects.exists()
    creator.get_by_label("I have read this text and grant this license.").check()
    grant.click()

    expect(creator.get_by_role("heading", name="License granted")).to_be_visible()
    license = License.objects.get()
    assert license.evidence.method == "passkey_signature"
    factories.follow()
    creator.goto(f"/studio/licenses/{license.public_id}/")
    with creator.expect_download() as waiting:
        creator.get_by_role("link", name="Proof to keep").click()
    kept = tmp_path / "license.proof.json"
    waiting.value.save_as(kept)
    lines = verify_proof.check(kept.read_bytes(), [str(key) for key in issuing.verifiers()])
    assert "Signed by a passkey, on a device of the person who granted it." in lines

    stranger = open_browser()
    stranger.goto("/verify/")
    stranger.get_by_label("Proof to check").set_input_files(kept)
    expect(stranger.locator("[data-check-proof-result]")).to_have_text("This proof holds.")
    expect(stranger.locator("[data-check-proof-list]")).to_contain_text("Signed with a passkey")
    bent = json.loads(kept.read_bytes())
    assert bent["bundle"]["evidence"]["passkey"]["statement"]["licensee"] == license.licensee.public_id
