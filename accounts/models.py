"""People who sign in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.states import ACCESS_CHANGED
from core.ids import PublicIdField
from trail import recording


class UserManager(BaseUserManager["User"]):
    """Creates people by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """For the command line: an administrator that no other one has made."""
        with transaction.atomic():
            user = self.create_user(email, password, **fields)
            before = user.access()
            user.is_staff = user.is_superuser = True
            user.save(update_fields=["is_staff", "is_superuser"])
            recording.record(
                ACCESS_CHANGED,
                actor=recording.SYSTEM,
                at=timezone.now(),
                subject=user.public_id,
                topic=user.public_id,
                facts={"from": before, "to": user.access()},
            )
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person with a sign-in. What they are here (creator, member of a brand, moderator) is told by rows above."""

    public_id = PublicIdField("usr")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=5, default="en")
    # A name of the IANA's list; empty: that of the browser.
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True, default="")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    # Since when the password is a new one: chosen by a link in a mail, or by somebody who had none. NULL: it never was.
    password_since = models.DateTimeField(null=True, blank=True)
    # One of a demo's people, whose password anybody can read: signs in nowhere else.
    is_made_up = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_unique")]

    def __str__(self) -> str:
        return self.name or self.email

    def access(self) -> dict[str, bool | list[str]]:
        """What the account may do, as entries tell it."""
        return {
            "active": self.is_active,
            "staff": self.is_staff,
            "administrator": self.is_superuser,
            "groups": sorted(group.name for group in self.groups.all()),
        }

    def get_full_name(self) -> str:
        return self.name
