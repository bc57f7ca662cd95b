"""What people agreed to about themselves, on which exact words, and how it was proven."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from consent import wording
from consent.states import RecordState
from core.ids import PublicIdField


class Notice(models.Model):
    """The exact wording of one purpose in one language and version. A published version never changes."""

    key = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=5)
    title = models.CharField(max_length=200)
    text = models.TextField()
    text_hash = models.CharField(max_length=64)
    effective_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version", "language"], name="consent_notice_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version} ({self.language})"

    @property
    def label(self) -> str:
        """Which wording this is, in every language: `submission/1`."""
        return f"{self.key}/{self.version}"

    @property
    def full_text(self) -> str:
        """Title and text as one; `text_hash` is its SHA-256."""
        return wording.full(self.title, self.text)

    @property
    def blocks(self) -> list[wording.Block]:
        """The text for templates/consent/_notice.html."""
        return wording.blocks(self.text)


class Evidence(models.Model):
    """What a person saw when they acted, and how they proved that it was them. Written once, never changed."""

    class Method(models.TextChoices):
        # Strongest first.
        PASSKEY_SIGNATURE = "passkey_signature"
        REAUTHENTICATION = "reauthentication"
        SESSION = "session"
        EMAIL_LINK = "email_link"
        BRAND_ASSERTED = "brand_asserted"

    public_id = PublicIdField("evi")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=64)
    method = models.CharField(max_length=20, choices=Method.choices)
    # How the re-authentication was made: password, webauthn, totp.
    detail = models.CharField(max_length=64, blank=True, default="")
    text = models.TextField()
    language = models.CharField(max_length=5)
    text_version = models.CharField(max_length=64)
    text_hash = models.CharField(max_length=64)
    # With passkey_signature: canonical JSON of accounts.passkeys.Signed, to be checked again by anybody.
    signature = models.TextField(blank=True, default="")
    acted_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    method__in=["passkey_signature", "reauthentication", "session", "email_link", "brand_asserted"]
                ),
                name="consent_evidence_method",
            )
        ]


class Record(models.Model):
    """One person's answer to one notice. Withdrawing is always possible and is written beside the giving."""

    State = RecordState

    public_id = PublicIdField("con")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consent_records")
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="records")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=64)
    state = models.CharField(max_length=9, choices=RecordState.choices)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="withdrawn", withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                | models.Q(state__in=["given", "refused"], withdrawn_at__isnull=True, withdrawn_by__isnull=True),
                name="consent_record_withdrawn_whole",
            ),
            # A notice is one version in one language: who agreed in English may agree to the Danish one as well.
            models.UniqueConstraint(
                fields=["person", "subject", "notice"],
                condition=models.Q(state="given"),
                name="consent_one_given_record",
            ),
        ]
        indexes = [models.Index(fields=["subject"], name="consent_record_subject")]
