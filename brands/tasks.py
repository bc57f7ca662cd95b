"""Mail to people who were invited."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from accounts import queries as people
from brands import secrets
from brands.actions.invitations import MAIL_JOB
from brands.models import Invitation
from core import jobs


def send_invitation(public_id: str) -> None:
    """Sent twice it carries the same link: the token follows from the row."""
    invitation = Invitation.objects.select_related("brand", "created_by").get(public_id=public_id)
    is_open = invitation.accepted_at is None and invitation.canceled_at is None
    if not is_open or invitation.expires_at <= timezone.now():
        return
    known = people.by_email(invitation.email)
    with translation.override(known.language if known else invitation.created_by.language):
        token = secrets.invitation_token(invitation.public_id, invitation.expires_at)
        context = {
            "site_name": settings.SITE_NAME,
            "brand": invitation.brand.name,
            "inviter": invitation.created_by.name,
            "role": invitation.get_role_display(),
            "expires_at": invitation.expires_at,
            "url": settings.SITE_URL + reverse("brand_join", args=[token]),
        }
        subject = render_to_string("emails/invitation_subject.txt", context).strip()
        body = render_to_string("emails/invitation.txt", context)
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [invitation.email])


jobs.register(MAIL_JOB, send_invitation)
