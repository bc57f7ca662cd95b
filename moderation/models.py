"""What a moderator decided, with the reason that the creator reads."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.ids import PublicIdField
from submissions.models import Submission


class Decision(models.Model):
    """One act of a moderator on one submission. Written once, never changed; a new act is a new decision."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("Publish")
        REQUEST_CHANGES = "request_changes", _("Ask for changes")
        REJECT = "reject", _("Do not accept")
        REMOVE = "remove", _("Remove")

    public_id = PublicIdField("dec")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    reason_code = models.CharField(max_length=40, blank=True, default="")
    # Only a publication may go without one.
    reason = models.TextField(max_length=1000, blank=True, default="", null=True)  # noqa: DJ001 - NULL means erased
    revision = models.PositiveIntegerField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        permissions = [("review", "Can review submitted works")]
        indexes = [models.Index(fields=["decided_by", "-decided_at"], name="moderation_by_moderator")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="publish") | ~models.Q(reason=""), name="moderation_refusal_has_reason"
            )
        ]

    @property
    def reason_told(self) -> str:
        """What the moderator wrote, or words in its place once erasure has taken it."""
        return gettext("Reason erased") if self.reason is None else self.reason


class Claim(models.Model):
    """Somebody is looking at a submission right now; it lapses by itself."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="claim")
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()
