"""Cards kept as rendered text. They hold no right: each request's query decides which may be seen."""

from __future__ import annotations

from django.db import models

from submissions.models import Submission


class Card(models.Model):
    """The gallery card of one submission per language; made anew when the work or the template changes."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="card")
    html_en = models.TextField()
    html_da = models.TextField()
    # Digest of the card's template and its version: another one means that the text is stale.
    template_hash = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
