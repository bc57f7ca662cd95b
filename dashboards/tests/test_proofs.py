"""What a creator keeps about a consent and about a work, to be checked without this site."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone

import verify_proof
from creators.tests.factories import creator as new_creator
from moderation import actions as moderation
from moderation.tests.factories import moderator
from submissions import actions as submissions
from submissions.states import State
from submissions.tests.factories import submission
from trail import issuing, sequencer

pytestmark = pytest.mark.django_db


def checked(data: bytes) -> list[str]:
    return verify_proof.check(data, [str(key) for key in issuing.verifiers()])


def test_consent_holds_with_the_words_that_were_read(client: Client) -> None:
    work = submission(State.RECEIVED)
    record = work.notice_record
    sequencer.number_all()
    client.force_login(work.creator.user)

    response = client.get(f"/studio/consents/{record.public_id}/proof.json")

    lines = checked(response.content)
    assert any("consent.given at" in line and record.public_id in line for line in lines)
    assert any(line.startswith("The notice is the one that was recorded") for line in lines)
    (document,) = json.loads(response.content)["bundle"]["documents"]
    assert (document["text"], document["language"]) == (record.notice.full_text, record.notice.language)


def test_work_holds_with_its_decisions_and_its_end(client: Client) -> None:
    work = submission(State.IN_REVIEW)
    moderation.decide(
        submission=work, kind="request_changes", reason_code="quality", reason="Please say more.", actor=moderator(),
        revision=work.revision, now=timezone.now(),
    )  # fmt: skip
    work.refresh_from_db()
    submissions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())
    sequencer.number_all()
    client.force_login(work.creator.user)

    data = client.get(f"/studio/submissions/{work.public_id}/proof.json").content

    said = " ".join(checked(data))
    for kind in ("submission.received", "decision.made", "submission.withdrawn"):
        assert f": {kind} at" in said
    assert "As the site says: withdrawn" in said
    assert "Please say more." in data.decode()


@pytest.mark.parametrize("kind", ["consents", "submissions"])
def test_proof_of_somebody_else_is_not_found(client: Client, kind: str) -> None:
    work = submission(State.RECEIVED)
    sequencer.number_all()
    public_id = work.notice_record.public_id if kind == "consents" else work.public_id
    client.force_login(new_creator().user)
    assert client.get(f"/studio/{kind}/{public_id}/proof.json").status_code == 404


def test_proof_of_what_is_not_signed_yet_has_to_wait(client: Client) -> None:
    work = submission(State.RECEIVED)
    client.force_login(work.creator.user)
    assert client.get(f"/studio/submissions/{work.public_id}/proof.json").status_code == 409
