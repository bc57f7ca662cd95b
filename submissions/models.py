"""Works handed in, their files and what their creators declare about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.models import Record
from core.ids import PublicIdField, random_token
from creators.models import Creator
from submissions.states import State

# Kind of the background job that looks at a work's file; its subject is the submission's public id.
CHECK_JOB = "submissions.check"


class RightsHolder(models.TextChoices):
    SELF = "self", _("I made it and hold the rights")
    EMPLOYER = "employer", _("My employer or client holds the rights")
    OTHER = "other", _("Somebody else holds the rights, and I may submit it")


class People(models.TextChoices):
    NONE = "none", _("Nobody can be recognized")
    SELF = "self", _("Only me")
    OTHERS = "others", _("Other people, with or without me")


class AiUse(models.TextChoices):
    NONE = "none", _("No AI: captured and edited by people")
    ASSISTED = "assisted", _("AI helped: parts were made or changed by AI")
    GENERATED = "generated", _("Made by AI")


def new_form_key() -> str:
    """Names one filled-in form, so that sending it twice hands in one work."""
    return random_token(20)


# https://cv.iptc.org/newscodes/digitalsourcetype/: what pictures say about themselves.
SOURCE_TYPES: dict[str, str] = {
    AiUse.ASSISTED: "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
    AiUse.GENERATED: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
}


class Submission(models.Model):
    """One work. `state` is moved by actions only; what is public is decided by `queries.visible_to` at each request."""

    public_id = PublicIdField("sub")
    creator = models.ForeignKey(Creator, on_delete=models.PROTECT, related_name="submissions")
    state = models.CharField(max_length=20, choices=State.choices, default=State.RECEIVED)
    title = models.CharField(max_length=120)
    description = models.TextField(max_length=2000, blank=True, default="")
    alt_text = models.CharField(max_length=500)
    credit_line = models.CharField(max_length=120)
    rights_holder = models.CharField(max_length=8, choices=RightsHolder.choices)
    rights_holder_name = models.CharField(max_length=120, blank=True, default="")
    people = models.CharField(max_length=6, choices=People.choices)
    ai_use = models.CharField(max_length=9, choices=AiUse.choices)
    ai_note = models.CharField(max_length=300, blank=True, default="")
    notice_record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    form_key = models.CharField(max_length=20, default=new_form_key, editable=False)
    # What was sent with that form, and what was sent last with a later one: see `details.digest`.
    form_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    resent_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    # Grows with each check that is begun: what an earlier run finds out or makes counts no longer.
    check_run = models.PositiveIntegerField(default=0, editable=False)
    received_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="submissions_state_known"),
            models.CheckConstraint(
                condition=~models.Q(state=State.PUBLISHED)
                | models.Q(published_at__isnull=False, published_by__isnull=False),
                name="submissions_published_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True, published_by__isnull=True)
                | models.Q(published_at__isnull=False, published_by__isnull=False),
                name="submissions_published_pair",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.WITHDRAWN, withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                | ~models.Q(state=State.WITHDRAWN) & models.Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True),
                name="submissions_withdrawn_whole",
            ),
            models.CheckConstraint(condition=~models.Q(alt_text=""), name="submissions_alt_text_given"),
            models.CheckConstraint(
                condition=models.Q(rights_holder__in=RightsHolder.values), name="submissions_rights_holder_known"
            ),
            models.CheckConstraint(condition=models.Q(people__in=People.values), name="submissions_people_known"),
            models.CheckConstraint(condition=models.Q(ai_use__in=AiUse.values), name="submissions_ai_use_known"),
            models.UniqueConstraint(fields=["creator", "form_key"], name="submissions_form_once"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=models.Q(state="published"),
                name="submissions_gallery",
            ),
            models.Index(
                fields=["creator", "-published_at", "-id"],
                condition=models.Q(state="published"),
                name="submissions_creator_page",
            ),
            models.Index(fields=["creator", "-id"], name="submissions_by_creator"),
            # One index of all states would tempt SQLite to sort the published works instead of reading them in order.
            models.Index(fields=["id"], condition=models.Q(state="in_review"), name="submissions_waiting"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def digital_source_type(self) -> str:
        """What IPTC calls a picture in which AI took part; empty for others."""
        return SOURCE_TYPES.get(self.ai_use, "")


class Tag(models.Model):
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=30)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "name"], name="submissions_tag_once")]
        indexes = [models.Index(fields=["name", "-submission"], name="submissions_tag_name")]

    def __str__(self) -> str:
        return self.name


class DepictedPerson(models.Model):
    """Somebody who can be recognized in the work; whether they agreed is what the creator states, until they sign."""

    public_id = PublicIdField("per")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="depicted_people")
    name = models.CharField(max_length=120)
    release_stated = models.BooleanField(default=False)


class MediaFile(models.Model):
    """One file as it came. It has no submission while the form is still being filled in; unclaimed ones are swept.

    The row comes before the bytes and goes after them: one that stays `arriving` or `leaving` tells the sweep which key
    a dead process left behind.
    """

    class State(models.TextChoices):
        ARRIVING = "arriving"
        LEAVING = "leaving"
        UPLOADED = "uploaded"
        READY = "ready"
        REFUSED = "refused"

    public_id = PublicIdField("med")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="media_files")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.UPLOADED)
    storage_key = models.CharField(max_length=200, unique=True)
    file_name = models.CharField(max_length=200)
    byte_size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40, blank=True, default="")
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    placeholder = models.TextField(blank=True, default="")
    color = models.CharField(max_length=7, blank=True, default="")
    refusal_code = models.CharField(max_length=40, blank=True, default="")
    # The file that is shown: a resubmission may bring a new one, the old ones stay.
    is_current = models.BooleanField(default=True)
    uploaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(is_current=True, submission__isnull=False),
                name="submissions_one_current_file",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["arriving", "leaving", "uploaded", "ready", "refused"]),
                name="submissions_media_state",
            ),
            models.CheckConstraint(
                condition=models.Q(width__isnull=True, height__isnull=True)
                | models.Q(width__isnull=False, height__isnull=False),
                name="submissions_media_size_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="submissions_media_sha256"),
            models.Index(
                fields=["uploaded_at"], condition=models.Q(submission__isnull=True), name="submissions_media_unclaimed"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Rendition(models.Model):
    """A picture made from a media file, without location and device data, with the credit."""

    public_id = PublicIdField("ren")
    media_file = models.ForeignKey(MediaFile, on_delete=models.PROTECT, related_name="renditions")
    format = models.CharField(max_length=4, choices=[("webp", "WebP"), ("avif", "AVIF")])
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    byte_size = models.PositiveIntegerField()
    storage_key = models.CharField(max_length=200, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["media_file", "format", "width"], name="submissions_rendition_once"),
            models.CheckConstraint(
                condition=models.Q(format__in=["webp", "avif"]), name="submissions_rendition_format"
            ),
        ]
