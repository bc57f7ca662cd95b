"""What people are told, made by a reader of the trail."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from core.ids import PublicIdField
from trail.models import Entry

MAIL_JOB = "notifications.mail"


class Notification(models.Model):
    """One piece of news for one person, from one entry of the trail."""

    public_id = PublicIdField("ntf")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    # A key of `sentences.SENTENCES`: the words are made when somebody reads them, in their language.
    kind = models.CharField(max_length=64)
    # Names for the sentence, such as the title of the work; shown to the recipient alone.
    context = models.JSONField(default=dict)
    url = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recipient", "entry"], name="notifications_once")]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notifications_newest"),
            models.Index(fields=["recipient"], condition=models.Q(read_at=None), name="notifications_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"
