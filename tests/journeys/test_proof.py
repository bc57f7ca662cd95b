"""A party downloads the proof of a license; a stranger checks it in their browser, which sends it nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from licensing.tests import factories

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def downloaded(page: Page, number: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Proof to keep").click()
    assert waiting.value.suggested_filename == f"{number}.proof.json"
    kept = folder / waiting.value.suggested_filename
    waiting.value.save_as(kept)
    return kept


@pytest.mark.parametrize("phone", [True, False])
def test_proof_of_a_license_is_checked_in_the_browser(
    open_browser: Callable[..., Page], enter: Callable[[Page, User], Page], tmp_path: Path, phone: bool
) -> None:
    license = factories.license()
    factories.follow()
    creator = enter(open_browser(phone=phone), license.licensor.user)
    creator.goto(f"/studio/licenses/{license.public_id}/")
    kept = downloaded(creator, license.number, tmp_path)

    stranger = open_browser(phone=phone)
    sent: list[str] = []
    stranger.on("request", lambda request: sent.append(request.method))
    stranger.goto("/verify/")
    stranger.get_by_label("Proof to check").set_input_files(kept)

    result = stranger.locator("[data-check-proof-result]")
    expect(result).to_have_text("This proof holds.")
    said = stranger.locator("[data-check-proof-list]")
    expect(said).to_contain_text("license.granted")
    expect(said).to_contain_text("The exact words (wording) are those that were recorded.")
    expect(said).to_contain_text(re.compile(r"Status, as this site said at .*: in_force"))
    assert set(sent) == {"GET"}

    # A word of the wording, the entry, the checkpoint.
    changes = [
        (b"You ", b"They "),
        (b"license.granted", b"license.granten"),
        (b"localhost/trail ", b"localhost/other "),
    ]
    for number, (old, new) in enumerate(changes):
        changed = tmp_path / f"changed-{number}.proof.json"
        changed.write_bytes(kept.read_bytes().replace(old, new, 1))
        assert changed.read_bytes() != kept.read_bytes()
        stranger.get_by_label("Proof to check").set_input_files(changed)
        expect(result).to_contain_text("This proof does not hold")
        expect(said.locator("li")).to_have_count(0)


def test_program_is_handed_out(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    page.goto("/verify/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="verify_proof.py").click()
    assert Path(waiting.value.path()).read_text().startswith("#!/usr/bin/env python3")
