"""What makes public pages fast. Nothing here holds a right: each request's query decides which works may be seen."""

from __future__ import annotations

from django.db import models

from submissions.models import Submission

KEYWORD_LENGTH = 60


class Card(models.Model):
    """The gallery card of one submission per language; made anew when the work or the template changes."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="card")
    html_en = models.TextField()
    html_da = models.TextField()
    # Digest of the card's template and its version: another one means that the text is stale.
    template_hash = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()


class WorkPage(models.Model):
    """The page of one work as visitors get it, per language, cut where each request's queries decide what follows."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="page")
    html_en = models.TextField()
    html_da = models.TextField()
    # Digest of all that the text depends on: template, revision, names. Another one means that the text is stale.
    fingerprint = models.CharField(max_length=64)


class Keyword(models.Model):
    """One word by which a published work is found: a folded word of its texts, or a facet such as `:tag:harbor`.

    `published_at` repeats the work's, which is set once, so that one index holds the works of a word, newest first:
    a page costs the same however many works carry the word.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="keywords")
    word = models.CharField(max_length=KEYWORD_LENGTH)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "word"], name="galleries_keyword_once")]
        indexes = [models.Index(fields=["word", "-published_at", "-submission"], name="galleries_keyword_newest")]

    def __str__(self) -> str:
        return self.word


class TagCount(models.Model):
    """How many published works carry a tag; the gallery offers the frequent ones."""

    name = models.CharField(max_length=30, unique=True)
    works = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["-works", "name"], name="galleries_tag_frequent")]

    def __str__(self) -> str:
        return self.name
