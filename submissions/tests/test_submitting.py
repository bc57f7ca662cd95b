from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.tests.factories import person
from consent import actions as consent
from core.errors import Conflict, Invalid, NotAllowed
from core.models import Job
from core.tests.unchanged import nothing_happens
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from submissions import actions
from submissions.models import CHECK_JOB, Submission
from submissions.states import State
from submissions.tests import factories
from trail import recording, verification
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db


@pytest.fixture
def creator() -> Creator:
    # A notice is published when it is first asked for; here before anybody acts.
    consent.current_notice("submission", "en")
    return new_creator()


def submit(creator: Creator, **changed: Any) -> Submission:
    given: dict[str, Any] = {
        "creator": creator,
        "actor": creator.user,
        "details": factories.details(),
        "notice": consent.current_notice("submission", "en"),
        "form_key": "k" * 20,
        "now": timezone.now(),
    }
    given.update(changed)
    given.setdefault("media_file", None)
    if given["media_file"] is None:
        given["media_file"] = factories.upload(creator.user)
    return actions.submit(**given)


def test_submit_keeps_work_consent_job_and_entry(creator: Creator) -> None:
    media_file = factories.upload(creator.user)

    submission = submit(
        creator,
        media_file=media_file,
        details=factories.details(
            people="others", people_names=("Bo Lund",), releases_stated=True, tags=("#Boat", "boat")
        ),
    )

    media_file.refresh_from_db()
    assert (submission.state, submission.revision, media_file.submission) == (State.RECEIVED, 1, submission)
    assert [tag.name for tag in submission.tags.all()] == ["boat"]
    assert [(p.name, p.release_stated) for p in submission.depicted_people.all()] == [("Bo Lund", True)]
    assert (submission.notice_record.subject, submission.notice_record.state) == (submission.public_id, "given")
    assert Job.objects.filter(kind=CHECK_JOB, subject=submission.public_id, state="waiting").count() == 1
    entry = Entry.objects.get(kind="submission.received", subject=submission.public_id)
    assert (entry.topic, entry.actor) == (submission.public_id, creator.user.public_id)
    assert entry.facts["sha256"] == media_file.sha256
    assert entry.facts["notice"]["text_hash"] == submission.notice_record.notice.text_hash
    assert verification.verify().holds


def test_submit_seals_what_people_wrote_and_are_named(creator: Creator) -> None:
    submission = submit(
        creator,
        details=factories.details(people="others", people_names=("Bo Lund",), releases_stated=True),
        media_file=factories.upload(creator.user, name="grandma.jpg"),
    )

    entry = Entry.objects.get(kind="submission.received", subject=submission.public_id)
    sealed = SealedValue.objects.get(entry=entry)
    for written in ("Bo Lund", "Harbor", "Ada Holm", "grandma"):
        assert written in (sealed.value or "")
        assert written not in entry.body
    assert sealed.person == creator.user.public_id


def test_submit_same_form_twice_hands_in_one_work(creator: Creator) -> None:
    data = factories.picture()
    first = submit(creator, media_file=factories.upload(creator.user, data))

    # Without JavaScript the file travels with the form, each time it is sent.
    second = submit(creator, media_file=factories.upload(creator.user, data))

    assert (second.pk, Submission.objects.count()) == (first.pk, 1)
    assert Entry.objects.filter(kind="submission.received").count() == 1
    assert Job.objects.count() == 1


def test_submit_same_file_twice_hands_in_one_work(creator: Creator) -> None:
    media_file = factories.upload(creator.user)
    first = submit(creator, media_file=media_file)

    second = submit(creator, media_file=media_file, form_key="other")

    assert (second.pk, Submission.objects.count()) == (first.pk, 1)


def test_submit_same_form_after_changes_were_sent_is_still_that_work(creator: Creator) -> None:
    media_file = factories.upload(creator.user)
    first = submit(creator, media_file=media_file)
    moderator, now = factories.moderator(), timezone.now()
    factories.passed(actions.start_check(submission=first, now=now))
    actions.request_changes(submission=first, actor=moderator, decision_id="dec_1", now=now)
    resubmit(first)

    assert submit(creator, media_file=media_file).pk == first.pk
    assert Submission.objects.get().title == "Harbor at noon"


@pytest.mark.parametrize("changed", [{"title": "Another harbor"}, {"tags": ()}, {"ai_use": "assisted"}])
def test_submit_another_work_with_the_same_form_is_refused_and_taken_with_a_new_one(
    creator: Creator, changed: dict[str, Any]
) -> None:
    first = submit(creator)
    media_file = factories.upload(creator.user)

    with nothing_happens(), pytest.raises(Conflict) as refused:
        submit(creator, media_file=media_file, details=factories.details(**changed))

    assert refused.value.code == "form_used"
    assert "“Harbor at dawn”" in str(refused.value.message)
    second = submit(creator, media_file=media_file, details=factories.details(**changed), form_key="new")
    assert second.pk != first.pk


