"""The append-only log. It knows nobody: subjects and actors are typed public ids, facts are plain JSON."""

from __future__ import annotations

from typing import Any

from django.db import models

from trail import canonical


class Entry(models.Model):
    """One fact. `body` is its canonical JSON, salt included; the other columns repeat parts of it for look-ups.

    `index` is the entry's number in the log: empty when written, given once by the sequencer, without gaps, in the
    order of commitment. `subject` is the row that the fact is about; `topic` the work or account whose history it
    belongs to.
    """

    index = models.BigIntegerField(null=True, unique=True)
    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    topic = models.CharField(max_length=64, blank=True, default="")
    actor = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    body = models.TextField()
    leaf_hash = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="trail_entry_subject"),
            models.Index(fields=["topic", "id"], condition=~models.Q(topic=""), name="trail_entry_topic"),
            models.Index(fields=["id"], condition=models.Q(index__isnull=True), name="trail_entry_unnumbered"),
        ]

    def __str__(self) -> str:
        return f"{self.index if self.index is not None else '–'} {self.kind} {self.subject}"

    @property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = canonical.decode(self.body)["facts"]
        return facts


class SealedValue(models.Model):
    """A personal value that an entry only commits to. Erasure empties `value` and `salt`; the entry stays valid."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sealed_values")
    name = models.CharField(max_length=64)
    person = models.CharField(max_length=64)
    value = models.TextField(null=True)  # noqa: DJ001 - NULL means erased, which an empty string does not
    salt = models.BinaryField(max_length=32, null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "name"], name="trail_sealed_once"),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, salt__isnull=False, erased_at__isnull=True)
                | models.Q(value__isnull=True, salt__isnull=True, erased_at__isnull=False),
                name="trail_sealed_whole_or_erased",
            ),
        ]
        indexes = [models.Index(fields=["person", "name"], name="trail_sealed_person")]


class Tile(models.Model):
    """Up to 256 hashes of the tree, as C2SP tlog-tiles cuts it. The database lets them only grow at their end."""

    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField(max_length=8192)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "number"], name="trail_tile_place")]

    def __str__(self) -> str:
        return f"{self.level}/{self.number}"


class SigningKey(models.Model):
    """A period in which a key signed for this log. `verifier` is how others are told of it (C2SP signed-note)."""

    verifier = models.CharField(max_length=255)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.ExpressionWrapper(models.Q(ends_at__isnull=True), output_field=models.BooleanField()),
                condition=models.Q(ends_at__isnull=True),
                name="trail_one_key_signs",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gte=models.F("starts_at")),
                name="trail_key_period",
            ),
        ]

    def __str__(self) -> str:
        return self.verifier


class Checkpoint(models.Model):
    """What the log committed to at one size. `note` is the signed text as it was issued, cosignatures apart."""

    size = models.BigIntegerField(unique=True)
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    signed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"checkpoint of {self.size}"


class Signature(models.Model):
    """A further signature of a checkpoint, by a witness or the next key. `line` is as C2SP signed-note writes it."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="signatures")
    verifier = models.CharField(max_length=255)
    line = models.TextField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checkpoint", "verifier"], name="trail_signed_once")]

    def __str__(self) -> str:
        return self.line.rstrip()


class Cursor(models.Model):
    """How far a reader has come: `next_index` is the first entry that it has not taken in."""

    reader = models.CharField(max_length=64, unique=True)
    next_index = models.BigIntegerField(default=0)
    error = models.TextField(blank=True, default="")
    failed_at = models.DateTimeField(null=True)
    advanced_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.reader} at {self.next_index}"
