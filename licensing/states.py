"""The ways of a license request and of a license. docs/states/ is generated from these tables.

No action makes the moves suspend, resume, terminate and supersede yet, so no license comes to be suspended, terminated
or superseded. Decision, pages and news know these states already: each has to have an answer for all that can be.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.states import move


class RequestState(models.TextChoices):
    SENT = "sent", _("Sent")
    SEEN = "seen", _("Seen")
    GRANTED = "granted", _("Granted")
    DECLINED = "declined", _("Declined")
    EXPIRED_UNANSWERED = "expired_unanswered", _("Expired without an answer")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("The work is gone")


class LicenseState(models.TextChoices):
    ACTIVE = "active", _("In force")
    SUSPENDED = "suspended", _("Suspended")
    REVOKED = "revoked", _("Revoked")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded")
    EXPIRED = "expired", _("Expired")


class Standing(models.TextChoices):
    """A license at one moment: its state and its dates together."""

    UPCOMING = "upcoming", _("Starts later")
    IN_FORCE = "in_force", _("In force")
    ENDING = "ending", _("Revoked, in force until its notice ends")
    SUSPENDED = "suspended", _("Suspended")
    REVOKED = "revoked", _("Revoked")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded")
    EXPIRED = "expired", _("Expired")
    WORK_REMOVED = "work_removed", _("The work was removed")


OPEN = [RequestState.SENT, RequestState.SEEN]

REQUEST_MOVES = [
    move("see", [RequestState.SENT], RequestState.SEEN, "creator", "request.seen"),
    move("grant", OPEN, RequestState.GRANTED, "creator", "license.granted"),
    move("decline", OPEN, RequestState.DECLINED, "creator", "request.declined"),
    move("expire", OPEN, RequestState.EXPIRED_UNANSWERED, "scheduler", "request.expired"),
    move("withdraw", OPEN, RequestState.WITHDRAWN, "brand editor", "request.withdrawn"),
    move("lapse", OPEN, RequestState.LAPSED, "system", "request.lapsed"),
]

LICENSE_MOVES = [
    move("revoke", [LicenseState.ACTIVE, LicenseState.SUSPENDED], LicenseState.REVOKED, "creator", "license.revoked"),
    move("expire", [LicenseState.ACTIVE, LicenseState.SUSPENDED], LicenseState.EXPIRED, "scheduler", "license.expired"),
    move("suspend", [LicenseState.ACTIVE], LicenseState.SUSPENDED, "moderator", "license.suspended", planned=True),
    move("resume", [LicenseState.SUSPENDED], LicenseState.ACTIVE, "moderator", "license.resumed", planned=True),
    move(
        "terminate",
        [LicenseState.ACTIVE, LicenseState.SUSPENDED],
        LicenseState.TERMINATED,
        "brand owner",
        "license.terminated",
        planned=True,
    ),
    move("supersede", [LicenseState.ACTIVE], LicenseState.SUPERSEDED, "system", "license.superseded", planned=True),
]

DELIVERED = "license.delivered"

# Every kind of entry that this app writes.
EVENTS = (
    "request.sent",
    *(step.event for step in REQUEST_MOVES),
    *(step.event for step in LICENSE_MOVES),
    DELIVERED,
    "use.noted",
    "use.ended",
)