def test_submit_another_picture_with_the_same_form_and_words_is_refused(creator: Creator) -> None:
    submit(creator)
    media_file = factories.upload(creator.user)
    with nothing_happens(), pytest.raises(Conflict) as refused:
        submit(creator, media_file=media_file)
    assert refused.value.code == "form_used"


@pytest.mark.parametrize("form_key", ["k" * 20, "other"])
def test_submit_same_file_with_other_words_names_the_work(creator: Creator, form_key: str) -> None:
    media_file = factories.upload(creator.user)
    submit(creator, media_file=media_file)

    with nothing_happens(), pytest.raises(Conflict) as refused:
        submit(creator, media_file=media_file, details=factories.details(title="Mole"), form_key=form_key)

    assert (refused.value.code, list(refused.value.fields)) == ("duplicate_file", ["file"])


def test_submit_same_bytes_again_is_refused_and_names_the_work(creator: Creator) -> None:
    data = factories.picture()
    submit(creator, media_file=factories.upload(creator.user, data))
    again = factories.upload(creator.user, data)

    with nothing_happens(), pytest.raises(Conflict) as refused:
        submit(creator, media_file=again, form_key="other")

    assert refused.value.code == "duplicate_file"
    assert "Harbor at dawn" in str(refused.value.message)


def test_submit_same_bytes_after_withdrawal_is_taken(creator: Creator) -> None:
    data = factories.picture()
    first = submit(creator, media_file=factories.upload(creator.user, data))
    actions.withdraw(submission=first, actor=creator.user, reason="", now=timezone.now())

    second = submit(creator, media_file=factories.upload(creator.user, data), form_key="other")

    assert second.pk != first.pk


def test_submit_same_bytes_by_somebody_else_is_taken(creator: Creator) -> None:
    data = factories.picture()
    submit(creator, media_file=factories.upload(creator.user, data))
    other = new_creator()

    assert submit(other, media_file=factories.upload(other.user, data)).creator == other


def test_submit_somebody_elses_file_is_refused(creator: Creator) -> None:
    theirs = factories.upload(new_creator().user)

    with nothing_happens(), pytest.raises(Invalid) as refused:
        submit(creator, media_file=theirs)

    assert list(refused.value.fields) == ["file"]


def test_submit_file_of_somebody_elses_work_is_refused(creator: Creator) -> None:
    theirs = factories.submission(State.RECEIVED).media_files.get()
    with nothing_happens(), pytest.raises(Invalid):
        submit(creator, media_file=theirs)


def test_submit_in_somebody_elses_name_is_refused(creator: Creator) -> None:
    other, media_file = person(), factories.upload(creator.user)
    with nothing_happens(), pytest.raises(NotAllowed):
        submit(creator, actor=other, media_file=media_file)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": " \u200b"}, "title"),
        ({"title": "a" * 121}, "title"),
        ({"alt_text": ""}, "alt_text"),
        ({"credit_line": "\u202e"}, "credit_line"),
        ({"rights_holder": "employer"}, "rights_holder_name"),
        ({"rights_holder": "mine"}, "rights_holder"),
        ({"people": "others", "releases_stated": True}, "people_names"),
        ({"people": "others", "people_names": ("Bo",)}, "releases_stated"),
        ({"ai_use": ""}, "ai_use"),
        ({"tags": tuple(f"tag{number}" for number in range(11))}, "tags"),
        ({"tags": ("a" * 31,)}, "tags"),
    ],
)
def test_submit_with_unfit_details_names_the_field(creator: Creator, changed: dict[str, Any], field: str) -> None:
    media_file = factories.upload(creator.user)
    with nothing_happens(), pytest.raises(Invalid) as refused:
        submit(creator, media_file=media_file, details=factories.details(**changed))
    assert field in refused.value.fields


@pytest.mark.parametrize("answer", ["", "mine"])
def test_submit_asks_for_no_name_of_a_holder_before_there_is_one(creator: Creator, answer: str) -> None:
    media_file = factories.upload(creator.user)
    with nothing_happens(), pytest.raises(Invalid) as refused:
        submit(creator, media_file=media_file, details=factories.details(rights_holder=answer))
    assert set(refused.value.fields) == {"rights_holder"}


def test_submit_ignores_answers_to_questions_not_asked(creator: Creator) -> None:
    submission = submit(
        creator, details=factories.details(rights_holder_name="Acme", people_names=("Bo",), ai_note="a lot")
    )

    assert (submission.rights_holder_name, submission.ai_note) == ("", "")
    assert not submission.depicted_people.exists()


