"""Background jobs, places for heavy work, tallies, and the mail that a demo shows instead of sending."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from core.ids import PublicIdField


class Job(models.Model):
    """One piece of background work, written in the transaction of the change that wants it.

    A worker takes it with a lease; a lease that ran out is taken up again by the sweeper. `fence` grows with each
    lease, so that a worker which was thought dead cannot finish what another one has taken over. `again` asks for one
    more run after this one.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        LEASED = "leased"
        DONE = "done"
        PARKED = "parked"

    public_id = PublicIdField("job")
    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveIntegerField(default=0)
    again = models.BooleanField(default=False)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=models.Q(state__in=["waiting", "leased"]),
                name="core_job_one_open_per_subject",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "leased", "done", "parked"]), name="core_job_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state="leased", leased_until__isnull=False)
                | (~models.Q(state="leased") & models.Q(leased_until__isnull=True)),
                name="core_job_leased_has_end",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="core_job_waiting"),
            models.Index(fields=["leased_until"], condition=models.Q(state="leased"), name="core_job_leased"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} ({self.state})"


class Slot(models.Model):
    """One of a limited number of places for heavy work; see core.slots. `fence` grows each time that it is taken."""

    name = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    held_until = models.DateTimeField(null=True)
    fence = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "number"], name="core_slot_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Tally(models.Model):
    """How often something was done since its period began; see core.limits. `key` is a digest of who did it."""

    name = models.CharField(max_length=64)
    key = models.CharField(max_length=32)
    used = models.PositiveIntegerField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="core_tally_once")]
        indexes = [models.Index(fields=["ends_at"], name="core_tally_ends")]

    def __str__(self) -> str:
        return f"{self.name} {self.key}: {self.used}"


class CapturedMail(models.Model):
    """A mail that would have been sent; shown at /dev/mail/ in a demo or under DEBUG, never in production."""

    to = models.TextField()
    subject = models.CharField(max_length=998)
    body = models.TextField()
    html = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="core_mail_newest")]
