"""Each entry takes effect once, whatever crashes where; each mail is sent once and noted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import User
from brands.tests.factories import brand as new_brand
from core import jobs
from core.models import Job
from licensing import actions as licensing
from licensing.tests import factories as licenses
from licensing.tests.sample_terms import terms
from notifications import actions, tasks
from notifications import readers as ours
from notifications.models import MAIL_JOB, Notification
from notifications.news import of
from submissions.models import Submission
from submissions.tests import factories as works
from trail import readers, sequencer
from trail.models import Cursor, Entry

pytestmark = pytest.mark.django_db


def follow() -> None:
    sequencer.number_all()
    readers.follow(ours.NAME)


def run_mail_jobs() -> None:
    for pk in Job.objects.filter(kind=MAIL_JOB, state="waiting").values_list("pk", flat=True):
        jobs.run(pk)


def published() -> Notification:
    works.submission("published")
    follow()
    return Notification.objects.get(kind="submission.published")


@pytest.mark.django_db(transaction=True)
def test_crash_between_telling_and_the_cursor_tells_once() -> None:
    work = works.submission("published")
    sequencer.number_all()

    def crashing(entry: Entry) -> None:
        ours.follow(entry)
        if entry.kind == "submission.published":
            raise SystemError("power cut")

    readers.register(ours.NAME, crashing)
    try:
        readers.follow(ours.NAME)
    finally:
        readers.register(ours.NAME, ours.follow)
    assert Notification.objects.count() == 0
    assert Job.objects.filter(kind=MAIL_JOB).count() == 0
    assert "power cut" in Cursor.objects.get(reader=ours.NAME).error

    readers.follow(ours.NAME)
    readers.follow(ours.NAME)
    assert Notification.objects.get().recipient == work.creator.user
    assert Job.objects.filter(kind=MAIL_JOB).count() == 1
    assert Cursor.objects.get(reader=ours.NAME).error == ""


def test_telling_the_same_entry_again_tells_nobody_twice() -> None:
    first = published()
    again = actions.tell(entry=first.entry, news=of(first.entry), now=timezone.now())
    assert again == []
    assert Notification.objects.count() == 1


def test_mail_is_sent_once_and_noted() -> None:
    row = published()
    run_mail_jobs()
    tasks.send(row.public_id)
    assert len(mail.outbox) == 1
    row.refresh_from_db()
    assert row.mailed_at is not None


def test_mail_after_a_crash_before_it_was_noted_carries_the_same_id() -> None:
    row = published()
    run_mail_jobs()
    Notification.objects.update(mailed_at=None)
    tasks.send(row.public_id)
    first, second = (message.message()["Message-ID"] for message in mail.outbox)
    assert first == second
    assert row.public_id in first


def test_mail_speaks_the_language_of_the_person_and_leads_there() -> None:
    work = works.submission("in_review")
    User.objects.filter(pk=work.creator.user.pk).update(language="da")
    row = published()
    sent = tasks.message(row)
    assert sent.subject == "“Harbor at dawn” is published"
    assert f"http://localhost:8000{row.url}" in sent.body
    html = str(sent.alternatives[0][0])
    assert '<html lang="en">' in html
    assert row.url in html
    row.recipient.language = "da"
    assert '<html lang="da">' in str(tasks.message(row).alternatives[0][0])


def test_mail_with_a_hostile_title_has_one_line_of_subject_and_escaped_html() -> None:
    row = published()
    row.context = {"work": "A\nBcc: x@example.com <script>alert(1)</script>"}
    sent = tasks.message(row)
    assert "\n" not in sent.subject
    assert "<script>" not in str(sent.alternatives[0][0])
    assert "Bcc" not in [name for name, _ in sent.message().items()]


def test_mail_of_a_request_says_nothing_of_its_message_or_its_money() -> None:
    asked = licenses.request()
    follow()
    row = Notification.objects.get(kind="request.sent")
    sent = tasks.message(row)
    assert asked.message not in sent.body
    assert "1,500" not in sent.body


def test_person_whose_account_was_closed_gets_no_mail() -> None:
    row = published()
    User.objects.filter(pk=row.recipient.pk).update(is_active=False)
    run_mail_jobs()
    assert mail.outbox == []


def test_old_news_is_shown_but_not_mailed() -> None:
    entry = published().entry
    Notification.objects.all().delete()
    Job.objects.all().delete()
    actions.tell(entry=entry, news=of(entry), now=entry.recorded_at + timedelta(days=15))
    assert Notification.objects.count() == 1
    assert Job.objects.filter(kind=MAIL_JOB).count() == 0


def test_news_that_is_not_urgent_is_not_mailed() -> None:
    asked = licenses.request(now=timezone.now() - timedelta(days=13))
    follow()
    assert Submission.objects.get() == asked.submission
    kinds = set(Notification.objects.values_list("kind", flat=True))
    mailed = set(
        Notification.objects.filter(public_id__in=Job.objects.filter(kind=MAIL_JOB).values("subject")).values_list(
            "kind", flat=True
        )
    )
    assert kinds == mailed == {"submission.published", "request.sent"}


def test_brand_that_asks_and_takes_back_in_a_loop_is_heard_once_a_day() -> None:
    work, brand, now = works.submission("published"), new_brand(), timezone.now()

    def ask_and_take_back(at: datetime) -> None:
        asked = licenses.request(submission=work, brand=brand, now=at)
        follow()
        licensing.withdraw_request(request=asked, actor=licenses.owner(brand), now=at)
        follow()

    def told() -> list[str]:
        of_creator = Notification.objects.filter(recipient=work.creator.user, kind__startswith="request.")
        return list(of_creator.order_by("pk").values_list("kind", flat=True))

    for minutes in range(4):
        ask_and_take_back(now + timedelta(minutes=minutes))
    assert told() == ["request.sent", "request.withdrawn"]

    ask_and_take_back(now + timedelta(hours=25))
    assert told() == ["request.sent", "request.withdrawn"] * 2


def test_request_after_a_no_is_heard_at_once() -> None:
    work, brand, now = works.submission("published"), new_brand(), timezone.now()
    asked = licenses.request(submission=work, brand=brand, now=now)
    licensing.decline(request=asked, reason="", actor=work.creator.user, now=now)
    less = terms(channels=["website"], paid_use=False)
    licenses.request(submission=work, brand=brand, terms=less, now=now)
    follow()
    assert Notification.objects.filter(recipient=work.creator.user, kind="request.sent").count() == 2
