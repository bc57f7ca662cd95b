"""People who make."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from core.ids import PublicIdField


class Creator(models.Model):
    """The public side of a person who submits work."""

    public_id = PublicIdField("crt")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="creator")
    handle = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=80)
    bio = models.CharField(max_length=280, blank=True, default="")
    default_credit_line = models.CharField(max_length=120, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"@{self.handle}"

    def get_absolute_url(self) -> str:
        """The public page; it is in the app that shows works."""
        return f"/@{self.handle}/"
