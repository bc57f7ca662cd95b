"""A mail backend that keeps mail in the database, for demos and development."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from core.models import CapturedMail


class CapturingBackend(BaseEmailBackend):
    """Writes each message as a row; /dev/mail/ shows them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            html = ""
            if isinstance(message, EmailMultiAlternatives):
                html = next((str(content) for content, kind in message.alternatives if kind == "text/html"), "")
            CapturedMail.objects.create(
                to=", ".join(message.recipients()), subject=str(message.subject), body=str(message.body), html=html
            )
        return len(email_messages)
