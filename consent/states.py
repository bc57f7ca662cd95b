"""The ways of a consent record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.states import move

GIVEN_EVENT = "consent.given"


class RecordState(models.TextChoices):
    GIVEN = "given", _("Given")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


MOVES = [move("withdraw", [RecordState.GIVEN], RecordState.WITHDRAWN, "the person", "consent.withdrawn")]
EVENTS = (GIVEN_EVENT, "consent.withdrawn")
