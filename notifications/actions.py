"""Tell people, and note what they have read. None of it is a fact about rights, so none of it is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import jobs
from notifications.models import MAIL_JOB, Notification
from notifications.news.telling import News
from notifications.sentences import SENTENCES
from trail.models import Entry

# After a long standstill people find old news on the page; a mail about it would only confuse them.
WORTH_A_MAIL = timedelta(days=14)


@transaction.atomic
def tell(*, entry: Entry, news: Iterable[News], now: datetime) -> list[Notification]:
    """One notification for each person, the first that names them, and a job for its mail. Telling twice tells once."""
    told = set(Notification.objects.filter(entry=entry).values_list("recipient_id", flat=True))
    made = []
    for item in news:
        if item.recipient.pk in told:
            continue
        told.add(item.recipient.pk)
        notification = Notification.objects.create(
            recipient=item.recipient,
            entry=entry,
            kind=item.kind,
            context=item.context,
            url=item.url,
            created_at=entry.recorded_at,
        )
        made.append(notification)
        if SENTENCES[item.kind].mail and now - entry.recorded_at <= WORTH_A_MAIL:
            jobs.enqueue(MAIL_JOB, notification.public_id)
    return made


def read(*, notification: Notification, now: datetime) -> None:
    Notification.objects.filter(pk=notification.pk, read_at=None).update(read_at=now)


def read_all(*, user: User, now: datetime) -> int:
    """Everything that this person has; how many were unread."""
    return Notification.objects.filter(recipient=user, read_at=None).update(read_at=now)


def note_mailed(*, notification: Notification) -> None:
    Notification.objects.filter(pk=notification.pk, mailed_at=None).update(mailed_at=timezone.now())
