"""Handing a picture in with a real browser: chosen, dropped, pasted, canceled, tried again, kept over a reload."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from creators.models import Creator
from creators.tests.factories import creator as new_creator
from moderation import actions as moderation
from moderation.models import Decision
from submissions.models import MediaFile, Submission
from submissions.states import State
from submissions.tests.factories import moderator
from submissions.tests.pictures import photo

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

DROP = """([bytes, name]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
    for (const type of ["dragenter", "dragover", "drop"])
        document.querySelector("h1").dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
PASTE = """([bytes, name]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def creator() -> Creator:
    return new_creator()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "harbor.jpg"
    path.write_bytes(photo(1500, 1000))
    return path


@pytest.fixture
def page(open_browser: Callable[..., Page], creator: Creator) -> Page:
    return signed_in(open_browser(), creator)


def signed_in(page: Page, creator: Creator) -> Page:
    """With a session of the server's own: signing in is another journey."""
    client = Client()
    client.force_login(creator.user)
    page.goto("/health/")
    host = urlsplit(page.url).hostname
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "domain": host, "path": "/"}])
    page.goto("/studio/submit/")
    return page


def fill(page: Page, *, agree: bool = True) -> None:
    page.get_by_label("Title").fill("Harbor at dawn")
    page.get_by_label("Alt text").fill("Hills under a low sun.")
    page.get_by_label("I made it and hold the rights").check()
    page.get_by_label("Nobody can be recognized").check()
    page.get_by_label("No AI: captured and edited by people").check()
    if agree:
        page.get_by_label("I have read this and agree").check()


def decide(submission: Submission) -> None:
    submission.refresh_from_db()
    moderation.decide(
        submission=submission,
        kind=Decision.Kind.PUBLISH,
        revision=submission.revision,
        actor=moderator(),
        now=timezone.now(),
    )


def row(page: Page) -> Any:
    return page.locator("[data-progress] [data-row]")


def test_picture_is_sent_while_the_form_is_filled_in_and_followed_without_reload(
    page: Page, picture: Path, creator: Creator, catch_up: Callable[[], None]
) -> None:
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "done")
    expect(row(page).locator("[data-preview] img")).to_be_visible()
    fill(page)
    page.get_by_role("button", name="Hand it in").click()

    page.wait_for_url(re.compile(r"/studio/submissions/sub_\w+/\?handed-in"))
    submission = Submission.objects.get()
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()
    expect(page.locator(".confirmation .reference")).to_have_text(submission.public_id)
    expect(page.get_by_text("Your picture appears here")).to_be_visible()

    catch_up()

    expect(page.locator("#tracking-live .picture__image")).to_be_visible()
    expect(page.locator("#tracking-live .badge")).to_contain_text("In review")
    expect(page.locator("#tracking-news")).to_contain_text("In review")
    shown = page.locator("#tracking-live .picture__image").evaluate("image => image.complete && image.currentSrc")
    assert "/media/r/ren_" in shown

    decide(submission)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("#tracking-live .badge")).to_contain_text("Published")
    expect(page.get_by_role("heading", name="Handed in")).to_have_count(0)
    page.goto("/studio/submit/")
    expect(page.get_by_label("Title")).to_have_value("")


def test_dropped_anywhere_then_removed_then_pasted(page: Page, picture: Path) -> None:
    content = list(picture.read_bytes())
    page.evaluate(DROP, [content, "dropped.jpg"])
    expect(row(page).locator("[data-name]")).to_have_text("dropped.jpg")
    expect(row(page)).to_have_attribute("data-state", "done")

    page.get_by_role("button", name="Remove").click()
    expect(row(page)).to_have_count(0)
    expect(page.locator("[name=media_file]")).to_have_value("")

    page.evaluate(PASTE, [content, "pasted.jpg"])
    expect(row(page).locator("[data-name]")).to_have_text("pasted.jpg")
    expect(row(page)).to_have_attribute("data-state", "done")
    expect(page.locator("[name=media_file]")).to_have_value(re.compile("^med_"))


def test_failed_upload_is_tried_again_with_one_press(page: Page, picture: Path) -> None:
    page.route("**/studio/uploads/", lambda route: route.abort())
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "failed")
    expect(row(page)).to_contain_text("nothing of what you wrote is lost")

    page.unroute("**/studio/uploads/")
    page.get_by_role("button", name="Try again").click()

    expect(row(page)).to_have_attribute("data-state", "done")


