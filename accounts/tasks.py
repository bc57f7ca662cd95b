"""Mail to the address that an account has left."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.actions.signing_in import OLD_ADDRESS_JOB
from accounts.models import User
from core import jobs
from trail import sealed
from trail.models import Entry


def tell_old_address(entry_pk: str) -> None:
    """What has happened, and what to do for somebody who did not do it."""
    entry = Entry.objects.get(pk=int(entry_pk))
    values = sealed.of(entry)
    old, new = values.get("old_email"), values.get("email")
    if old is None or new is None:
        return
    person = User.objects.get(public_id=entry.subject)
    with translation.override(person.language):
        context = {
            "site_name": settings.SITE_NAME,
            "name": person.name,
            "new": new,
            "at": entry.recorded_at,
            "reset_url": settings.SITE_URL + reverse("account_reset_password"),
            "contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        }
        subject = render_to_string("emails/address_changed_subject.txt", context).strip()
        body = render_to_string("emails/address_changed.txt", context)
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [old])


jobs.register(OLD_ADDRESS_JOB, tell_old_address)
