"""Organizations that ask for work, their members, and the tokens of their programs."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import names
from core.ids import PublicIdField


def _pair(act: str, done: bool) -> models.Q:
    """The act was done, by somebody at some time; or it was not."""
    return models.Q((f"{act}_at__isnull", not done), (f"{act}_by__isnull", not done))


class Brand(models.Model):
    public_id = PublicIdField("brd")
    name = models.CharField(max_length=80)
    # What two brands cannot share: see core.names.folded. Empty for a brand from before that rule whose name was taken.
    folded_name = models.CharField(max_length=names.FOLDED_LENGTH, unique=True, null=True, editable=False)  # noqa: DJ001
    slug = models.SlugField(max_length=60, unique=True)
    website = models.URLField(blank=True, default="")
    about = models.CharField(max_length=280, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The brand's workspace; the page is in the app that mixes what belongs there."""
        return f"/b/{self.slug}/"


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    VIEWER = "viewer", _("Viewer")


class Membership(models.Model):
    """One person's role in one brand: a viewer reads, an editor asks and uses, an owner manages people and tokens."""

    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role.choices)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brand", "user"], name="brands_membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="brands_membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role} of {self.brand}"


class Invitation(models.Model):
    """An offer of a role, sent by e-mail; the link's token is kept only as a digest."""

    public_id = PublicIdField("inv")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=6, choices=Role.choices)
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    canceled_at = models.DateTimeField(null=True)
    canceled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="brands_invitation_role"),
            models.CheckConstraint(
                condition=(_pair("accepted", False) & _pair("canceled", False))
                | (_pair("accepted", True) & _pair("canceled", False))
                | (_pair("accepted", False) & _pair("canceled", True)),
                name="brands_invitation_answered_whole",
            ),
            # Erasure leaves no address, and several of those may stand.
            models.UniqueConstraint(
                fields=["brand", "email"],
                condition=models.Q(accepted_at__isnull=True, canceled_at__isnull=True) & ~models.Q(email=""),
                name="brands_one_open_invitation",
            ),
        ]


class ApiToken(models.Model):
    """A secret with which a brand's own program asks for rights decisions; only its digest is kept."""

    public_id = PublicIdField("tok")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=8)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_pair("revoked", False) | _pair("revoked", True), name="brands_token_revoked_whole"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} (…{self.hint})"