def test_same_bytes_do_not_travel_twice(page: Page, picture: Path) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/studio/uploads/") else None)
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "done")

    page.reload()

    expect(row(page)).to_have_attribute("data-state", "done")
    assert len(sent) == 1
    assert MediaFile.objects.count() == 1


def test_pressed_before_the_picture_has_arrived_the_form_waits_for_it(page: Page, picture: Path) -> None:
    held: list[Route] = []
    page.route("**/studio/uploads/", lambda route: held.append(route))
    page.locator("#id_file").set_input_files(picture)
    fill(page)
    page.get_by_role("button", name="Hand it in").click()
    expect(row(page)).to_contain_text("as soon as the picture has arrived")
    assert page.url.endswith("/studio/submit/")

    held[0].continue_()

    page.wait_for_url("**/studio/submissions/**")
    assert Submission.objects.get().state == State.RECEIVED


def test_words_and_picture_survive_a_reload_but_consent_is_given_anew(page: Page, picture: Path) -> None:
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "done")
    fill(page)

    page.reload()

    expect(page.get_by_text("We brought back what you had typed")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Harbor at dawn")
    expect(page.get_by_label("Nobody can be recognized")).to_be_checked()
    expect(page.get_by_label("I have read this and agree")).not_to_be_checked()
    expect(row(page)).to_have_attribute("data-state", "done")


def test_mistakes_are_listed_on_top_and_nothing_is_lost(page: Page, picture: Path) -> None:
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "done")
    page.get_by_label("Title").fill("Harbor at dawn")
    page.get_by_label("Other people, with or without me").check()
    expect(page.get_by_label("Names of the other people")).to_be_visible()
    page.get_by_role("button", name="Hand it in").click()

    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Describe the picture")
    expect(summary).to_contain_text("Write the name of each person")
    expect(page.get_by_label("Title")).to_have_value("Harbor at dawn")
    expect(row(page)).to_contain_text("harbor.jpg")
    expect(row(page).locator("[data-preview] img")).to_be_visible()
    summary.get_by_role("link", name=re.compile("Alt text")).click()
    expect(page.get_by_label("Alt text")).to_be_focused()


def test_another_work_handed_in_after_going_back_is_not_lost(page: Page, picture: Path, tmp_path: Path) -> None:
    page.locator("#id_file").set_input_files(picture)
    expect(row(page)).to_have_attribute("data-state", "done")
    fill(page)
    page.get_by_role("button", name="Hand it in").click()
    page.wait_for_url("**/studio/submissions/**")
    another = tmp_path / "mole.jpg"
    another.write_bytes(photo(1500, 1000, seed=7))

    page.go_back()
    page.locator("#id_file").set_input_files(another)
    expect(row(page)).to_have_attribute("data-state", "done")
    fill(page)
    page.get_by_label("Title").fill("Mole at noon")
    page.get_by_role("button", name="Hand it in").click()
    page.wait_for_load_state()
    if page.url.endswith("/studio/submit/"):
        expect(page.locator("[data-error-summary]")).to_contain_text("with this form already")
        expect(row(page)).to_contain_text("mole.jpg")
        page.get_by_role("button", name="Hand it in").click()

    page.wait_for_url("**/studio/submissions/**")
    assert set(Submission.objects.values_list("title", flat=True)) == {"Harbor at dawn", "Mole at noon"}


def test_too_large_is_told_before_a_byte_is_sent(page: Page, tmp_path: Path) -> None:
    page.evaluate("document.querySelector('[data-upload-form]').dataset.limit = '1000'")
    path = tmp_path / "large.jpg"
    path.write_bytes(photo(400, 300))
    page.locator("#id_file").set_input_files(path)

    expect(row(page)).to_have_attribute("data-state", "failed")
    expect(row(page)).to_contain_text("too large")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()
    assert not MediaFile.objects.exists()


def test_without_javascript_the_plain_form_works(
    open_browser: Callable[..., Page], creator: Creator, picture: Path
) -> None:
    page = signed_in(open_browser(phone=True, java_script_enabled=False), creator)
    page.locator("#id_file").set_input_files(picture)
    fill(page)
    page.get_by_role("button", name="Hand it in").click()

    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()
    assert Submission.objects.get().media_files.get().file_name == "harbor.jpg"
