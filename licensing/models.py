"""Requests, offers, licenses, and what followed from them. Rights rows are never deleted and never cascaded away."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from brands.models import Brand
from consent.models import Evidence
from core.ids import PublicIdField
from creators.models import Creator
from licensing import force
from licensing.states import OPEN, LicenseState, RequestState, Standing
from licensing.terms import Terms, from_canonical
from submissions.models import MediaFile, Submission
from submissions.states import State as WorkState


class LicenseRequest(models.Model):
    """A brand asks for one work. Silence is never a no, and a no is remembered."""

    public_id = PublicIdField("req")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="license_requests")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="license_requests")
    state = models.CharField(max_length=20, choices=RequestState.choices, default=RequestState.SENT)
    message = models.TextField(max_length=1000, blank=True, default="")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decline_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=RequestState.values), name="licensing_request_state"),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["sent", "seen", "expired_unanswered"],
                    answered_at__isnull=True,
                    answered_by__isnull=True,
                    decline_reason="",
                )
                | models.Q(state="lapsed", answered_at__isnull=False, answered_by__isnull=True, decline_reason="")
                | models.Q(
                    state__in=["granted", "withdrawn"],
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    decline_reason="",
                )
                | models.Q(state="declined", answered_at__isnull=False, answered_by__isnull=False),
                name="licensing_request_answered_whole",
            ),
            models.UniqueConstraint(
                fields=["submission", "brand"],
                condition=models.Q(state__in=["sent", "seen"]),
                name="licensing_one_open_request",
            ),
        ]
        indexes = [
            models.Index(fields=["brand", "-id"], name="licensing_request_brand"),
            models.Index(fields=["submission", "-id"], name="licensing_request_submission"),
            models.Index(
                fields=["answer_by"], condition=models.Q(state__in=["sent", "seen"]), name="licensing_request_due"
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @cached_property
    def current_offer(self) -> Offer:
        return max(self.offers.all(), key=lambda offer: offer.number)

    def standing(self, at: datetime) -> str:
        """Its state as people see it at that moment, whether or not the scheduler has run."""
        if self.state in OPEN and at >= self.answer_by:
            return RequestState.EXPIRED_UNANSWERED
        return self.state

    def is_open(self, at: datetime) -> bool:
        return self.standing(at) in OPEN


class Offer(models.Model):
    """One step of the negotiation: exact terms by one side. Immutable; acceptance refers to its hash."""

    public_id = PublicIdField("off")
    request = models.ForeignKey(LicenseRequest, on_delete=models.PROTECT, related_name="offers")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=8, choices=[("licensee", "licensee"), ("licensor", "licensor")])
    # Canonical JSON of licensing.terms.Terms.
    terms = models.TextField()
    terms_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "number"], name="licensing_offer_number_once")]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.number}"

    @cached_property
    def parsed_terms(self) -> Terms:
        return from_canonical(self.terms)


class LicenseQuerySet(models.QuerySet["License"]):
    def with_parties(self) -> LicenseQuerySet:
        return self.select_related("submission", "licensor__user", "licensee")

    def current(self, at: datetime) -> LicenseQuerySet:
        """Not over at `at`: in force, suspended, or still to start."""
        return self.filter(force.runs_on(at))


class License(models.Model):
    """The accepted offer. It never changes, it ends."""

    public_id = PublicIdField("lic")
    # What people write down and type in: unguessable, and the code of the public verify page.
    number = models.CharField(max_length=16, unique=True)
    request = models.OneToOneField(LicenseRequest, on_delete=models.PROTECT, related_name="license")
    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="license")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="licenses")
    licensor = models.ForeignKey(Creator, on_delete=models.PROTECT, related_name="licenses")
    licensee = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="licenses")
    media_file = models.ForeignKey(MediaFile, on_delete=models.PROTECT, related_name="+")
    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="+")
    # As they were called when it was granted: who takes another name later is still the party of this license.
    licensor_name = models.CharField(max_length=80, null=True)  # noqa: DJ001 - NULL means erased
    licensee_name = models.CharField(max_length=80)
    work_title = models.CharField(max_length=120)
    terms = models.TextField()
    terms_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=LicenseState.choices, default=LicenseState.ACTIVE)
    starts_at = models.DateTimeField()
    # Exclusive; empty for a perpetual license. What the terms promised; never moved.
    ends_at = models.DateTimeField(null=True)
    # How long it runs on after its licensor took it back; empty where the terms do not allow that. Repeats the terms.
    notice = models.DurationField(null=True)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # When the act of ending was made, and from when it counts (later than the act only where the terms give notice).
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_from = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=500, blank=True, default="")

    objects = LicenseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=LicenseState.values), name="licensing_license_state"),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="licensing_license_period",
            ),
            # What ends by its date was ended by nobody. A later license takes the place of an earlier one by itself.
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["active", "suspended", "expired"],
                    ended_at__isnull=True,
                    ended_by__isnull=True,
                    ended_from__isnull=True,
                    end_reason="",
                )
                | models.Q(
                    state__in=["revoked", "terminated"],
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                    ended_from__isnull=False,
                )
                | models.Q(state="superseded", ended_at__isnull=False, ended_from__isnull=False),
                name="licensing_license_ended_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["submission", "licensee"], name="licensing_license_question"),
            models.Index(fields=["licensee", "-id"], name="licensing_license_licensee"),
            models.Index(fields=["licensor", "-id"], name="licensing_license_licensor"),
        ]

    def __str__(self) -> str:
        return self.number

    @cached_property
    def parsed_terms(self) -> Terms:
        return from_canonical(self.terms)

    @property
    def licensor_named(self) -> str:
        """The name that it was granted under, or words in its place once erasure has taken it."""
        return self.licensor_name or _("Name erased")

    @property
    def over_from(self) -> datetime | None:
        """The first moment at which it is over, by its term or by an act; None for a perpetual one."""
        return force.over_from(self.ends_at, self.ended_from, self.work_gone_from)

    @property
    def last_day(self) -> date | None:
        """The last day, in UTC, of which some part is covered."""
        over = self.over_from
        return None if over is None else (over - timedelta.resolution).date()

    @property
    def work_gone_from(self) -> datetime | None:
        """To withdraw a work takes back each license of it that can be taken back, with its notice."""
        return force.gone_from(self.submission.state, self.submission.withdrawn_at, self.notice)

    def standing(self, at: datetime) -> Standing:
        """Where it stands at that moment, by its dates; whether the scheduler has run plays no part."""
        over = self.over_from
        if over is not None and at >= over:
            if over == self.ended_from:
                return Standing(self.state)
            return Standing.EXPIRED if over == self.ends_at else Standing.REVOKED
        if self.submission.state == WorkState.REMOVED:
            return Standing.WORK_REMOVED
        if self.state == LicenseState.SUSPENDED:
            return Standing.SUSPENDED
        if at < self.starts_at:
            return Standing.UPCOMING
        return Standing.IN_FORCE if over == self.ends_at else Standing.ENDING

    def in_force(self, at: datetime) -> bool:
        return self.standing(at) in (Standing.IN_FORCE, Standing.ENDING)


class Delivery(models.Model):
    """One hand-over of a file under a license: the exact bytes by hash, to whom, when."""

    public_id = PublicIdField("del")
    license = models.ForeignKey(License, on_delete=models.PROTECT, related_name="deliveries")
    media_file = models.ForeignKey(MediaFile, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    byte_size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    delivered_at = models.DateTimeField()
    delivered_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "deliveries"
        indexes = [
            models.Index(fields=["license", "-id"], name="licensing_delivery_license"),
            models.Index(fields=["delivered_at"], name="licensing_delivery_lately"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Use(models.Model):
    """One place and period in which the licensee published the work, with the credit as rendered there."""

    public_id = PublicIdField("use")
    license = models.ForeignKey(License, on_delete=models.PROTECT, related_name="uses")
    channel = models.CharField(max_length=32)
    place = models.CharField(max_length=200)
    url = models.URLField(blank=True, default="", max_length=500)
    credit_line = models.CharField(max_length=200)
    starts_on = models.DateField()
    # Exclusive: the first day on which it is gone; empty while nobody knows it. Pages ask for and show the last day.
    ends_on = models.DateField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gt=models.F("starts_on")),
                name="licensing_use_period",
            )
        ]
        indexes = [models.Index(fields=["license", "-id"], name="licensing_use_license")]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def last_day(self) -> date | None:
        return None if self.ends_on is None else self.ends_on - timedelta(days=1)

    def is_running(self, today: date) -> bool:
        return self.ends_on is None or self.ends_on > today
