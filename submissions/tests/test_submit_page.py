from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import person
from consent import actions as consent
from core.tests.unchanged import nothing_happens
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from submissions import actions, queries
from submissions.models import MediaFile, Submission
from submissions.states import State
from submissions.tests import factories
from trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def creator() -> Creator:
    return new_creator()


@pytest.fixture
def browser(creator: Creator) -> Client:
    client = Client()
    client.force_login(creator.user)
    return client


def answers(**changed: Any) -> dict[str, Any]:
    given = {
        "title": "Harbor at dawn",
        "description": "The first day of the herring.",
        "alt_text": "A red boat in a gray harbor.",
        "tags": "harbor, boat",
        "credit_line": "© Ada Holm",
        "rights_holder": "self",
        "people": "none",
        "ai_use": "none",
        "form_key": "k" * 20,
        "media_file": "",
        "notice_hash": consent.current_notice("submission", "en").text_hash,
        "agreed": "on",
    }
    return {name: value for name, value in (given | changed).items() if value is not None}


def a_file(data: bytes | None = None, name: str = "harbor.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data if data is not None else factories.picture(), content_type="image/jpeg")


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    return found.group(1) if found else ""


def test_form_is_filled_with_what_is_known_and_nothing_is_agreed(browser: Client, creator: Creator) -> None:
    response = browser.get(reverse("submit"))

    page = response.content.decode()
    notice = consent.current_notice("submission", "en")
    assert response.status_code == 200
    assert f'value="{creator.default_credit_line}"' in page
    assert notice.title in page
    assert not re.search(r'name="agreed"[^>]*checked', page)
    assert not re.search(r'type="radio"[^>]*checked', page)
    assert hidden(response, "notice_hash") == notice.text_hash


def test_form_shows_the_notice_in_the_language_of_the_page(browser: Client) -> None:
    response = browser.get(reverse("submit"), headers={"accept-language": "da"})
    assert consent.current_notice("submission", "da").title in response.content.decode()


def test_form_for_somebody_without_a_profile_leads_to_welcome() -> None:
    client = Client()
    client.force_login(person())
    assert client.get(reverse("submit")).headers["Location"].startswith("/welcome/")


def test_submit_plain_form_hands_the_work_in(browser: Client, creator: Creator) -> None:
    data = factories.picture()

    response = browser.post(reverse("submit"), answers(file=a_file(data)))

    submission = Submission.objects.get()
    assert response.status_code == 302
    assert response.headers["Location"] == f"/studio/submissions/{submission.public_id}/?handed-in"
    assert (submission.creator, submission.state, submission.title) == (creator, State.RECEIVED, "Harbor at dawn")
    assert submission.media_files.get().sha256 == hashlib.sha256(data).hexdigest()
    assert [tag.name for tag in submission.tags.order_by("id")] == ["harbor", "boat"]
    assert submission.notice_record.notice == consent.current_notice("submission", "en")
    assert submission.notice_record.evidence.method == "session"


def test_submit_with_a_file_that_came_before_hands_it_in(browser: Client, creator: Creator) -> None:
    sent = browser.post(reverse("upload"), {"file": a_file()})
    assert sent.status_code == 201

    browser.post(reverse("submit"), answers(media_file=sent.json()["media_file"]))

    assert Submission.objects.get().media_files.get().public_id == sent.json()["media_file"]


def test_submit_twice_hands_in_one_work(browser: Client) -> None:
    data = factories.picture()
    first = browser.post(reverse("submit"), answers(file=a_file(data)))
    second = browser.post(reverse("submit"), answers(file=a_file(data)))

    assert first.headers["Location"] == second.headers["Location"]
    assert Submission.objects.count() == 1
    assert Entry.objects.filter(kind="submission.received").count() == 1


def test_submit_twice_with_the_same_arrived_file_hands_in_one_work(browser: Client) -> None:
    media_file = browser.post(reverse("upload"), {"file": a_file()}).json()["media_file"]
    first = browser.post(reverse("submit"), answers(media_file=media_file))
    second = browser.post(reverse("submit"), answers(media_file=media_file, form_key="other"))

    assert first.headers["Location"] == second.headers["Location"]
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("sent_before", [True, False], ids=["while it was filled in", "with the form"])
def test_submit_another_work_after_going_back_keeps_it_and_takes_it_with_one_more_press(
    browser: Client, sent_before: bool
) -> None:
    first = browser.post(reverse("submit"), answers(file=a_file()))
    if sent_before:
        of_second: dict[str, Any] = {
            "media_file": browser.post(reverse("upload"), {"file": a_file(name="mole.jpg")}).json()["media_file"]
        }
    else:
        of_second = {"file": a_file(name="mole.jpg")}

    refused = browser.post(reverse("submit"), answers(title="Mole at noon", **of_second))

    page = refused.content.decode()
    assert refused.status_code == 409
    assert "You have handed in “Harbor at dawn” with this form already." in page
    assert 'value="Mole at noon"' in page
    assert "mole.jpg" in page
    assert Submission.objects.count() == 1
    shown = {name: hidden(refused, name) for name in ("form_key", "media_file", "notice_hash")}
    assert shown["form_key"] not in {"", "k" * 20}

    second = browser.post(reverse("submit"), answers(title="Mole at noon", **shown))

    assert second.status_code == 302
    assert second.headers["Location"] != first.headers["Location"]
    assert set(Submission.objects.values_list("title", flat=True)) == {"Harbor at dawn", "Mole at noon"}
    assert Submission.objects.get(title="Mole at noon").media_files.get().file_name == "mole.jpg"


def test_submit_with_missing_answers_keeps_file_and_texts(browser: Client) -> None:
    response = browser.post(reverse("submit"), answers(file=a_file(), alt_text="", rights_holder=None))

    page = response.content.decode()
    media_file = MediaFile.objects.get()
    assert response.status_code == 422
    assert not Submission.objects.exists()
    assert hidden(response, "media_file") == media_file.public_id
    assert "harbor.jpg" in page
    assert 'value="Harbor at dawn"' in page
    assert 'href="#id_alt_text"' in page
    assert "Describe the picture for people who cannot see it." in page
    assert "Choose one answer." in page
    assert "This field is required" not in page

    again = browser.post(reverse("submit"), answers(media_file=media_file.public_id))
    assert again.status_code == 302
    assert Submission.objects.get().media_files.get() == media_file


def test_submit_without_file_says_so(browser: Client) -> None:
    response = browser.post(reverse("submit"), answers())
    assert response.status_code == 422
    assert "Choose a picture." in response.content.decode()


def test_submit_without_agreeing_is_refused_and_records_no_consent(browser: Client) -> None:
    response = browser.post(reverse("submit"), answers(file=a_file(), agreed=None))

    assert response.status_code == 422
    assert not Submission.objects.exists()
    assert not Entry.objects.filter(kind="consent.given").exists()


def test_submit_after_the_notice_changed_asks_to_read_it_again(browser: Client) -> None:
    response = browser.post(reverse("submit"), answers(file=a_file(), notice_hash="0" * 64))

    assert response.status_code == 422
    assert "This notice has changed" in response.content.decode()
    assert hidden(response, "notice_hash") == consent.current_notice("submission", "en").text_hash


def test_submit_empty_file_is_refused(browser: Client) -> None:
    response = browser.post(reverse("submit"), answers(file=a_file(b"")))
    assert response.status_code == 422
    assert "This file is empty" in response.content.decode()


def test_submit_somebody_elses_file_is_refused(browser: Client) -> None:
    theirs = factories.upload(new_creator().user)

    response = browser.post(reverse("submit"), answers(media_file=theirs.public_id))

    assert response.status_code == 422
    assert "no longer here" in response.content.decode()
    theirs.refresh_from_db()
    assert theirs.submission is None
    assert hidden(response, "media_file") == ""


def test_submit_too_large_file_is_dropped_while_it_arrives(browser: Client, settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 200_000

    response = browser.post(reverse("submit"), answers(file=a_file(bytes(300_000))))

    page = response.content.decode()
    assert response.status_code == 422
    assert "This file is too large" in page
    assert 'value="Harbor at dawn"' in page
    assert not MediaFile.objects.exists()
    assert not list((django_settings.TEMP_DIR / "uploads").iterdir())


def test_upload_far_too_large_is_cut_off(browser: Client, settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 100_000

    response = browser.post(reverse("upload"), {"file": a_file(bytes(500_000))})

    assert (response.status_code, response["Content-Type"]) == (413, "application/problem+json")
    assert response.json()["code"] == "request_too_large"
    assert "at most 97.7" in response.json()["detail"]
    assert not list((django_settings.TEMP_DIR / "uploads").iterdir())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\boat.jpg", "boat.jpg"),
        ("boat\u202egpj.exe", "boatgpj.exe"),
        ("a\x00b\r\nSet-Cookie: x.jpg", "abSet-Cookie: x.jpg"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
        ("..", None),
        ("Blåbær 🫐.jpg", "Blåbær 🫐.jpg"),
    ],
)
def test_upload_hostile_file_name_is_only_a_label(browser: Client, given: str, kept: str | None) -> None:
    boundary = "x1y2z3"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="'.encode()
        + given.replace("\r\n", "").encode()
        + b'"\r\nContent-Type: image/jpeg\r\n\r\n'
        + factories.picture()
        + f"\r\n--{boundary}--\r\n".encode()
    )

    response = browser.post(reverse("upload"), body, content_type=f"multipart/form-data; boundary={boundary}")

    if kept is None:
        assert response.status_code == 422
        return
    assert response.status_code == 201
    media_file = MediaFile.objects.get()
    assert media_file.file_name == kept
    assert re.fullmatch(r"originals/[0-9a-z]{26}", media_file.storage_key)


def test_upload_while_signed_out_is_told_in_json() -> None:
    response = Client().post(reverse("upload"), {"file": a_file()})
    assert (response.status_code, response.json()["code"]) == (401, "signed_out")
    assert not MediaFile.objects.exists()


def test_upload_while_the_store_fails_keeps_nothing_and_says_whose_fault_it_is(
    browser: Client, creator: Creator, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "originals").write_text("")

    response = browser.post(reverse("upload"), {"file": a_file()})

    assert (response.status_code, response.json()["code"]) == (503, "storage_failed")
    assert "our fault" in response.json()["message"]
    # The row tells the sweep which key to look at when the store answers again; nobody can hand it in.
    assert MediaFile.objects.get().state == MediaFile.State.LEAVING
    assert not queries.unclaimed(creator.user).exists()


def test_submit_while_the_store_fails_keeps_the_texts(browser: Client, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "originals").write_text("")

    response = browser.post(reverse("submit"), answers(file=a_file()))

    assert response.status_code == 422
    assert 'value="Harbor at dawn"' in response.content.decode()
    assert "our fault" in response.content.decode()


def test_known_upload_saves_sending_the_same_bytes_again(browser: Client, creator: Creator) -> None:
    media_file = factories.upload(creator.user)
    theirs = factories.upload(new_creator().user)

    mine = browser.get(reverse("known_upload"), {"sha256": media_file.sha256})
    not_mine = browser.get(reverse("known_upload"), {"sha256": theirs.sha256})

    assert mine.json()["media_file"] == media_file.public_id
    assert not_mine.json() == {"media_file": None}


def test_known_upload_names_the_work_that_is_the_same_file(browser: Client, creator: Creator) -> None:
    submission = factories.submission(State.IN_REVIEW, creator=creator)

    known = browser.get(reverse("known_upload"), {"sha256": submission.media_files.get().sha256})
    besides = browser.get(
        reverse("known_upload"),
        {"sha256": submission.media_files.get().sha256, "besides": submission.public_id},
    )

    assert (known.status_code, known.json()["code"]) == (409, "duplicate_file")
    assert known.json()["url"] == f"/studio/submissions/{submission.public_id}/"
    assert besides.json() == {"media_file": None}


def test_discard_deletes_ones_own_file_only(browser: Client, creator: Creator) -> None:
    mine, theirs = factories.upload(creator.user), factories.upload(new_creator().user)
    handed_in = factories.submission(State.RECEIVED, creator=creator).media_files.get()

    for media_file in (mine, theirs, handed_in):
        assert browser.post(reverse("discard_upload", args=[media_file.public_id])).status_code == 204

    assert set(MediaFile.objects.values_list("pk", flat=True)) == {theirs.pk, handed_in.pk}


def test_upload_beyond_what_may_wait_is_refused(browser: Client, creator: Creator, monkeypatch: Any) -> None:
    from submissions.actions import receiving

    monkeypatch.setattr(receiving, "MAX_UNCLAIMED", 2)
    for _ in range(2):
        factories.upload(creator.user)

    response = browser.post(reverse("upload"), {"file": a_file()})

    assert (response.status_code, response.json()["code"]) == (409, "too_many_unclaimed")
    assert actions.discard_upload(user=creator.user, public_id=MediaFile.objects.first().public_id)  # type: ignore[union-attr]
    assert browser.post(reverse("upload"), {"file": a_file()}).status_code == 201


def test_upload_by_somebody_who_is_no_creator_is_refused() -> None:
    client = Client()
    client.force_login(person())
    with nothing_happens():
        response = client.post(reverse("upload"), {"file": a_file()})
    assert (response.status_code, response.json()["code"]) == (403, "not_creator")


def test_upload_counts_files_that_are_arriving(browser: Client, creator: Creator, monkeypatch: Any) -> None:
    from submissions.actions import receiving

    monkeypatch.setattr(receiving, "MAX_UNCLAIMED", 1)
    factories.upload(creator.user)
    MediaFile.objects.update(state=MediaFile.State.ARRIVING)
    with nothing_happens():
        response = browser.post(reverse("upload"), {"file": a_file()})
    assert (response.status_code, response.json()["code"]) == (409, "too_many_unclaimed")


def test_upload_again_and_again_is_refused_though_each_is_taken_back(
    browser: Client, creator: Creator, monkeypatch: Any
) -> None:
    from submissions.actions import receiving

    monkeypatch.setattr(receiving, "UPLOADS", replace(receiving.UPLOADS, most=2))
    for _ in range(2):
        actions.discard_upload(user=creator.user, public_id=factories.upload(creator.user).public_id)
    with nothing_happens():
        response = browser.post(reverse("upload"), {"file": a_file()})
    assert (response.status_code, response.json()["code"]) == (429, "too_often")
    assert 0 < int(response["Retry-After"]) <= 24 * 3600