def test_receive_keeps_the_bytes_under_a_key_of_ours() -> None:
    user, data = new_creator().user, factories.picture()

    media_file = factories.upload(user, data, name="../../etc/passwd\u202egpj.exe\n.jpg")

    assert media_file.storage_key.startswith("originals/")
    assert "passwd" not in media_file.storage_key
    assert media_file.file_name == "passwdgpj.exe .jpg"
    assert (media_file.sha256, media_file.byte_size) == (hashlib.sha256(data).hexdigest(), len(data))
    with default_storage.open(media_file.storage_key) as kept:
        assert kept.read() == data


def test_receive_empty_file_is_refused() -> None:
    user = person()
    with nothing_happens(), pytest.raises(Invalid) as refused:
        actions.receive_upload(user=user, file=ContentFile(b"", name="a.jpg"), now=timezone.now())
    assert refused.value.code == "file_empty"


def test_receive_over_the_limit_is_refused(settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 10
    user = person()
    with nothing_happens(), pytest.raises(Invalid) as refused:
        factories.upload(user)
    assert refused.value.code == "file_too_large"


def test_withdraw_takes_consent_back_with_the_work(creator: Creator) -> None:
    submission = factories.submission(State.IN_REVIEW, creator=creator)

    actions.withdraw(submission=submission, actor=creator.user, reason="My sister asked me.", now=timezone.now())

    submission.refresh_from_db()
    assert (submission.state, submission.withdrawn_by) == (State.WITHDRAWN, creator.user)
    assert submission.notice_record.state == "withdrawn"
    entry = Entry.objects.get(kind="submission.withdrawn")
    assert "sister" not in entry.body
    assert SealedValue.objects.get(entry=entry).name == "reason"
    assert Entry.objects.filter(kind="consent.withdrawn", topic=submission.public_id).count() == 1
    assert verification.verify().holds


def test_withdraw_by_somebody_else_changes_nothing() -> None:
    submission, other = factories.submission(State.PUBLISHED), person()
    with nothing_happens(), pytest.raises(NotAllowed):
        actions.withdraw(submission=submission, actor=other, reason="", now=timezone.now())


def resubmit(submission: Submission, **changed: Any) -> Submission:
    given: dict[str, Any] = {
        "submission": submission,
        "actor": submission.creator.user,
        "revision": 1,
        "details": factories.details(title="Harbor at noon"),
        "notice": submission.notice_record.notice,
        "now": timezone.now(),
    }
    return actions.resubmit(**(given | changed))


def test_resubmit_with_texts_is_checked_anew_under_the_same_consent() -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)

    again = resubmit(submission)

    assert (again.state, again.revision, again.title) == (State.RECEIVED, 2, "Harbor at noon")
    assert again.notice_record == submission.notice_record
    assert Entry.objects.get(kind="submission.resubmitted").facts["revision"] == 2
    assert Job.objects.filter(kind=CHECK_JOB, state="waiting").count() == 1


def test_resubmit_with_a_file_keeps_the_old_one() -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)
    old = submission.media_files.get()

    resubmit(submission, media_file=factories.upload(submission.creator.user))

    old.refresh_from_db()
    assert (old.is_current, submission.media_files.count()) == (False, 2)
    assert default_storage.exists(old.storage_key)


def test_resubmit_the_same_form_twice_changes_nothing_more() -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)
    resubmit(submission)

    again = resubmit(submission)

    assert again.revision == 2
    assert Entry.objects.filter(kind="submission.resubmitted").count() == 1


@pytest.mark.parametrize("second", ["another title", "with a file", "without the file"])
def test_resubmit_something_else_from_a_second_tab_is_refused(second: str) -> None:
    submission = factories.submission(State.CHANGES_REQUESTED)
    media_file, other = factories.upload(submission.creator.user), factories.upload(submission.creator.user)
    said: dict[str, dict[str, Any]] = {
        "another title": {"media_file": media_file, "details": factories.details(title="Mole at noon")},
        "with a file": {"media_file": other},
        "without the file": {},
    }
    resubmit(submission, media_file=media_file)

    with nothing_happens(), pytest.raises(Conflict) as refused:
        resubmit(submission, **said[second])

    assert refused.value.code == "stale_revision"
    assert "was not sent" in str(refused.value.message)


def test_resubmit_a_refused_file_as_it_is_asks_for_another() -> None:
    submission = factories.submission(State.PROCESSING)
    factories.failed(submission, code="truncated")

    with nothing_happens(), pytest.raises(Invalid) as refused:
        resubmit(submission)

    assert list(refused.value.fields) == ["file"]


def test_resubmit_published_work_is_refused() -> None:
    submission = factories.submission(State.PUBLISHED)
    with nothing_happens(), pytest.raises(Conflict):
        resubmit(submission)


def test_record_of_the_system_is_told_apart() -> None:
    submission = factories.submission(State.IN_REVIEW)
    assert Entry.objects.get(kind="submission.checked", subject=submission.public_id).actor == recording.SYSTEM
