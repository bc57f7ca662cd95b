"""The mail of a notification."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts import zones
from core import jobs
from core.text import line
from notifications import actions, sentences
from notifications.models import MAIL_JOB, Notification


def send(public_id: str) -> None:
    """Once, but for a crash between sending and noting it: then again, under the same Message-ID."""
    notification = Notification.objects.select_related("recipient").filter(public_id=public_id).first()
    if notification is None or notification.mailed_at is not None or not notification.recipient.is_active:
        return
    message(notification).send()
    actions.note_mailed(notification=notification)


def message(notification: Notification) -> EmailMultiAlternatives:
    person = notification.recipient
    with translation.override(person.language), timezone.override(zones.of_person(person)):
        worded = sentences.worded(notification.kind, notification.context)
        context = {
            "site_name": settings.SITE_NAME,
            "name": person.name,
            "worded": worded,
            "url": settings.SITE_URL + notification.url,
            "language": person.language,
        }
        body = render_to_string("emails/notification.txt", context)
        html = render_to_string("emails/notification.html", context)
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    # A title may hold any character; a line break in a header is refused by Django.
    subject = line(worded.title)
    mail = EmailMultiAlternatives(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])
    mail.extra_headers["Message-ID"] = f"<{notification.public_id}@{host}>"
    mail.attach_alternative(html, "text/html")
    return mail


jobs.register(MAIL_JOB, send)
